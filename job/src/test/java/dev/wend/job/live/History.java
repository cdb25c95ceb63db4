package dev.wend.job.live;

import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.nativejson.NativeDecoder;
import dev.wend.event.CustomerEvent;
import dev.wend.job.generate.Clickstream;
import dev.wend.job.generate.DayFiles;
import dev.wend.job.generate.GeneratorSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Native records in order of arrival, each in its partition. */
record History(List<Entry> entries) {

  /**
   * A record.
   *
   * @param event empty where it is none
   */
  record Entry(int partition, String record, Optional<CustomerEvent> event) {
    /** A record of that partition. */
    static Entry of(int partition, String record) {
      Decoded decoded =
          new NativeDecoder(
                  new DecoderSettings(Instant.now(), DecoderSettings.DEFAULT_FUTURE_TOLERANCE))
              .decode(record.getBytes(StandardCharsets.UTF_8));
      return new Entry(
          partition,
          record,
          decoded instanceof Decoded.Event accepted
              ? Optional.of(accepted.event())
              : Optional.empty());
    }

    private static Entry ofCustomer(String record, int partitions) {
      Entry entry = of(0, record);
      int hash = entry.event().map(CustomerEvent::customerId).orElse(record).hashCode();
      return new Entry(Math.floorMod(hash, partitions), record, entry.event());
    }
  }

  History {
    entries = List.copyOf(entries);
  }

  /** The clickstream of a shop; a customer is always in the same partition. */
  static History generated(Path directory, GeneratorSettings settings, int partitions)
      throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DayFiles files = new DayFiles(directory, false)) {
      Clickstream.write(settings, files, day -> {});
    }
    for (Path file : DayFiles.in(directory)) {
      Files.readAllLines(file).forEach(line -> entries.add(Entry.ofCustomer(line, partitions)));
    }
    return new History(entries);
  }

  int size() {
    return entries.size();
  }

  /** From one share to another, both in percent. */
  History part(int from, int to) {
    return new History(entries.subList(size() * from / 100, size() * to / 100));
  }

  /** Pieces of so many records at most. */
  List<History> pieces(int size) {
    List<History> pieces = new ArrayList<>();
    for (int start = 0; start < size(); start += size) {
      pieces.add(new History(entries.subList(start, Math.min(start + size, size()))));
    }
    return pieces;
  }

  /** The newest timestamp, epoch milliseconds. */
  long newest() {
    return entries.stream()
        .flatMap(entry -> entry.event().stream())
        .mapToLong(CustomerEvent::timestamp)
        .max()
        .orElseThrow();
  }

  /** Writes it as a file for a replay. */
  Path write(Path file) throws IOException {
    return Files.write(file, entries.stream().map(Entry::record).toList());
  }
}
