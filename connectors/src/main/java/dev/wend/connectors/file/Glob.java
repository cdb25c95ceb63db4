package dev.wend.connectors.file;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of paths: {@code *}, {@code ?}, {@code [a-c]}, {@code {csv,tsv}}, and {@code **} for any folders, none among
 * them.
 */
final class Glob {
  private static final String SPECIAL = "*?[{";
  private static final String ANY_FOLDERS = "**/";

  private final String root;
  private final List<PathMatcher> matchers;

  private Glob(String root, List<PathMatcher> matchers) {
    this.root = root;
    this.matchers = matchers;
  }

  /**
   * Empty where the text is no pattern but the name of something.
   *
   * @throws UnreadablePathException where it is a broken pattern
   */
  static Optional<Glob> of(String text) throws UnreadablePathException {
    int special = firstSpecial(text);
    if (special == text.length()) {
      return Optional.empty();
    }
    int slash = text.lastIndexOf('/', special);
    String root = slash < 0 ? "." : text.substring(0, slash + 1);
    try {
      List<PathMatcher> matchers =
          alternatives(text.substring(slash + 1)).stream()
              .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
              .toList();
      return Optional.of(new Glob(root, matchers));
    } catch (PatternSyntaxException broken) {
      throw new UnreadablePathException(
          text + " is not a pattern of paths: " + broken.getDescription());
    }
  }

  /** The folder below which everything that matches lies. */
  String root() {
    return root;
  }

  /** Whether a name below the root matches. */
  boolean matches(String name) {
    Path path = Path.of(name);
    return matchers.stream().anyMatch(matcher -> matcher.matches(path));
  }

  private static int firstSpecial(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (SPECIAL.indexOf(text.charAt(index)) >= 0) {
        return index;
      }
    }
    return text.length();
  }

  /** With each {@code **}{@code /} as it is and left out. */
  private static List<String> alternatives(String pattern) {
    int folders = pattern.indexOf(ANY_FOLDERS);
    if (folders < 0) {
      return List.of(pattern);
    }
    List<String> all = new ArrayList<>();
    String before = pattern.substring(0, folders);
    for (String after : alternatives(pattern.substring(folders + ANY_FOLDERS.length()))) {
      all.add(before + after);
      all.add(before + ANY_FOLDERS + after);
    }
    return all;
  }
}
