package dev.wend.connectors.file;

import dev.wend.event.Utf8Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds event files. The order of the result depends on their names only. */
public final class EventFiles {
  private static final List<String> ENDINGS = List.of(".jsonl", ".json", ".ndjson", ".csv");
  private static final Comparator<EventFile> ORDER =
      Comparator.comparing(EventFile::name, Utf8Order.INSTANCE)
          .thenComparing(EventFile::path, Utf8Order.INSTANCE);

  private EventFiles() {}

  /** Whether a file in a directory is taken where no mapping says which ones are. */
  public static boolean isEventFile(EventFile file) {
    return ENDINGS.stream().anyMatch(file.contentName()::endsWith);
  }

  /**
   * Finds the files that {@code paths} name, and those below directories among them that {@code taken} accepts; a file
   * that is named twice is there once. Names that begin with a dot are left out of directories.
   *
   * @throws UnreadablePathException when a path does not exist or cannot be read
   */
  public static List<EventFile> find(Collection<Path> paths, Predicate<EventFile> taken)
      throws UnreadablePathException {
    Map<String, EventFile> byPath = new TreeMap<>(Utf8Order.INSTANCE);
    for (Path path : paths) {
      for (EventFile file : below(path)) {
        if (Files.isRegularFile(path) || taken.test(file)) {
          byPath.merge(file.path(), file, EventFiles::shorterName);
        }
      }
    }
    return byPath.values().stream().sorted(ORDER).toList();
  }

  private static List<EventFile> below(Path path) throws UnreadablePathException {
    if (!Files.exists(path)) {
      throw new UnreadablePathException(path + " does not exist");
    }
    if (!Files.isReadable(path)) {
      throw new UnreadablePathException(path + " cannot be read");
    }
    try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(path) || !isHidden(path.relativize(file)))
          .map(file -> eventFile(path, file))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new UnreadablePathException(path + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static EventFile eventFile(Path root, Path file) {
    Path relative =
        file.equals(root) ? file.toAbsolutePath().normalize().getFileName() : root.relativize(file);
    StringBuilder name = new StringBuilder();
    for (Path part : relative) {
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    try {
      return new EventFile(
          name.toString(), file.toAbsolutePath().normalize().toString(), Files.size(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static EventFile shorterName(EventFile one, EventFile other) {
    return one.name().length() <= other.name().length() ? one : other;
  }
}
