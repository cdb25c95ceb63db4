package dev.wend.connectors.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Directories of the file systems that Flink knows by scheme. */
final class RemoteTree implements Location.Tree {
  @Override
  public boolean exists(String path) throws IOException {
    Path root = new Path(path);
    return Storage.status(root.getFileSystem(), root).isPresent();
  }

  @Override
  public boolean isReadable(String path) {
    return true;
  }

  @Override
  public boolean isFile(String path) throws IOException {
    return Storage.size(path).isPresent();
  }

  @Override
  public List<EventFile> below(String path) throws IOException {
    Path root = new Path(path);
    FileSystem system = root.getFileSystem();
    List<EventFile> files = new ArrayList<>();
    FileStatus status = system.getFileStatus(root);
    if (status.isDir()) {
      collect(system, root, "", files);
    } else {
      files.add(new EventFile(root.getName(), root.toString(), status.getLen()));
    }
    return files;
  }

  private static void collect(FileSystem system, Path folder, String name, List<EventFile> files)
      throws IOException {
    FileStatus[] entries = system.listStatus(folder);
    if (entries == null) {
      throw new IOException("no list of " + folder);
    }
    for (FileStatus entry : entries) {
      String last = entry.getPath().getName();
      if (last.startsWith(".")) {
        continue;
      }
      if (entry.isDir()) {
        collect(system, entry.getPath(), name + last + '/', files);
      } else {
        files.add(new EventFile(name + last, entry.getPath().toString(), entry.getLen()));
      }
    }
  }
}
