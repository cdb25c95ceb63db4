package dev.wend.job.drawing;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioGraph;
import dev.wend.compile.ScenarioGraph.Vertex;
import dev.wend.compile.SettingsText;
import java.util.List;
import java.util.stream.Collectors;

/** Scenarios as one page: the picture of each, its settings, and its nodes with their patterns in a table. */
public final class ScenarioPage {
  private ScenarioPage() {}

  /** A page that needs nothing else. */
  public static String of(List<CompiledScenario> scenarios, GraphLayout layout) {
    return Resources.text("page.html")
        .replace("<!--style-->", Resources.text("page.css"))
        .replace(
            "<!--scenarios-->",
            scenarios.stream()
                .map(scenario -> section(scenario, layout))
                .collect(Collectors.joining("\n")));
  }

  private static String section(CompiledScenario compiled, GraphLayout layout) {
    return "<article>\n<header><h1>"
        + text(compiled.scenario().name())
        + "</h1>\n<p class=\"soft\"><code>"
        + text(compiled.scenario().id())
        + "</code>, version "
        + compiled.scenario().version()
        + ", "
        + compiled.scenario().status().id()
        + "</p>\n"
        + paragraph(compiled.scenario().description())
        + "</header>\n<figure tabindex=\"0\" role=\"group\" aria-label=\"The journey as a graph\">\n"
        + ScenarioSvg.of(compiled, layout)
        + "</figure>\n"
        + settings(compiled)
        + nodes(ScenarioGraph.of(compiled))
        + "</article>";
  }

  private static String paragraph(String description) {
    return description.isEmpty() ? "" : "<p>" + text(description) + "</p>\n";
  }

  private static String settings(CompiledScenario compiled) {
    StringBuilder rows = new StringBuilder();
    row(rows, "timeZone", compiled.scenario().timeZone().getId());
    compiled.scenario().activeFrom().ifPresent(from -> row(rows, "activeFrom", from.toString()));
    compiled
        .scenario()
        .activeUntil()
        .ifPresent(until -> row(rows, "activeUntil", until.toString()));
    SettingsText.of(compiled.scenario().settings())
        .forEach(setting -> row(rows, setting.name(), setting.value()));
    return "<h2>Settings</h2>\n<dl>\n" + rows + "</dl>\n";
  }

  private static void row(StringBuilder rows, String name, String value) {
    rows.append("<div><dt>" + text(name) + "</dt><dd>" + text(value) + "</dd></div>\n");
  }

  private static String nodes(ScenarioGraph graph) {
    String rows =
        graph.vertices().stream()
            .map(vertex -> row(graph, vertex))
            .collect(Collectors.joining("\n"));
    return "<h2>Nodes and patterns</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Nodes and patterns\"><table>\n"
        + "<thead><tr><th scope=\"col\">Node</th><th scope=\"col\">What it says</th><th scope=\"col\">Flink CEP patterns</th><th scope=\"col\">Leads to</th></tr></thead>\n<tbody>\n"
        + rows
        + "\n</tbody></table></div>\n";
  }

  private static String row(ScenarioGraph graph, Vertex vertex) {
    return "<tr><th scope=\"row\"><code>"
        + text(vertex.id())
        + "</code><span class=\"soft\">"
        + text(vertex.type())
        + "</span></th><td>"
        + vertex.lines().stream().map(ScenarioPage::text).collect(Collectors.joining("<br>"))
        + "</td><td>"
        + vertex.patterns().stream()
            .map(
                pattern ->
                    "<p><b>"
                        + text(pattern.decision())
                        + "</b> <code>"
                        + text(pattern.text())
                        + "</code></p>")
            .collect(Collectors.joining())
        + "</td><td>"
        + graph.edges().stream()
            .filter(edge -> edge.from().equals(vertex.id()))
            .map(
                edge ->
                    (edge.label().isEmpty() ? "" : text(edge.label()) + ": ")
                        + "<code>"
                        + text(edge.to())
                        + "</code>")
            .collect(Collectors.joining("<br>"))
        + "</td></tr>";
  }

  private static String text(String value) {
    return ScenarioSvg.escaped(value);
  }
}
