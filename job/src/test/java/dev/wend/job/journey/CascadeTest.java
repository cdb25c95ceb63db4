package dev.wend.job.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CascadeTest {
  @Test
  void goesSixteenDeep() {
    Cascade cascade = Cascade.root();
    for (int depth = 0; depth < 16; depth++) {
      assertThat(cascade.mayGoOn()).isTrue();
      cascade = cascade.next();
    }
    assertThat(cascade.mayGoOn()).isFalse();
  }

  @Test
  void makesAThousandEventsWhereverTheyBranch() {
    Cascade root = Cascade.root();
    Cascade branch = root.next();
    for (int event = 1; event < 1_000; event++) {
      assertThat(root.mayGoOn()).isTrue();
      assertThat(branch.mayGoOn()).isTrue();
      (event % 2 == 0 ? root : branch).next();
    }
    assertThat(root.mayGoOn()).isFalse();
    assertThat(branch.mayGoOn()).isFalse();
  }
}
