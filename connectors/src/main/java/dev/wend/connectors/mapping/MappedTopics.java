package dev.wend.connectors.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.RecordDefaults;
import dev.wend.connectors.file.EventFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps the messages of topics, one by one: each by the first input that would take a file {@code TOPIC.jsonl} or
 * {@code TOPIC.csv}. Not thread-safe.
 */
public final class MappedTopics {
  private static final List<String> ENDINGS = List.of(".jsonl", ".csv");

  private record Input(MappedInput input, Rows rows) {}

  private record Match(EventRule rule, Row row) {}

  private final List<Input> inputs;
  private final Map<String, Optional<Input>> byTopic = new HashMap<>();

  private MappedTopics(List<Input> inputs) {
    this.inputs = inputs;
  }

  /**
   * Maps by {@code mapping}.
   *
   * @throws InvalidMappingException when it needs what single messages do not have: other lines of a group, a line of
   *     column names, or tables beside the data
   */
  public static MappedTopics of(Mapping mapping) throws InvalidMappingException {
    List<String> problems = new ArrayList<>();
    mapping.inputs().forEach(input -> check(mapping, input, problems));
    if (!problems.isEmpty()) {
      throw new InvalidMappingException(problems);
    }
    List<Input> inputs = new ArrayList<>();
    for (MappedInput input : mapping.inputs()) {
      inputs.add(new Input(input, Rows.of(input, Tables.inline(mapping.tables()), Map.of())));
    }
    return new MappedTopics(inputs);
  }

  /**
   * Maps one message; none of its parts is left without a result.
   *
   * @param checksum that of the message as read
   * @param defaults the message id is taken only where the message is a single event
   */
  public List<Decoded> decode(
      String topic,
      byte[] content,
      long checksum,
      RecordDefaults defaults,
      DecoderSettings settings) {
    Optional<Input> input = byTopic.computeIfAbsent(topic, this::inputFor);
    if (input.isEmpty()) {
      String detail = "no input of the mapping takes topic " + topic;
      return List.of(new Decoded.Rejected(DeadLetterReason.NOT_MAPPED, detail));
    }
    Set<Decoded> decoded = new LinkedHashSet<>();
    List<Match> matches = matches(input.get(), content, decoded);
    RecordDefaults taken = matches.size() == 1 ? defaults : defaults.withoutMessageId();
    for (Match match : matches) {
      decoded.add(event(match, checksum, taken, settings));
    }
    return List.copyOf(decoded);
  }

  private Optional<Input> inputFor(String topic) {
    return inputs.stream().filter(each -> takes(each.input(), topic)).findFirst();
  }

  private static List<Match> matches(Input input, byte[] content, Set<Decoded> rejected) {
    List<Match> matches = new ArrayList<>();
    try {
      for (Row row : input.rows().read(content)) {
        matches.addAll(matches(input.input(), row, rejected));
      }
    } catch (InvalidRecordException unreadable) {
      rejected.add(unreadable.rejected());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return matches;
  }

  private static List<Match> matches(MappedInput input, Row row, Set<Decoded> rejected) {
    List<Match> matches = new ArrayList<>();
    boolean taken = false;
    for (EventRule rule : input.events()) {
      try {
        if (mapper(rule, RecordDefaults.NONE, Long.MAX_VALUE).takes(row)) {
          matches.add(new Match(rule, row));
          taken = true;
        }
      } catch (InvalidRecordException invalid) {
        rejected.add(invalid.rejected());
        taken = true;
      }
    }
    if (!taken) {
      rejected.add(MappedFile.NOT_MAPPED);
    }
    return matches;
  }

  private static Decoded event(
      Match match, long checksum, RecordDefaults defaults, DecoderSettings settings) {
    try {
      RowMapper mapper = mapper(match.rule(), defaults, settings.latest());
      return new Decoded.Event(mapper.event(match.row(), checksum));
    } catch (InvalidRecordException invalid) {
      return invalid.rejected();
    }
  }

  private static RowMapper mapper(EventRule rule, RecordDefaults defaults, long latest) {
    return new RowMapper(List.of(), rule, latest, defaults);
  }

  private static boolean takes(MappedInput input, String topic) {
    return ENDINGS.stream().anyMatch(end -> input.takes(new EventFile(topic + end, topic, 0)));
  }

  private static void check(Mapping mapping, MappedInput input, List<String> problems) {
    String place = "/inputs/" + input.index() + ": ";
    if (input.events().stream().anyMatch(event -> event.group().isPresent())) {
      problems.add(place + "a message of a topic cannot wait for the other lines of its group");
    }
    if (input.format() instanceof Format.Csv csv && csv.columns().isEmpty()) {
      problems.add(place + "the columns of messages have to be named in the format");
    }
    if (!input.format().charset().equals(UTF_8)) {
      problems.add(place + "messages of topics are UTF-8");
    }
    input.tables().stream()
        .filter(name -> mapping.tables().get(name) instanceof Table.BesideData)
        .sorted()
        .forEach(name -> problems.add(place + "table " + name + " lies beside files of events"));
  }
}
