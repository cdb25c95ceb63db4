package dev.wend.connectors.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/** What a person names: a file, a directory, or a glob; on this machine or as a URI. */
final class Location {
  private final String given;
  private final Tree tree;

  private Location(String given, Tree tree) {
    this.given = given;
    this.tree = tree;
  }

  /** Where files lie below a root. */
  interface Tree {
    /** Whether there is something of that name. */
    boolean exists(String path) throws IOException;

    /** Whether it can be read. */
    boolean isReadable(String path);

    /** Whether it is a file. */
    boolean isFile(String path) throws IOException;

    /** Those below it, by their names below it; the file itself if it is one. */
    List<EventFile> below(String path) throws IOException;
  }

  static Location of(String given) {
    return new Location(given, Storage.isRemote(given) ? new RemoteTree() : new LocalTree());
  }

  /**
   * The files there.
   *
   * @param taken which ones of a directory
   */
  List<EventFile> files(Predicate<EventFile> taken) throws UnreadablePathException {
    try {
      if (tree.exists(given)) {
        boolean named = tree.isFile(given);
        return below(given).stream().filter(file -> named || taken.test(file)).toList();
      }
      return matching(Glob.of(given).orElseThrow(() -> problem("does not exist")));
    } catch (IOException | UncheckedIOException unreadable) {
      throw problem("cannot be read: " + unreadable.getMessage());
    }
  }

  private List<EventFile> matching(Glob glob) throws IOException, UnreadablePathException {
    List<EventFile> found =
        tree.exists(glob.root())
            ? below(glob.root()).stream().filter(file -> glob.matches(file.name())).toList()
            : List.of();
    if (found.isEmpty()) {
      throw problem("matches no file");
    }
    return found;
  }

  private List<EventFile> below(String path) throws IOException, UnreadablePathException {
    if (!tree.isReadable(path)) {
      throw problem("cannot be read");
    }
    return tree.below(path);
  }

  private UnreadablePathException problem(String what) {
    return new UnreadablePathException(Storage.shown(given + " " + what));
  }
}
