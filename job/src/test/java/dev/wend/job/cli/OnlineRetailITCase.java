package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole of Online Retail. The numbers were counted another way, by plain loops over the CSV files. */
class OnlineRetailITCase {
  private static final int LINES_WITHOUT_CUSTOMER = 135_080;
  private static final int ORDERS = 18_536;
  private static final int CANCELLATIONS = 3_654;

  @TempDir private static Path directory;

  private static ReplayRun run;

  @BeforeAll
  static void replay() throws IOException {
    Path history = directory.resolve("history");
    SharedHistory.extract("online-retail-uci-by-day.tar.xz", history);
    run =
        ReplayRun.of(
                directory.resolve("out"),
                "--scenarios=../conf/scenarios-online-retail",
                "--mapping=../conf/mappings/online-retail.json",
                "--events=" + history)
            .done();
  }

  @Test
  void nothingIsLost() throws IOException {
    assertThat(run.input("files")).isEqualTo(305);
    assertThat(run.input("deadLetters")).isEqualTo(LINES_WITHOUT_CUSTOMER);
    assertThat(run.input("events")).isEqualTo(ORDERS + CANCELLATIONS);
    assertThat(run.input("applied")).isEqualTo(ORDERS + CANCELLATIONS);
    run.assertAllEventsAccounted();
  }

  @ParameterizedTest
  @CsvSource({
    "retail-win-back, /entered, 18536",
    "retail-win-back, /restarted, 12426",
    "retail-win-back, /finished, 3220",
    "retail-win-back, /active, 2890",
    "retail-win-back, /actions/mail, 4935",
    "retail-win-back, /actions/coupon, 3220",
    "retail-cancelled-order, /entered, 2252",
    "retail-cancelled-order, /entryIgnored, 175",
    "retail-cancelled-order, /finished, 2176",
    "retail-cancelled-order, /active, 76",
    "retail-cancelled-order, /actions/care, 1908",
    "retail-cancelled-order, /actions/service, 1220",
    "retail-large-order, /entered, 722",
    "retail-large-order, /entryIgnored, 45",
    "retail-large-order, /entryLimited, 556",
    "retail-large-order, /exited/order-cancelled, 157",
    "retail-large-order, /finished, 531",
    "retail-large-order, /active, 34",
    "retail-large-order, /actions/coupon, 682",
    "retail-large-order, /actions/reminder, 380"
  })
  void counts(String scenario, String pointer, long count) throws IOException {
    assertThat(run.summary().path("scenarios").path(scenario).at(pointer).asLong())
        .isEqualTo(count);
  }

  @Test
  void everyCustomerThatOrderedIsThere() throws IOException {
    assertThat(run.customersThatEntered("retail-win-back")).isEqualTo(4_339);
  }
}
