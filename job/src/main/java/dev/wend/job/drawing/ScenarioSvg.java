package dev.wend.job.drawing;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioGraph;
import dev.wend.compile.ScenarioGraph.Edge;
import dev.wend.job.drawing.GraphLayout.Box;
import dev.wend.job.drawing.GraphLayout.Link;
import dev.wend.job.drawing.GraphLayout.Placed;
import dev.wend.job.drawing.GraphLayout.Point;
import dev.wend.job.drawing.GraphLayout.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The graph of a scenario as an SVG picture that needs nothing else. */
public final class ScenarioSvg {
  private static final double LABEL_SIZE = 12;
  private static final double LABEL_HEIGHT = 18;
  private static final int LABEL_LETTERS = 34;
  private static final double CORNER = 7;

  private final CompiledScenario scenario;
  private final ScenarioGraph graph;
  private final String name;
  private final StringBuilder svg = new StringBuilder();

  private ScenarioSvg(CompiledScenario scenario) {
    this.scenario = scenario;
    this.graph = ScenarioGraph.of(scenario);
    this.name = "wend-" + scenario.scenario().id().replaceAll("[^A-Za-z0-9-]", "_");
  }

  /** Ends with a line break. */
  public static String of(CompiledScenario scenario, GraphLayout layout) {
    return new ScenarioSvg(scenario).draw(layout);
  }

  private String draw(GraphLayout layout) {
    List<NodeBlock> blocks = graph.vertices().stream().map(NodeBlock::of).toList();
    Placed placed =
        layout.place(
            blocks.stream().map(NodeBlock::box).toList(),
            graph.edges().stream().map(this::link).toList());
    open(placed.size());
    for (int index = 0; index < graph.edges().size(); index++) {
      edge(graph.edges().get(index), placed.routes().get(index));
    }
    for (int index = 0; index < blocks.size(); index++) {
      node(blocks.get(index), placed.boxes().get(index));
    }
    for (int index = 0; index < graph.edges().size(); index++) {
      label(graph.edges().get(index), placed.routes().get(index).label());
    }
    return svg.append("</svg>\n").toString();
  }

  private Link link(Edge edge) {
    return new Link(position(edge.from()), position(edge.to()), labelBox(edge));
  }

  private int position(String nodeId) {
    List<String> ids = graph.vertices().stream().map(ScenarioGraph.Vertex::id).toList();
    return ids.indexOf(nodeId);
  }

  private static List<String> lines(Edge edge) {
    return TextSize.wrapped(edge.label(), LABEL_LETTERS);
  }

  private static Box labelBox(Edge edge) {
    List<String> lines = lines(edge);
    double widest =
        lines.stream().mapToDouble(line -> TextSize.bold(line, LABEL_SIZE)).max().orElse(-16);
    return new Box(Math.ceil(widest + 16), lines.size() * LABEL_HEIGHT);
  }

  private void open(Box size) {
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"wend\" role=\"img\" aria-labelledby=\""
            + name
            + "-title "
            + name
            + "-desc\" "
            + Outline.text(
                "width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n",
                size.width(), size.height(), size.width(), size.height()));
    element("title", name + "-title", scenario.scenario().name());
    element("desc", name + "-desc", description());
    svg.append("<style>\n").append(Resources.text("picture.css")).append("</style>\n");
    svg.append(
        "<defs><marker id=\""
            + name
            + "-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path class=\"arrow\" d=\"M0 1L9 5L0 9z\"/></marker></defs>\n");
    svg.append("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
  }

  private void element(String element, String id, String text) {
    svg.append("<" + element + " id=\"" + id + "\">" + escaped(text) + "</" + element + ">\n");
  }

  private String description() {
    return graph.vertices().stream()
        .map(
            vertex ->
                vertex.type()
                    + " "
                    + vertex.id()
                    + graph.edges().stream()
                        .filter(edge -> edge.from().equals(vertex.id()))
                        .map(
                            edge ->
                                (edge.label().isEmpty() ? "" : edge.label() + ": ")
                                    + "to "
                                    + edge.to())
                        .collect(Collectors.joining("; ", " ", "")))
        .map(String::strip)
        .collect(Collectors.joining(". ", "", "."));
  }

  private void edge(Edge edge, Route route) {
    svg.append(
        "<path class=\"edge "
            + tone(edge)
            + "\" data-from=\""
            + escaped(edge.from())
            + "\" data-to=\""
            + escaped(edge.to())
            + "\" d=\""
            + path(route.points())
            + "\" marker-end=\"url(#"
            + name
            + "-arrow)\"/>\n");
  }

  /** Straight pieces with rounded corners. */
  private static String path(List<Point> points) {
    List<String> pieces = new ArrayList<>();
    pieces.add(Outline.text("M%s %s", points.get(0).x(), points.get(0).y()));
    for (int index = 1; index < points.size() - 1; index++) {
      Point corner = points.get(index);
      Point before = towards(corner, points.get(index - 1));
      Point after = towards(corner, points.get(index + 1));
      pieces.add(
          Outline.text(
              "L%s %sQ%s %s %s %s",
              before.x(), before.y(), corner.x(), corner.y(), after.x(), after.y()));
    }
    Point last = points.get(points.size() - 1);
    pieces.add(Outline.text("L%s %s", last.x(), last.y()));
    return String.join("", pieces);
  }

  private static Point towards(Point corner, Point other) {
    double length = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
    double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return new Point(
        corner.x() + (other.x() - corner.x()) * share,
        corner.y() + (other.y() - corner.y()) * share);
  }

  private void label(Edge edge, Point at) {
    Box box = labelBox(edge);
    List<String> lines = lines(edge);
    if (lines.isEmpty()) {
      return;
    }
    svg.append(
        "<g class=\"label "
            + tone(edge)
            + Outline.text("\" transform=\"translate(%s %s)\">", at.x(), at.y())
            + Outline.text(
                "<rect width=\"%s\" height=\"%s\" rx=\"6\"/>", box.width(), box.height()));
    for (int index = 0; index < lines.size(); index++) {
      svg.append(
          Outline.text(
                  "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">",
                  box.width() / 2, index * LABEL_HEIGHT + 13)
              + escaped(lines.get(index))
              + "</text>");
    }
    svg.append("</g>\n");
  }

  private static String tone(Edge edge) {
    String label = edge.label();
    return label.startsWith("yes") ? "yes" : label.startsWith("no") ? "no" : "plain";
  }

  private void node(NodeBlock block, Point at) {
    svg.append(
        "<g class=\"node "
            + block.vertex().role().name().toLowerCase(Locale.ROOT)
            + "\" data-node=\""
            + escaped(block.vertex().id())
            + Outline.text("\" transform=\"translate(%s %s)\">", at.x(), at.y())
            + Outline.of(block.vertex().role(), block.box()));
    for (NodeBlock.Line line : block.lines()) {
      svg.append(
          "<text class=\""
              + line.style().className()
              + Outline.text("\" x=\"%s\" y=\"%s\">", line.x(), line.y())
              + escaped(line.text())
              + "</text>");
    }
    svg.append("</g>\n");
  }

  /** As text or value of XML and HTML; characters that XML has not are left out. */
  static String escaped(String text) {
    return text.replaceAll(
            "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
