package dev.wend.job.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.value.DurationText;
import java.time.Duration;
import java.util.Optional;

/** Where transactions are used, they outlast the time between two checkpoints. */
final class OutlivingTransactions implements Constraint {
  private static final String TIMEOUT = "transactionTimeout";

  @Override
  public boolean check(ObjectTree object, Reading reading) {
    Optional<Duration> timeout = object.text(TIMEOUT).flatMap(DurationText::parse);
    Optional<Duration> interval =
        object
            .find("checkpointing")
            .filter(ObjectTree.class::isInstance)
            .flatMap(tree -> ((ObjectTree) tree).text("interval"))
            .flatMap(DurationText::parse);
    boolean fits =
        !object.text("delivery").equals(Optional.of(Delivery.EXACTLY_ONCE.id()))
            || timeout.isEmpty()
            || interval.isEmpty()
            || timeout.get().compareTo(interval.get()) > 0;
    if (!fits) {
      reading
          .at(TIMEOUT)
          .error(
              IssueCode.KEYS_DO_NOT_AGREE,
              object.find(TIMEOUT).orElseThrow().location(),
              "expected longer than checkpointing.interval: a transaction is open from one checkpoint to the next");
    }
    return fits;
  }

  @Override
  public void describe(ObjectNode schema) {
    // A JSON Schema cannot compare durations.
  }
}
