package dev.wend.connectors.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.event.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Proposes a mapping file for files of an unknown layout. */
public final class Inference {
  private static final int SAMPLES = 12;

  private Inference() {}

  /**
   * What was found out.
   *
   * @param mapping the draft, as text of a mapping file; empty where the records are native, or nothing was found
   * @param isNative whether the records can be read without a mapping
   * @param told line by line: layouts, candidates with their scores, and what came of the draft on the sample
   * @param unsure what a person should look at
   */
  public record Result(
      Optional<String> mapping, boolean isNative, List<String> told, List<String> unsure) {}

  /**
   * Finds out what it can.
   *
   * @param files of one layout or of several
   */
  public static Result of(List<EventFile> files, DecoderSettings settings) {
    List<String> told = new ArrayList<>();
    Map<SampleFile, List<EventFile>> layouts = layouts(files, told);
    List<Draft> drafts = new ArrayList<>();
    boolean isNative = false;
    for (Map.Entry<SampleFile, List<EventFile>> layout : layouts.entrySet()) {
      SampleFile sample = layout.getKey();
      told.add(
          String.format(
              Locale.ROOT,
              "%s: %s; %,d rows looked at%s",
              sample.file().name(),
              sample.layout(),
              sample.records().size(),
              layout.getValue().size() > 1
                  ? "; " + layout.getValue().size() + " files that were looked at are like it"
                  : ""));
      Draft draft = new Draft(sample, drafts.isEmpty() ? "kinds" : "kinds-" + (drafts.size() + 1));
      draft.roles().considered().forEach(candidate -> told.add("  " + candidate));
      isNative |= sample.isNative();
      if (sample.isNative()) {
        told.add("  native records: they are read without a mapping");
      } else if (draft.isPossible()) {
        drafts.add(draft);
      } else {
        told.add("  left out: " + lacking(draft) + " was found in it");
      }
    }
    return drafts.isEmpty()
        ? new Result(Optional.empty(), isNative, told, List.of())
        : drafted(drafts, layouts, settings, told);
  }

  private static String lacking(Draft draft) {
    boolean customer = draft.roles().of(Role.CUSTOMER).isEmpty();
    boolean time = draft.roles().of(Role.TIME).isEmpty();
    return customer && time ? "no customer and no time" : customer ? "no customer" : "no time";
  }

  /** Files that are laid out alike, by the first of them. */
  private static Map<SampleFile, List<EventFile>> layouts(
      List<EventFile> files, List<String> told) {
    Map<SampleFile, List<EventFile>> layouts = new LinkedHashMap<>();
    for (EventFile file : spread(files)) {
      try {
        SampleFile sample = SampleReader.read(file);
        SampleFile known =
            layouts.keySet().stream().filter(sample::isLike).findFirst().orElse(sample);
        layouts.computeIfAbsent(known, added -> new ArrayList<>()).add(file);
      } catch (IOException unreadable) {
        told.add(file.name() + ": left out: " + unreadable.getMessage());
      }
    }
    return layouts;
  }

  /** All, or if there are many the first, the last, and some between. */
  private static List<EventFile> spread(List<EventFile> files) {
    if (files.size() <= SAMPLES) {
      return files;
    }
    List<EventFile> some = new ArrayList<>();
    for (int index = 0; index < SAMPLES; index++) {
      some.add(files.get((int) ((files.size() - 1L) * index / (SAMPLES - 1))));
    }
    return some;
  }

  private static Result drafted(
      List<Draft> drafts,
      Map<SampleFile, List<EventFile>> layouts,
      DecoderSettings settings,
      List<String> told) {
    ObjectNode mapping = Json.object().put("name", "Draft");
    ObjectNode tables = Json.object();
    ArrayNode inputs = Json.MAPPER.createArrayNode();
    List<String> unsure = new ArrayList<>();
    for (Draft draft : drafts) {
      inputs.add(draft.input(Pattern.of(layouts.get(draft.sample()))));
      tables.setAll(draft.tables());
      draft.unsure().stream().filter(doubt -> !unsure.contains(doubt)).forEach(unsure::add);
    }
    mapping.put(
        "description",
        "A first draft, made from a sample."
            + (unsure.isEmpty() ? "" : " Unsure: " + String.join("; ", unsure) + "."));
    if (!tables.isEmpty()) {
      mapping.set("tables", tables);
    }
    mapping.set("inputs", inputs);
    String text = text(mapping);
    drafts.forEach(draft -> told.addAll(tried(text, draft.sample(), settings)));
    return new Result(Optional.of(text), false, told, List.copyOf(unsure));
  }

  private static List<String> tried(String text, SampleFile sample, DecoderSettings settings) {
    try {
      Trial trial = Trial.of(text, sample, settings);
      List<String> lines = new ArrayList<>();
      lines.add(
          String.format(
              Locale.ROOT,
              "tried on %s: %,d rows were read, %,d were not",
              sample.file().name(),
              trial.read(),
              trial.refusedRows()));
      SortedMap<String, Long> refused = new TreeMap<>(trial.refused());
      refused.forEach(
          (reason, rows) -> lines.add(String.format(Locale.ROOT, "  %,d %s", rows, reason)));
      return lines;
    } catch (InvalidMappingException impossible) {
      throw new IllegalStateException("the draft is no mapping", impossible);
    }
  }

  private static String text(ObjectNode mapping) {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(mapping) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What the names of files have in common. */
  private static final class Pattern {
    static String of(List<EventFile> files) {
      String first = lastName(files.get(0));
      String prefix = first;
      String suffix = first;
      for (EventFile file : files) {
        String name = lastName(file);
        while (!name.startsWith(prefix)) {
          prefix = prefix.substring(0, prefix.length() - 1);
        }
        while (!name.endsWith(suffix)) {
          suffix = suffix.substring(1);
        }
      }
      if (prefix.equals(first)) {
        return escaped(first);
      }
      String begin = prefix.replaceAll("[0-9]+$", "");
      String end = suffix.substring(Math.max(0, suffix.lastIndexOf('.')));
      return escaped(begin) + "*" + escaped(end);
    }

    private static String lastName(EventFile file) {
      String name = file.contentName();
      return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String escaped(String name) {
      return name.replaceAll("([*?\\[\\]{}\\\\])", "\\\\$1");
    }
  }
}
