package dev.wend.job.operator;

import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Relevance;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.ScenarioRegistry;
import dev.wend.job.replay.FixedScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Scenarios that are compiled once in this JVM and shared by all operators that are started one after the other. */
record CompiledOnce(String name) implements ScenarioSource {
  private static final Map<String, ScenarioRegistry> COMPILED = new ConcurrentHashMap<>();
  private static final long serialVersionUID = 1;

  /** All documents of a directory. */
  static CompiledOnce directory(Path directory) throws IOException {
    List<CompiledScenario> scenarios = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        scenarios.add(compile(file.toString(), Files.readString(file)));
      }
    }
    return of(directory.toString(), scenarios);
  }

  /** One document. */
  static CompiledOnce document(String text) {
    return of(text, List.of(compile("scenario.json", text)));
  }

  /** What is compiled already, under a name of its own. */
  static CompiledOnce of(String name, List<CompiledScenario> scenarios) {
    COMPILED.put(name, new FixedScenarios(scenarios));
    return new CompiledOnce(name);
  }

  private static CompiledScenario compile(String file, String text) {
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
    Relevance relevance = Relevance.of(load().running());
    return events.stream().filter(relevance::concerns).toList();
  }

  @Override
  public ScenarioRegistry load() {
    return COMPILED.get(name);
  }
}
