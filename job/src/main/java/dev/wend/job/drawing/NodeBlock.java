package dev.wend.job.drawing;

import dev.wend.compile.ScenarioGraph.Role;
import dev.wend.compile.ScenarioGraph.Vertex;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a node, broken into lines, each with its place from the upper left corner.
 *
 * @param lines from top to bottom
 */
record NodeBlock(Vertex vertex, List<Line> lines, GraphLayout.Box box) {
  private static final double SIDE = 18;
  private static final double POINTED = 16;
  private static final double TOP = 12;
  private static final double GAP = 6;
  private static final double LEAST = 150;
  private static final int LETTERS = 42;
  private static final int PATTERN_LETTERS = 50;

  /** How a line is set: its class in the style, its size and the distance to the next base line. */
  enum Style {
    TYPE("type", 11, 16),
    ID("id", 15, 20),
    TEXT("text", 13, 18),
    DECISION("decision", 11, 16),
    PATTERN("pattern", 11, 15);

    private final String className;
    private final double size;
    private final double advance;

    Style(String className, double size, double advance) {
      this.className = className;
      this.size = size;
      this.advance = advance;
    }

    String className() {
      return className;
    }

    double width(String text) {
      return switch (this) {
        case TYPE, ID, DECISION -> TextSize.bold(text, size);
        case TEXT -> TextSize.width(text, size);
        case PATTERN -> TextSize.fixed(text, size);
      };
    }
  }

  /**
   * A line of text.
   *
   * @param y of the base line
   */
  record Line(Style style, String text, double x, double y) {}

  static NodeBlock of(Vertex vertex) {
    Setting setting = new Setting(vertex.role() == Role.CONDITION ? SIDE + POINTED : SIDE);
    setting.add(Style.TYPE, List.of(vertex.type()));
    setting.add(Style.ID, TextSize.wrapped(vertex.id(), LETTERS - 6));
    vertex.lines().forEach(line -> setting.add(Style.TEXT, TextSize.wrapped(line, LETTERS)));
    vertex
        .patterns()
        .forEach(
            pattern -> {
              setting.skip(GAP);
              setting.add(Style.DECISION, TextSize.wrapped(pattern.decision(), LETTERS));
              setting.add(Style.PATTERN, TextSize.wrapped(pattern.text(), PATTERN_LETTERS));
            });
    return new NodeBlock(vertex, List.copyOf(setting.lines), setting.box());
  }

  private static final class Setting {
    private final double side;
    private final List<Line> lines = new ArrayList<>();
    private double y = TOP;
    private double widest;

    Setting(double side) {
      this.side = side;
    }

    void add(Style style, List<String> texts) {
      for (String text : texts) {
        y += style.advance;
        lines.add(new Line(style, text, side, y - style.advance + style.size));
        widest = Math.max(widest, style.width(text));
      }
    }

    void skip(double gap) {
      y += gap;
    }

    GraphLayout.Box box() {
      return new GraphLayout.Box(Math.ceil(Math.max(LEAST, widest + 2 * side)), Math.ceil(y + TOP));
    }
  }
}
