package dev.wend.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.IssueText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFilesTest {
  private static final String GOOD =
      """
      { "id": "%s", "version": 1, "name": "Case", "status": "active",
        "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "form-submitted", "form": "quiz" }, "next": "mail" },
          { "id": "mail", "type": "send-email", "template": "hello", "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;

  @TempDir private Path directory;

  @Test
  void loadsAllDocumentsInTheOrderOfTheirPaths() throws IOException {
    write("b.json", GOOD.formatted("b"));
    write("Z.json", GOOD.formatted("z"));
    write("below/a.json", GOOD.formatted("a"));
    write("notes.txt", "no document");
    write("folder.json/notes.txt", "no document");

    ScenarioFiles.Loaded loaded =
        ScenarioFiles.load(List.of(directory, directory.resolve("b.json")));

    assertThat(loaded.issues()).isEmpty();
    assertThat(loaded.documents()).isEqualTo(3);
    assertThat(loaded.scenarios())
        .extracting(checked -> checked.scenario().id())
        .containsExactly("z", "b", "a");
  }

  @Test
  void tellsTheFaultsOfAllDocumentsAtOnce() throws IOException {
    write("one.json", "{");
    write("three.json", GOOD.formatted("x").replace("\"done\" }", "\"end\" }"));
    write("two.json", GOOD.formatted("x"));
    write("not-text.json", "");
    Files.write(directory.resolve("not-text.json"), new byte[] {'{', (byte) 0xff, '}'});
    Path missing = directory.resolve("missing.json");
    Path empty = Files.createDirectory(directory.resolve("empty"));

    ScenarioFiles.Loaded loaded = ScenarioFiles.load(List.of(directory, missing, empty));

    String told = IssueText.of(loaded.issues()).replace(DocumentFiles.name(directory), "DIR");
    assertThat(told.lines().filter(line -> line.startsWith("error")))
        .containsExactly(
            "error SCN003 DIR/missing.json: there is no such file or directory",
            "error SCN004 DIR/empty: there is no *.json file in this directory",
            "error SCN003 DIR/not-text.json: this is not UTF-8 text",
            "error SCN001 DIR/one.json:1:2 document: Unexpected end-of-input: expected close marker for Object (opened at"
                + " 1:1)",
            "error SCN102 DIR/three.json:4:72 node 'mail' /nodes/1/next: there is no node 'end'",
            "error SCN114 DIR/two.json:1:9 /id: the scenario id 'x' is taken by DIR/three.json");
    assertThat(loaded.hasErrors()).isTrue();
    assertThat(loaded.scenarios()).isEmpty();
  }

  @Test
  void tellsTheFaultsOfADocumentInTheOrderOfTheirPlaces() throws IOException {
    write("one.json", GOOD.formatted("x"));
    write("two.json", GOOD.formatted("x").replace("\"template\"", "\"colour\": 1, \"template\""));
    assertThat(ScenarioFiles.load(List.of(directory)).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.DUPLICATE_SCENARIO, IssueCode.UNKNOWN_KEY);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    write("mark.json", "\uFEFF" + GOOD.formatted("x"));
    assertThat(ScenarioFiles.load(List.of(directory)).issues()).isEmpty();
  }

  @Test
  void warnsOfNamesThatTheCatalogueDoesNotKnow() throws IOException {
    write("case.json", GOOD.formatted("x"));
    Catalogue catalogue =
        Catalogue.read(
                "catalogue.json", "{ \"templates\": [ \"hullo\" ], \"forms\": [ \"quiz\" ] }")
            .catalogue()
            .orElseThrow();

    ScenarioFiles.Loaded loaded = ScenarioFiles.load(List.of(directory), catalogue);

    assertThat(loaded.hasErrors()).isFalse();
    assertThat(loaded.scenarios()).hasSize(1);
    assertThat(IssueText.of(loaded.issues()).replace(DocumentFiles.name(directory), "DIR"))
        .isEqualTo(
            """
            warning SCN301 DIR/case.json:4:55 node 'mail' /nodes/1/template: the catalogue knows no template 'hello'; did you mean 'hullo'?
               4 |     { "id": "mail", "type": "send-email", "template": "hello", "next": "done" },
                 |                                                       ^^^^^^^
            """);
  }

  @Test
  void aCatalogueIsReadStrictly() {
    Catalogue.Result read =
        Catalogue.read("catalogue.json", "{ \"template\": [], \"segments\": \"all\" }");
    assertThat(read.catalogue()).isEmpty();
    assertThat(IssueText.of(read.issues()))
        .contains("unknown key 'template'; did you mean 'templates'?")
        .contains("expected a list of segments, found \"all\"");
    assertThat(Catalogue.read("catalogue.json", "{ \"forms\": [], \"forms\": [] }").catalogue())
        .isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
