package dev.wend.job.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.connectors.file.Folder;
import dev.wend.event.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The files that a replay wrote, read line by line.
 *
 * @param directory where they are
 */
public record ReplayFiles(Folder directory) {
  static final String TRACE = "trace.jsonl";
  private static final String CUSTOMER = "\"customerId\":";

  /** Shows {@code each} record of the trace whose line is {@code wanted}. */
  public void trace(Predicate<String> wanted, Consumer<JsonNode> each)
      throws UnreadableTraceException {
    read(directory, TRACE, wanted, each);
  }

  /** Shows {@code each} dead letter. */
  public void deadLetters(Consumer<JsonNode> each) throws UnreadableTraceException {
    read(directory, "dead-letter.jsonl", line -> true, each);
  }

  /** Shows {@code each} action record whose line is {@code wanted}. */
  void actions(Predicate<String> wanted, Consumer<JsonNode> each) throws UnreadableTraceException {
    read(directory, "actions.jsonl", wanted, each);
  }

  /** A member as it stands in a record, by which a line is chosen before it is read as JSON. */
  static String written(String name, String value) {
    return "\"" + name + "\":" + written(value);
  }

  private static String written(String value) {
    return new String(Json.bytes(TextNode.valueOf(value)), StandardCharsets.UTF_8);
  }

  /** Chooses the lines of some customers. */
  static Predicate<String> linesOf(Set<String> customers) {
    Set<String> written =
        customers.stream().map(ReplayFiles::written).collect(Collectors.toUnmodifiableSet());
    return line -> written.contains(writtenCustomer(line));
  }

  /** The customer of a record as it stands in its line, quotes and escapes included; empty where there is none. */
  public static String writtenCustomer(String line) {
    int begin = line.indexOf(CUSTOMER);
    if (begin < 0) {
      return "";
    }
    int value = begin + CUSTOMER.length();
    int end = value + 1;
    while (line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return line.substring(value, end + 1);
  }

  static void read(Folder directory, String file, Predicate<String> wanted, Consumer<JsonNode> each)
      throws UnreadableTraceException {
    long number = 0;
    try (BufferedReader lines = lines(directory, file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (wanted.test(line)) {
          each.accept(Json.MAPPER.readTree(line));
        }
      }
    } catch (JsonProcessingException broken) {
      throw new UnreadableTraceException(
          directory.child(file) + ":" + number + " is no record: " + broken.getOriginalMessage(),
          broken);
    } catch (IOException unreadable) {
      throw new UnreadableTraceException(
          directory.child(file)
              + " cannot be read; give the directory that 'wend replay --out' wrote",
          unreadable);
    }
  }

  static BufferedReader lines(Folder directory, String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(directory.open(file), StandardCharsets.UTF_8.newDecoder()));
  }
}
