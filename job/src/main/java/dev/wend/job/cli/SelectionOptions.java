package dev.wend.job.cli;

import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.job.replay.Sample;
import dev.wend.job.replay.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which part of a history a command takes. */
final class SelectionOptions {
  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "otherCustomers", "of other customers",
              "notSampled", "of customers outside the sample",
              "beforeFrom", "before --from",
              "notBeforeTo", "not before --to"));

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "Take events from this time on, for example 2026-01-01T00:00:00Z.")
  private Optional<OffsetDateTime> from;

  @Option(
      names = "--to",
      paramLabel = "T",
      description =
          "Take events before this time. Without --as-of the clock then ends at the last of them.")
  private Optional<OffsetDateTime> to;

  @Option(
      names = "--customers",
      paramLabel = "FILE",
      description = "Take only these customers: one id a line.")
  private Optional<Path> customers;

  @Option(
      names = "--sample",
      paramLabel = "SHARE",
      description =
          "Take only a share of the customers, such as 1%%: always the same ones, and a smaller share is part of a"
              + " larger one.")
  private Optional<String> sample;

  /**
   * What the options select.
   *
   * @throws UnreadablePathException when the file of customers cannot be read, or holds none
   */
  Selection selection() throws UnreadablePathException {
    List<Selection.Criterion> criteria = new ArrayList<>();
    if (customers.isPresent()) {
      criteria.add(new Selection.OfCustomers(ids(customers.get())));
    }
    sample.ifPresent(share -> criteria.add(new Selection.InSample(share(share))));
    from.ifPresent(time -> criteria.add(new Selection.From(time.toInstant().toEpochMilli())));
    to.ifPresent(time -> criteria.add(new Selection.Before(time.toInstant().toEpochMilli())));
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new ParameterException(spec.commandLine(), "error: --from must be before --to");
    }
    return new Selection(List.copyOf(criteria));
  }

  /** What was left out, in words, by counts of these names; empty where nothing was. */
  static Optional<String> left(ToLongFunction<String> input) {
    String parts =
        WORDS.entrySet().stream()
            .filter(count -> input.applyAsLong(count.getKey()) > 0)
            .map(count -> input.applyAsLong(count.getKey()) + " " + count.getValue())
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? Optional.empty() : Optional.of("Left out: events " + parts);
  }

  /** How many events were left out, by counts of these names. */
  static long leftOut(ToLongFunction<String> count) {
    return WORDS.keySet().stream().mapToLong(count).sum();
  }

  private Sample share(String text) {
    try {
      return Sample.of(text);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          spec.commandLine(), "error: --sample: " + wrong.getMessage(), wrong);
    }
  }

  private static Set<String> ids(Path file) throws UnreadablePathException {
    try {
      Set<String> ids = new TreeSet<>();
      for (String line : Files.readAllLines(file)) {
        String id = line.replace("\uFEFF", "").strip();
        if (!id.isEmpty()) {
          ids.add(id);
        }
      }
      if (ids.isEmpty()) {
        throw new UnreadablePathException("the file of customers " + file + " holds none");
      }
      return ids;
    } catch (IOException unreadable) {
      throw new UnreadablePathException("the file of customers " + file + " cannot be read");
    }
  }
}
