package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a deployment, or how far the job is (SEMANTICS.md section 6, "Live").
 *
 * @param scenarioId empty for {@code progress} and where a refused document has no readable id
 * @param scenarioVersion of the document; for a refused one as far as it can be read
 * @param request what it answers: a topic, partition and offset such as {@code wend-control/0@17}, or a file; empty for {@code
 *     progress}
 * @param message why, in one sentence, where there is more to say
 * @param findings all that is wrong with a refused document
 * @param timestamp epoch milliseconds; {@code running}: from then on nothing is missed, empty for from the first event; {@code
 *     stopped}: up to then it ran; {@code progress}: the watermark
 */
public record StatusRecord(
    StatusKind kind,
    Optional<String> scenarioId,
    OptionalLong scenarioVersion,
    Optional<String> request,
    Optional<String> message,
    List<Finding> findings,
    OptionalLong timestamp) {

  private static final int LONGEST = 1_000;

  /** Keeps the list as it is now. */
  public StatusRecord {
    findings = List.copyOf(findings);
  }

  /**
   * An issue of a document.
   *
   * @param code for example {@code SCN012}
   * @param severity {@code error} or {@code warning}
   * @param line from 1; empty where it is about the whole document
   * @param column from 1
   * @param subject what it is about; may be empty
   */
  public record Finding(
      String code,
      String severity,
      OptionalLong line,
      OptionalLong column,
      String subject,
      String message) {}

  /** About a scenario, with nothing more to say. */
  public static StatusRecord of(
      StatusKind kind, String scenarioId, OptionalLong scenarioVersion, String request) {
    return new StatusRecord(
        kind,
        Optional.of(scenarioId),
        scenarioVersion,
        Optional.of(request),
        Optional.empty(),
        List.of(),
        OptionalLong.empty());
  }

  /** How far the job is. */
  public static StatusRecord progress(long watermark) {
    return new StatusRecord(
        StatusKind.PROGRESS,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        OptionalLong.of(watermark));
  }

  /** With a sentence more. */
  public StatusRecord because(String why) {
    return new StatusRecord(
        kind, scenarioId, scenarioVersion, request, Optional.of(why), findings, timestamp);
  }

  /** What is left for a place that takes no large records: without the findings, and without a scenario id of that size. */
  public StatusRecord shortened() {
    return new StatusRecord(
        kind,
        scenarioId.filter(id -> id.length() <= LONGEST),
        scenarioVersion,
        request,
        Optional.of(
            message.filter(why -> why.length() <= LONGEST).map(why -> why + "; ").orElse("")
                + "the answer is too long to be written in full"),
        List.of(),
        timestamp);
  }

  /** With that time, epoch milliseconds. */
  public StatusRecord at(long time) {
    return new StatusRecord(
        kind, scenarioId, scenarioVersion, request, message, findings, OptionalLong.of(time));
  }

  /** The record as consumers see it. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("kind", kind.id());
    scenarioId.ifPresent(id -> json.put("scenarioId", id));
    scenarioVersion.ifPresent(version -> json.put("scenarioVersion", version));
    request.ifPresent(answered -> json.put("request", answered));
    message.ifPresent(why -> json.put("message", why));
    if (!findings.isEmpty()) {
      ArrayNode issues = json.putArray("issues");
      findings.forEach(finding -> issues.add(toJson(finding)));
    }
    timestamp.ifPresent(time -> json.put("timestamp", time));
    return json;
  }

  private static ObjectNode toJson(Finding finding) {
    ObjectNode json = Json.object();
    json.put("code", finding.code());
    json.put("severity", finding.severity());
    finding.line().ifPresent(line -> json.put("line", line));
    finding.column().ifPresent(column -> json.put("column", column));
    json.put("subject", finding.subject());
    json.put("message", finding.message());
    return json;
  }

  /** Reads what {@link #toJson} wrote; empty where it is something else. */
  public static Optional<StatusRecord> fromJson(JsonNode json) {
    return StatusKind.of(json.path("kind").asText())
        .map(
            kind ->
                new StatusRecord(
                    kind,
                    text(json, "scenarioId"),
                    number(json, "scenarioVersion"),
                    text(json, "request"),
                    text(json, "message"),
                    findings(json.path("issues")),
                    number(json, "timestamp")));
  }

  private static List<Finding> findings(JsonNode issues) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode issue : issues) {
      findings.add(
          new Finding(
              issue.path("code").asText(),
              issue.path("severity").asText(),
              number(issue, "line"),
              number(issue, "column"),
              issue.path("subject").asText(),
              issue.path("message").asText()));
    }
    return findings;
  }

  private static Optional<String> text(JsonNode json, String key) {
    return Optional.ofNullable(json.get(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private static OptionalLong number(JsonNode json, String key) {
    JsonNode value = json.path(key);
    return value.canConvertToExactIntegral()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }
}
