package dev.wend.job.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.EventKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A deployment comes to every task of the intake once, wherever it is when a checkpoint is taken that is restored. */
class DeploymentsOnTheirWayTest {
  private final RelayedIntake job = new RelayedIntake();

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void oneThatCame() throws Exception {
    job.start(2);
    job.deploy("a", 1);
    job.snapshot();
    job.restore(2);

    assertThat(job.sentAgain()).containsExactly("control/0@0");
    assertThat(job.reports()).containsExactly("control/0@0 by 0", "control/0@0 by 1");
    assertThat(job.passes(EventKind.PRODUCT_VIEWED)).isTrue();
  }

  @Test
  void oneThatDidNotComeBeforeTheCheckpoint() throws Exception {
    job.start(2);
    job.deploy("a", 1);
    job.holdTheWire();
    job.deploy("a", 2);
    job.stop("a");
    job.deploy("b", 1);
    job.snapshot();
    job.restore(3);

    assertThat(job.sentAgain())
        .containsExactly("control/0@0", "control/0@1", "control/0@2", "control/0@3");
    assertThat(job.reports())
        .containsExactly(
            "control/0@0 by 0",
            "control/0@0 by 1",
            "control/0@1 by 0",
            "control/0@1 by 1",
            "control/0@1 by 2",
            "control/0@2 by 0",
            "control/0@2 by 1",
            "control/0@2 by 2",
            "control/0@3 by 0",
            "control/0@3 by 1",
            "control/0@3 by 2");
    assertThat(job.passes(EventKind.PRODUCT_VIEWED)).isTrue();
  }

  @Test
  void oneThatACompleteCheckpointHolds() throws Exception {
    job.start(1);
    job.deploy("a", 1);
    job.snapshot();
    job.completeCheckpoint();
    job.deploy("b", 1);
    job.snapshot();
    job.restore(1);
    job.deploy("c", 1);

    assertThat(job.sentAgain()).containsExactly("control/0@1");
    assertThat(job.reports())
        .containsExactly("control/0@0 by 0", "control/0@1 by 0", "control/0@2 by 0");
  }

  @Test
  void nothingPassesThatNobodyAsksFor() throws Exception {
    job.start(2);
    assertThat(job.passes(EventKind.PRODUCT_VIEWED)).isFalse();
    job.deploy("a", 1);

    assertThat(job.passes(EventKind.PRODUCT_VIEWED)).isTrue();
    assertThat(job.passes(EventKind.PAGE_VISITED)).isFalse();
  }
}
