package dev.wend.job.operator;

import dev.wend.check.CheckedScenario;
import dev.wend.job.state.Wire;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A scenario document without errors, as it is sent and kept: text, which is compiled where it runs.
 *
 * @param name under which issues speak of it
 */
public record ScenarioDocument(String name, String text) implements Serializable {

  /** The documents of scenarios, in the order of their names. */
  public static List<ScenarioDocument> of(List<CheckedScenario> scenarios) {
    Map<String, String> texts = new TreeMap<>();
    scenarios.forEach(scenario -> texts.put(scenario.source().file(), scenario.source().text()));
    return texts.entrySet().stream()
        .map(document -> new ScenarioDocument(document.getKey(), document.getValue()))
        .toList();
  }

  /** Writes it as part of state. */
  public static void write(ScenarioDocument document, DataOutputView out) throws IOException {
    Wire.writeText(document.name(), out);
    Wire.writeText(document.text(), out);
  }

  /** Reads what {@link #write} wrote. */
  public static ScenarioDocument read(DataInputView in) throws IOException {
    return new ScenarioDocument(Wire.readText(in), Wire.readText(in));
  }
}
