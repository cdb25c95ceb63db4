package dev.wend.connectors.history;

import static java.util.stream.Collectors.groupingBy;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps what was read. */
final class CollectingSink implements HistorySink {
  private final List<CustomerEvent> events = new ArrayList<>();
  private final List<GroupedLine> lines = new ArrayList<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private final List<Long> progress = new ArrayList<>();

  static CollectingSink of(HistoryReader reader, List<EventFile> files) {
    CollectingSink sink = new CollectingSink();
    files.forEach(file -> reader.read(file, sink));
    return sink;
  }

  @Override
  public void event(CustomerEvent event) {
    events.add(event);
  }

  @Override
  public void line(GroupedLine line) {
    lines.add(line);
  }

  @Override
  public void deadLetter(DeadLetter deadLetter) {
    deadLetters.add(deadLetter);
  }

  @Override
  public void progress(long bytesRead) {
    progress.add(bytesRead);
  }

  List<CustomerEvent> events() {
    return events;
  }

  /** The events of the grouped lines, by group key. */
  List<CustomerEvent> merged() {
    return lines.stream()
        .collect(groupingBy(GroupedLine::groupKey, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(HistoryReader::merge)
        .toList();
  }

  List<GroupedLine> lines() {
    return lines;
  }

  List<DeadLetter> deadLetters() {
    return deadLetters;
  }

  List<Long> progress() {
    return progress;
  }
}
