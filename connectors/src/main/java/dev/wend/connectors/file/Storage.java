package dev.wend.connectors.file;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalDataInputStream;

/** Where files lie: on this machine, or in a file system that Flink knows by the scheme of the URI. */
final class Storage {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private static final Pattern LOCAL_URI = Pattern.compile("^file:/+");

  /** Keys of a bucket may stand before its name. */
  private static final Pattern USER = Pattern.compile("://[^/@\\s]*@");

  private Storage() {}

  /** A text with locations in it, without secrets. */
  static String shown(String text) {
    return USER.matcher(text).replaceAll("://***@");
  }

  /** Whether it is a URI, those of files of this machine aside. */
  static boolean isRemote(String location) {
    return SCHEME.matcher(location).matches() && !location.startsWith("file:");
  }

  /** The path of this machine that a path or a {@code file:} URI names. */
  static java.nio.file.Path local(String location) {
    return java.nio.file.Path.of(LOCAL_URI.matcher(location).replaceFirst("/"));
  }

  /** Opens a file at its beginning. */
  static FSDataInputStream open(String path) throws IOException {
    if (!isRemote(path)) {
      return new LocalDataInputStream(new File(path));
    }
    Path remote = new Path(path);
    return remote.getFileSystem().open(remote);
  }

  /** The size of a file; empty where there is none of that name. */
  static OptionalLong size(String path) throws IOException {
    if (!isRemote(path)) {
      File file = new File(path);
      return file.isFile() ? OptionalLong.of(file.length()) : OptionalLong.empty();
    }
    Path remote = new Path(path);
    return status(remote.getFileSystem(), remote)
        .filter(found -> !found.isDir())
        .map(found -> OptionalLong.of(found.getLen()))
        .orElseGet(OptionalLong::empty);
  }

  static Optional<FileStatus> status(FileSystem system, Path path) throws IOException {
    try {
      return Optional.ofNullable(system.getFileStatus(path));
    } catch (FileNotFoundException missing) {
      return Optional.empty();
    }
  }
}
