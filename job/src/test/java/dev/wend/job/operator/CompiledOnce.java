package dev.wend.job.operator;

import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Relevance;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.CustomerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Scenarios that are compiled once in this JVM and shared by all operators that are started one after the other. */
record CompiledOnce(String name) implements ScenarioSource {
  private static final Map<String, SortedMap<String, CompiledScenario>> COMPILED =
      new ConcurrentHashMap<>();
  private static final long serialVersionUID = 1;

  /** All documents of a directory. */
  static CompiledOnce directory(Path directory) throws IOException {
    List<CompiledScenario> scenarios = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        scenarios.add(compiled(file.toString(), Files.readString(file)));
      }
    }
    return of(directory.toString(), scenarios);
  }

  /** One document. */
  static CompiledOnce document(String text) {
    return of(text, List.of(compiled("scenario.json", text)));
  }

  /** What is compiled already, under a name of its own. */
  static CompiledOnce of(String name, List<CompiledScenario> scenarios) {
    SortedMap<String, CompiledScenario> byId = new TreeMap<>();
    scenarios.forEach(scenario -> byId.put(scenario.scenario().id(), scenario));
    COMPILED.put(name, byId);
    return new CompiledOnce(name);
  }

  private static CompiledScenario compiled(String file, String text) {
    var checked = ScenarioChecker.check(file, text);
    return ScenarioCompiler.compile(
        checked
            .scenario()
            .orElseThrow(() -> new IllegalArgumentException(checked.issues().toString())));
  }

  /** Lets go of the compiled scenarios. */
  void forget() {
    COMPILED.remove(name);
  }

  /** The events that concern one of the scenarios. */
  List<CustomerEvent> relevant(List<CustomerEvent> events) {
    Relevance relevance = Relevance.of(load());
    return events.stream().filter(relevance::concerns).toList();
  }

  /** The documents are found by the ids of their scenarios. */
  @Override
  public List<ScenarioDocument> documents() {
    return COMPILED.get(name).keySet().stream().map(id -> new ScenarioDocument(id, name)).toList();
  }

  @Override
  public CompiledScenario compile(ScenarioDocument document) {
    return document.text().equals(name)
        ? COMPILED.get(name).get(document.name())
        : compiled(document.name(), document.text());
  }
}
