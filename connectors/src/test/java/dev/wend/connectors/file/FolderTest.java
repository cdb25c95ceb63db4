package dev.wend.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories that outputs are written to, by path, by {@code file:} URI, and in a file system of another scheme. */
class FolderTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", "file://", "shelf://"})
  void whatIsWrittenIsThere(String scheme) throws IOException {
    Folder folder = Folder.of(scheme + directory + "/a b/10%20");
    folder.make();
    write(folder, "second", "2");
    write(folder, "first", "1");
    folder.child("inner").make();
    assertThat(folder.names()).containsExactly("first", "second");
    assertThat(folder.size("first")).isOne();
    assertThat(read(folder, "second")).isEqualTo("2");
    assertThat(directory.resolve("a b/10%20/first")).hasContent("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shelf://"})
  void aFileMovesInPlaceOfAnother(String scheme) throws IOException {
    Folder target = Folder.of(scheme + directory);
    Folder runs = target.fresh("runs");
    runs.make();
    write(target, "actions.jsonl", "old");
    write(runs, "actions.jsonl", "new");
    runs.move("actions.jsonl", target);
    assertThat(read(target, "actions.jsonl")).isEqualTo("new");
    runs.delete();
    assertThat(directory).isDirectoryContaining(path -> path.endsWith("actions.jsonl"));
    assertThat(directory.toFile().list()).containsExactly("actions.jsonl");
  }

  @Test
  void whatIsWrittenReplacesWhatWasThere() throws IOException {
    Folder folder = Folder.of(directory.toString());
    write(folder, "file", "a longer text");
    write(folder, "file", "short");
    assertThat(directory.resolve("file")).hasContent("short");
  }

  @Test
  void aFolderThatIsNotThereCannotBeListed() {
    Folder missing = Folder.of(directory.resolve("missing").toString());
    assertThatThrownBy(missing::names)
        .isInstanceOf(IOException.class)
        .hasMessage(directory.resolve("missing") + " cannot be listed");
  }

  @Test
  void nothingIsMovedThatIsNotThere() {
    Folder folder = Folder.of(directory.toString());
    assertThatThrownBy(() -> folder.move("missing", folder.child("target")))
        .isInstanceOf(IOException.class)
        .hasMessage("missing cannot be moved to " + directory.resolve("target"));
  }

  @Test
  void keysInItsNameAreNotShown() {
    assertThat(Folder.of("s3://key:secret@bucket/replay")).hasToString("s3://***@bucket/replay");
  }

  private static void write(Folder folder, String name, String text) throws IOException {
    folder.write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(Folder folder, String name) throws IOException {
    try (InputStream in = folder.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
