package dev.wend.job.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioFiles;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.compile.ScenarioGraph;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pictures of all examples: whole, legible, and the same each time. */
class ScenarioSvgTest {
  private static final GraphLayout LAYOUT = GraphLayout.find().orElseThrow();

  /** A group of the picture and where it stands. */
  private record Area(Element group, Rectangle2D place) {}

  static Stream<CompiledScenario> examples() {
    return Stream.of("scenarios", "scenarios-online-retail", "scenarios-complete-journey")
        .map(directory -> Path.of("../conf", directory))
        .flatMap(directory -> load(directory).stream())
        .map(ScenarioCompiler::compile);
  }

  private static List<CheckedScenario> load(Path path) {
    ScenarioFiles.Loaded loaded = ScenarioFiles.load(List.of(path));
    assertThat(loaded.hasErrors()).isFalse();
    return loaded.scenarios();
  }

  private static Document picture(CompiledScenario scenario) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(ScenarioSvg.of(scenario, LAYOUT))));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void allNodesAndEdgesAreThere(CompiledScenario scenario) throws Exception {
    Document picture = picture(scenario);
    ScenarioGraph graph = ScenarioGraph.of(scenario);

    assertThat(groups(picture, "node").stream().map(node -> node.getAttribute("data-node")))
        .containsExactlyElementsOf(
            graph.vertices().stream().map(ScenarioGraph.Vertex::id).toList());
    List<String> ways = new ArrayList<>();
    for (Element path : elements(picture.getElementsByTagName("path"))) {
      if (path.hasAttribute("data-from")) {
        ways.add(path.getAttribute("data-from") + " " + path.getAttribute("data-to"));
      }
    }
    assertThat(ways)
        .containsExactlyElementsOf(
            scenario.scenario().nodes().stream()
                .flatMap(node -> node.successors().stream().map(next -> node.id() + " " + next))
                .toList());
    assertThat(groups(picture, "label"))
        .hasSize((int) graph.edges().stream().filter(edge -> !edge.label().isEmpty()).count());
    assertThat(picture.getDocumentElement().getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(scenario.scenario().name());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nothingCoversAnything(CompiledScenario scenario) throws Exception {
    Document picture = picture(scenario);
    List<Area> areas = new ArrayList<>();
    groups(picture, "node").forEach(node -> areas.add(area(node)));
    groups(picture, "label").forEach(label -> areas.add(area(label)));
    Rectangle2D paper =
        new Rectangle2D.Double(
            0,
            0,
            number(picture.getDocumentElement(), "width"),
            number(picture.getDocumentElement(), "height"));

    for (int one = 0; one < areas.size(); one++) {
      assertThat(paper.contains(areas.get(one).place())).isTrue();
      for (int other = one + 1; other < areas.size(); other++) {
        assertThat(areas.get(one).place().intersects(areas.get(other).place()))
            .as(
                "%s and %s",
                areas.get(one).group().getTextContent(), areas.get(other).group().getTextContent())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void textFits(CompiledScenario scenario) throws Exception {
    Document picture = picture(scenario);
    for (Element group : groups(picture, "node")) {
      for (Element text : elements(group.getElementsByTagName("text"))) {
        double width = width(font(text), text);
        assertThat(number(text, "x") + width)
            .as(text.getTextContent())
            .isLessThan(area(group).place().getWidth() - 6);
        assertThat(number(text, "y")).isLessThan(area(group).place().getHeight() - 6);
      }
    }
    for (Element group : groups(picture, "label")) {
      for (Element text : elements(group.getElementsByTagName("text"))) {
        assertThat(width(new Font(Font.SANS_SERIF, Font.BOLD, 12), text))
            .isLessThan(area(group).place().getWidth());
      }
    }
  }

  private static double width(Font font, Element text) {
    return font.getStringBounds(text.getTextContent(), new FontRenderContext(null, true, true))
        .getWidth();
  }

  private static Font font(Element text) {
    return switch (text.getAttribute("class")) {
      case "id" -> new Font(Font.SANS_SERIF, Font.BOLD, 15);
      case "text" -> new Font(Font.SANS_SERIF, Font.PLAIN, 13);
      case "pattern" -> new Font(Font.MONOSPACED, Font.PLAIN, 11);
      default -> new Font(Font.SANS_SERIF, Font.BOLD, 11);
    };
  }

  @Test
  void theSameScenarioIsTheSamePictureEachTime() {
    examples()
        .forEach(
            scenario ->
                assertThat(ScenarioSvg.of(scenario, LAYOUT))
                    .isEqualTo(ScenarioSvg.of(scenario, GraphLayout.find().orElseThrow())));
  }

  @Test
  void aSmallOneIsAsWrittenHere() {
    CompiledScenario scenario =
        ScenarioCompiler.compile(
            load(Path.of("../conf/scenarios-online-retail/large-order.json")).get(0));

    assertThat(ScenarioSvg.of(scenario, LAYOUT)).isEqualTo(Resources.text("large-order.svg"));
  }

  private static Area area(Element group) {
    String[] moved = group.getAttribute("transform").replaceAll("[^0-9. ]", "").split(" ", -1);
    Rectangle2D size = size((Element) group.getFirstChild());
    return new Area(
        group,
        new Rectangle2D.Double(
            Double.parseDouble(moved[0]),
            Double.parseDouble(moved[1]),
            size.getWidth(),
            size.getHeight()));
  }

  private static Rectangle2D size(Element shape) {
    if (shape.getTagName().equals("rect")) {
      return new Rectangle2D.Double(0, 0, number(shape, "width"), number(shape, "height"));
    }
    Rectangle2D size = new Rectangle2D.Double();
    for (String point : shape.getAttribute("points").split(" ", -1)) {
      String[] numbers = point.split(",", -1);
      size.add(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }
    return size;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> groups(Document picture, String className) {
    return elements(picture.getElementsByTagName("g")).stream()
        .filter(group -> group.getAttribute("class").startsWith(className + " "))
        .toList();
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      elements.add((Element) nodes.item(index));
    }
    return elements;
  }
}
