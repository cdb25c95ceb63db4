package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole of Complete Journey. The numbers were counted another way, by plain loops over the CSV files. */
class CompleteJourneyITCase {
  private static final int BASKETS = 47_243;
  private static final int MAILINGS = 6_589;
  private static final int REDEMPTIONS = 2_102;

  @TempDir private static Path directory;

  private static ReplayRun run;

  @BeforeAll
  static void replay() throws IOException {
    Path history = directory.resolve("history");
    SharedHistory.extract("complete-journey-84.51-cc0.tar.xz", history);
    run =
        ReplayRun.of(
                directory.resolve("out"),
                "--scenarios=../conf/scenarios-complete-journey",
                "--mapping=../conf/mappings/complete-journey.json",
                "--events=" + history)
            .done();
  }

  @Test
  void nothingIsLost() throws IOException {
    assertThat(run.input("files")).isEqualTo(3);
    assertThat(run.input("deadLetters")).isZero();
    assertThat(run.input("events")).isEqualTo(BASKETS + MAILINGS + REDEMPTIONS);
    assertThat(run.input("applied")).isEqualTo(BASKETS + MAILINGS + REDEMPTIONS);
    run.assertAllEventsAccounted();
  }

  @ParameterizedTest
  @CsvSource({
    "journey-mailing-to-basket, /entered, 6589",
    "journey-mailing-to-basket, /finished, 6174",
    "journey-mailing-to-basket, /exited/custom, 314",
    "journey-mailing-to-basket, /active, 101",
    "journey-mailing-to-basket, /decided/basket/yes, 4158",
    "journey-mailing-to-basket, /actions/reminder, 2016",
    "journey-coupon-follow-up, /entered, 2081",
    "journey-coupon-follow-up, /entryIgnored, 21",
    "journey-coupon-follow-up, /finished, 2048",
    "journey-coupon-follow-up, /active, 33",
    "journey-coupon-follow-up, /actions/thanks, 2080",
    "journey-coupon-follow-up, /actions/content, 1242",
    "journey-coupon-follow-up, /actions/next-coupon, 806",
    "journey-lapsed-household, /entered, 47243",
    "journey-lapsed-household, /finished, 45744",
    "journey-lapsed-household, /active, 1499",
    "journey-lapsed-household, /decided/large-again/yes, 4356",
    "journey-lapsed-household, /decided/small-again/yes, 34920",
    "journey-lapsed-household, /actions/large-coupon, 630",
    "journey-lapsed-household, /actions/small-coupon, 5838"
  })
  void counts(String scenario, String pointer, long count) throws IOException {
    assertThat(run.summary().path("scenarios").path(scenario).at(pointer).asLong())
        .isEqualTo(count);
  }

  @Test
  void everyHouseholdWithABasketIsThere() throws IOException {
    assertThat(run.customersThatEntered("journey-lapsed-household")).isEqualTo(2_377);
  }
}
