package dev.wend.connectors.file;

import dev.wend.event.Utf8Order;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds event files. The order of the result depends on their names only. */
public final class EventFiles {
  private static final List<String> ENDINGS =
      List.of(".jsonl", ".json", ".ndjson", ".csv", ".tsv", ".parquet");
  private static final Comparator<EventFile> ORDER =
      Comparator.comparing(EventFile::name, Utf8Order.INSTANCE)
          .thenComparing(EventFile::path, Utf8Order.INSTANCE);

  private EventFiles() {}

  /** Whether a file in a directory is taken where no mapping says which ones are. */
  public static boolean isEventFile(EventFile file) {
    return ENDINGS.stream().anyMatch(file.contentName()::endsWith);
  }

  /**
   * Finds the files that {@code locations} name or match, and those below directories among them that {@code taken}
   * accepts; a file that is named twice is there once. Names that begin with a dot are left out of directories.
   *
   * @param locations paths, globs such as {@code events/**}{@code /*.csv.gz}, or URIs
   * @throws UnreadablePathException when one does not exist or cannot be read
   */
  public static List<EventFile> find(Collection<String> locations, Predicate<EventFile> taken)
      throws UnreadablePathException {
    Map<String, EventFile> byPath = new TreeMap<>(Utf8Order.INSTANCE);
    for (String location : locations) {
      for (EventFile file : Location.of(location).files(taken)) {
        byPath.merge(file.path(), file, EventFiles::shorterName);
      }
    }
    return byPath.values().stream().sorted(ORDER).toList();
  }

  private static EventFile shorterName(EventFile one, EventFile other) {
    return one.name().length() <= other.name().length() ? one : other;
  }
}
