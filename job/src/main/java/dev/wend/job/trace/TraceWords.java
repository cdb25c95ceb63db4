package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a trace record tells, in words. */
final class TraceWords {
  private static final List<String> SUBJECTS =
      List.of("template", "content", "tag", "field", "url", "coupon");

  private TraceWords() {}

  static String of(TraceLine line) {
    return switch (line.kind()) {
      case ENTERED -> "entered" + line.trigger().map(kind -> " by " + kind).orElse("");
      case ENTRY_IGNORED -> "did not enter: an instance was on its way (duplicateHandling)";
      case ENTRY_LIMITED -> "did not enter: entryLimit or maxInstances was reached";
      case RESTARTED -> "was removed, to begin again";
      case DECIDED -> decided(line.text("decision"));
      case ACTION -> "action" + line.action().map(TraceWords::action).orElse("");
      case SUPPRESSED -> "was not sent: " + reason(line);
      case EXITED -> "left: " + reason(line);
      case EXPIRED -> "expired: maxDuration was over";
      case CONDITION_NOT_MET -> "ended: the answer was no, and no way leads on";
      case FINISHED -> "finished";
      case ERASED -> "was erased, with all that was kept";
    };
  }

  private static String decided(String decision) {
    return decision.equals("yes") || decision.equals("no")
        ? "decided " + decision
        : "took the way to '" + decision + "'";
  }

  private static String action(JsonNode action) {
    StringBuilder words = new StringBuilder(" ").append(action.path("type").asText());
    SUBJECTS.stream()
        .map(action::path)
        .filter(JsonNode::isTextual)
        .forEach(subject -> words.append(" '").append(subject.asText()).append('\''));
    return words.toString();
  }

  private static String reason(TraceLine line) {
    String reason = line.text("reason");
    return switch (reason) {
      case "consent-missing" ->
          line.about().map(TraceWords::asked).orElse("a consent") + " is missing";
      case "no-date" -> "there is no date to wait for (no-date)";
      case "stopped" -> "the scenario was stopped";
      case "updated" -> "a new version of the scenario took its place (updated)";
      default ->
          Optional.of(reason)
              .filter(word -> EventKind.of(word).isPresent())
              .map(kind -> kind + " (exitWhen)")
              .orElse(reason);
    };
  }

  private static String asked(JsonNode action) {
    List<String> consents = new ArrayList<>();
    action.path("consents").forEach(consent -> consents.add(consent.asText()));
    return consents.size() == 1
        ? "consent " + consents.get(0)
        : "one of the consents " + String.join(", ", consents);
  }
}
