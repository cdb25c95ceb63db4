package dev.wend.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.Literal;
import dev.wend.matcher.Operator;
import dev.wend.parse.matcher.ComparisonUse;

/** Warns of comparisons with a literal of a type with which the operator never, or always, holds (section 3). */
final class ComparisonWithoutChoice implements Rule {
  @Override
  public void check(Inspection inspection) {
    for (ComparisonUse use : inspection.parsed().comparisons()) {
      Comparison comparison = use.comparison();
      if (comparison.operand() instanceof Literal literal
          && comparison.operator().takesValue()
          && !canDecide(comparison.operator(), literal.value())) {
        inspection.warning(
            IssueCode.ALWAYS_THE_SAME,
            use.pointer().appendProperty("value"),
            "the operator '"
                + comparison.operator().id()
                + "' gives the same answer for everything when it compares with "
                + (literal.value().isNull()
                    ? "null, which counts as missing"
                    : "a value of this type"));
      }
    }
  }

  private static boolean canDecide(Operator operator, JsonNode value) {
    return switch (operator) {
      case EQ, NE, CONTAINS -> !value.isNull();
      case GT, GTE, LT, LTE -> value.isNumber() || value.isTextual();
      case IN, NOT_IN -> value.isArray();
      case STARTS_WITH, ENDS_WITH -> value.isTextual();
      case MATCHES, EXISTS, NOT_EXISTS -> true;
    };
  }
}
