package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.math.BigDecimal;
import java.util.Optional;

/** A whole number from 1 up to {@code greatest}. */
public record IntegerShape(long greatest) implements Shape<Long> {
  /** As many as an {@code int} can count. */
  public static final IntegerShape COUNT = new IntegerShape(Integer.MAX_VALUE);

  /** As far as every JSON reader agrees on whole numbers. */
  public static final IntegerShape LARGE = new IntegerShape(9_007_199_254_740_991L);

  @Override
  public Optional<Long> read(Tree value, Reading reading) {
    if (!(value instanceof ScalarTree scalar) || !scalar.value().isNumber()) {
      return reading.hole(
          IssueCode.WRONG_TYPE, value.location(), expected() + ", found " + value.description());
    }
    BigDecimal number = scalar.value().decimalValue();
    boolean inRange =
        number.compareTo(BigDecimal.ONE) >= 0
            && number.compareTo(BigDecimal.valueOf(greatest)) <= 0;
    if (!inRange || number.stripTrailingZeros().scale() > 0) {
      return reading.hole(
          IssueCode.BAD_NUMBER, value.location(), expected() + ", found " + value.description());
    }
    return Optional.of(number.longValueExact());
  }

  private String expected() {
    return "expected a whole number from 1 to " + greatest;
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return Json.object().put("type", "integer").put("minimum", 1).put("maximum", greatest);
  }
}
