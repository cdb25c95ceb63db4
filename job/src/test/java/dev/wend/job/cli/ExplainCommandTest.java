package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
  private static final String CART = "../conf/scenarios/abandoned-cart.json";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text    | stage opened: for P1D, goes on at the first match",
        "mermaid | flowchart TD",
        "svg     | data-from=\"opened\" data-to=\"sms\"",
        "html    | <dt>instanceKey</dt><dd>trigger:/properties/cart_id</dd>",
        "json    | \"pattern\" : \"begin(entered).followedBy(match: email-opened, of mail).within(P1D)\""
      })
  void everyFormatSaysWhatItIsAskedFor(String format, String part) throws IOException {
    Path out = directory.resolve("out");
    CommandRun printed = CommandRun.of("explain", CART, "--format=" + format);
    CommandRun written = CommandRun.of("explain", CART, "--format=" + format, "--out=" + out);

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.printed()).contains(part);
    assertThat(written.printed()).isEmpty();
    assertThat(out).content().isEqualTo(printed.printed().replaceFirst("\\R$", ""));
  }

  @Test
  void jsonHasEveryStageAndBranch() {
    JsonNode explained =
        Json.read(
            CommandRun.of("explain", CART, "--format=json")
                .printed()
                .getBytes(StandardCharsets.UTF_8));

    JsonNode scenario = explained.at("/scenarios/0");
    assertThat(scenario.path("nodes").findValuesAsText("id"))
        .containsExactly("cart", "wait", "emptied", "mail", "opened", "sms", "done");
    assertThat(scenario.path("stages").findValuesAsText("until")).hasSize(2);
    assertThat(scenario.at("/stages/0/branches").findValuesAsText("node"))
        .containsExactly("emptied", "emptied", "wait");
    assertThat(scenario.at("/stages/1/branches").findValuesAsText("next"))
        .containsExactly("done", "sms");
    assertThat(scenario.path("edges").findValuesAsText("label"))
        .containsExactly("after PT1H", "yes", "no", "yes, within P1D", "no, after P1D");
  }

  @Test
  void aPictureIsOfOneDocument() {
    CommandRun run = CommandRun.of("explain", "../conf/scenarios", "--format=svg");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.complained()).contains("--format svg takes one document");
  }

  @Test
  void whatCannotBeWrittenIsToldInOneLine() {
    Path out = directory.resolve("missing").resolve("out");
    CommandRun run = CommandRun.of("explain", CART, "--out=" + out);

    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.complained().lines()).containsExactly("error: " + out + " cannot be written");
    assertThat(Files.exists(out)).isFalse();
  }
}
