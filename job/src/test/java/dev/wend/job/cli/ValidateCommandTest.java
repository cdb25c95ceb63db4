package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private static final String GOOD =
      """
      { "id": "case", "version": 1, "name": "Case", "status": "active",
        "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "form-submitted" }, "next": "mail" },
          { "id": "mail", "type": "send-email", "template": "hello", "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;

  @TempDir private Path directory;

  @Test
  void saysThatThereAreNoErrors() throws IOException {
    CommandRun run = CommandRun.of("validate", write("case.json", GOOD));
    assertThat(run).isEqualTo(new CommandRun(0, "1 scenario, no errors%n".formatted(), ""));
  }

  @Test
  void theExamplesHaveNoErrors() {
    CommandRun run = CommandRun.of("validate", "../conf/scenarios");
    assertThat(run.printed()).endsWith("scenarios, no errors%n".formatted());
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void tellsAllErrorsOfAllDocuments() throws IOException {
    write("one.json", GOOD.replace("\"version\": 1", "\"version\": 0"));
    write("two.json", GOOD.replace("\"next\": \"done\"", "\"next\": \"dnoe\""));
    CommandRun run = CommandRun.of("validate", directory.toString(), "missing.json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.printed())
        .contains("error SCN003 missing.json: there is no such file or directory")
        .contains("one.json:1:28 /version: expected a whole number")
        .contains("there is no node 'dnoe'; did you mean 'done'?")
        .contains("error SCN114")
        .endsWith("2 scenarios, 4 errors%n".formatted());
  }

  @Test
  void warningsDoNotFail() throws IOException {
    String catalogue = write("catalogue/all.json", "{ \"templates\": [ \"bye\" ] }");
    CommandRun run = CommandRun.of("validate", write("case.json", GOOD), "--catalog", catalogue);
    assertThat(run.exitCode()).isZero();
    assertThat(run.printed())
        .contains("warning SCN301")
        .contains("the catalogue knows no template 'hello'")
        .endsWith("1 scenario, no errors, 1 warning%n".formatted());
  }

  @Test
  void aBrokenOrMissingCatalogueIsAnError() throws IOException {
    String document = write("case.json", GOOD);
    String broken = write("broken/all.json", "{ \"templates\": \"bye\" }");
    assertThat(CommandRun.of("validate", document, "--catalog", broken))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(run -> assertThat(run.printed()).contains("expected a list of templates"));
    assertThat(CommandRun.of("validate", document, "--catalog", "missing.json").printed())
        .contains("error SCN003 missing.json: there is no such file or directory");
  }

  private String write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }
}
