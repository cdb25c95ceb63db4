package dev.wend.check;

import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.Reference;
import dev.wend.matcher.Reference.Source;
import dev.wend.parse.value.ReferenceUse;
import java.util.List;

/** Warns of references to what neither events nor the profile have (sections 1 and 2). */
final class ReferenceToNothing implements Rule {
  private static final List<String> OF_EVENT =
      List.of("messageId", "customerId", "kind", "name", "timestamp", "channel", "properties");
  private static final List<String> OF_PROFILE = List.of("tags", "segments", "consents", "fields");

  @Override
  public void check(Inspection inspection) {
    for (ReferenceUse use : inspection.parsed().references()) {
      Reference reference = use.reference();
      List<String> known = reference.source() == Source.PROFILE ? OF_PROFILE : OF_EVENT;
      String first = reference.pointer().matches() ? "" : reference.pointer().getMatchingProperty();
      if (!reference.pointer().matches() && !known.contains(first)) {
        inspection.warning(
            IssueCode.POINTS_TO_NOTHING,
            use.pointer(),
            "this points to nothing: there is only "
                + String.join(", ", known.stream().map(name -> "/" + name).toList())
                + DidYouMean.question(first, known));
      }
    }
  }
}
