package dev.wend.job.journey;

import dev.wend.compile.Step;
import dev.wend.scenario.Node;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Draws the branch of a split, always the same for one customer (SEMANTICS.md section 6). */
final class Shares {
  private static final long BUCKETS = 10_000;

  private Shares() {}

  static String draw(Step.Share share, String scenarioId, String customerId) {
    byte[] hash = Identifiers.sha256(scenarioId + "\n" + share.nodeId() + "\n" + customerId);
    long bucket = Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), BUCKETS);
    long total = share.shares().stream().mapToLong(Node.Split.Share::weight).sum();
    BigInteger drawn = BigInteger.valueOf(bucket).multiply(BigInteger.valueOf(total));
    long cumulated = 0;
    for (Node.Split.Share part : share.shares()) {
      cumulated += part.weight();
      if (BigInteger.valueOf(cumulated).multiply(BigInteger.valueOf(BUCKETS)).compareTo(drawn)
          > 0) {
        return part.next();
      }
    }
    throw new IllegalStateException("a split has at least one branch, and weights are positive");
  }
}
