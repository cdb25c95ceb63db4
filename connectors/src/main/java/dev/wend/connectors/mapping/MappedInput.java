package dev.wend.connectors.mapping;

import dev.wend.connectors.file.EventFile;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Files of one layout.
 *
 * @param index its place in the mapping
 * @param glob of the names of its files without {@code .gz} and the like; without a slash of their last part
 * @param columns the columns that it names
 * @param tables the tables that it names
 */
record MappedInput(
    int index,
    String glob,
    Format format,
    List<EventRule> events,
    Set<String> columns,
    Set<String> tables) {
  boolean takes(EventFile file) {
    Path name = Path.of(file.contentName());
    Path compared = glob.indexOf('/') < 0 ? name.getFileName() : name;
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(compared);
  }
}
