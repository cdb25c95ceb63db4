package dev.wend.connectors.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Directories of this machine. */
final class LocalTree implements Location.Tree {
  @Override
  public boolean exists(String path) {
    return Files.exists(Storage.local(path));
  }

  @Override
  public boolean isReadable(String path) {
    return Files.isReadable(Storage.local(path));
  }

  @Override
  public boolean isFile(String path) {
    return Files.isRegularFile(Storage.local(path));
  }

  @Override
  public List<EventFile> below(String path) throws IOException {
    Path root = Storage.local(path);
    try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(root) || !isHidden(root.relativize(file)))
          .map(file -> eventFile(root, file))
          .toList();
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
}
