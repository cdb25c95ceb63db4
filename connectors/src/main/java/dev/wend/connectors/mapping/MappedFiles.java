package dev.wend.connectors.mapping;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Opens files by a mapping; keeps the tables of the last directory and input. Not thread-safe. */
public final class MappedFiles {
  private final Mapping mapping;
  private final DecoderSettings settings;
  private final Map<String, Tables> loaded = new HashMap<>();

  /** Maps by {@code mapping}. */
  public MappedFiles(Mapping mapping, DecoderSettings settings) {
    this.mapping = mapping;
    this.settings = settings;
  }

  /**
   * Makes ready to map the lines of a file.
   *
   * @throws IOException when the mapping does not say how, or a table beside the file cannot be read
   */
  public MappedFile open(EventFile file) throws IOException {
    MappedInput input =
        mapping
            .inputFor(file)
            .orElseThrow(() -> new IOException("no input of the mapping takes " + file.name()));
    String directory = file.path().substring(0, file.path().lastIndexOf('/') + 1);
    String key = input.index() + " " + directory;
    Tables tables = loaded.get(key);
    if (tables == null) {
      tables = Tables.load(mapping.tables(), input.tables(), file);
      loaded.clear();
      loaded.put(key, tables);
    }
    return MappedFile.of(file, input, tables, settings);
  }
}
