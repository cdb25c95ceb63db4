package dev.wend.check;

import dev.wend.event.Utf8Order;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds and reads the files of documents; what cannot be read is an issue, never an exception. */
public final class DocumentFiles {
  private static final String MARK = "\uFEFF";

  private DocumentFiles() {}

  /**
   * Files of documents.
   *
   * @param files sorted by path, each once
   * @param issues paths that are missing or hold no documents
   */
  public record Found(List<Path> files, List<Issue> issues) {}

  /** The text of a file, or why there is none. */
  public record Text(Optional<String> text, List<Issue> issues) {}

  /** The files among {@code paths}, and all {@code *.json} files in and below the directories among them. */
  public static Found find(List<Path> paths) {
    SortedMap<String, Path> found = new TreeMap<>(Utf8Order.INSTANCE);
    List<Issue> issues = new ArrayList<>();
    for (Path path : paths) {
      try {
        List<Path> documents = documents(path);
        documents.forEach(file -> found.putIfAbsent(key(file), file));
        if (documents.isEmpty()) {
          issues.add(
              Issue.ofFile(
                  IssueCode.NO_DOCUMENTS, name(path), "there is no *.json file in this directory"));
        }
      } catch (IOException | UncheckedIOException unreadable) {
        issues.add(unreadable(path, unreadable));
      }
    }
    List<Path> files =
        found.values().stream()
            .sorted(Comparator.comparing(DocumentFiles::name, Utf8Order.INSTANCE))
            .toList();
    return new Found(files, List.copyOf(issues));
  }

  /** The whole text of a file. */
  public static Text read(Path path) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      return new Text(
          Optional.of(text.startsWith(MARK) ? text.substring(MARK.length()) : text), List.of());
    } catch (CharacterCodingException notText) {
      Issue issue = Issue.ofFile(IssueCode.UNREADABLE_FILE, name(path), "this is not UTF-8 text");
      return new Text(Optional.empty(), List.of(issue));
    } catch (IOException unreadable) {
      return new Text(Optional.empty(), List.of(unreadable(path, unreadable)));
    }
  }

  /** The path as reports write it, with slashes everywhere. */
  public static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static List<Path> documents(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      return below
          .filter(file -> file.toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  /** One file is read once, also where it is named twice in different ways. */
  private static String key(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  private static Issue unreadable(Path path, Exception why) {
    String message =
        why instanceof NoSuchFileException
            ? "there is no such file or directory"
            : "cannot be read: " + why.getMessage();
    return Issue.ofFile(IssueCode.UNREADABLE_FILE, name(path), message);
  }
}
