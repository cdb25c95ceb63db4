package dev.wend.job.drawing;

import dev.wend.compile.ScenarioGraph.Role;
import java.util.Locale;

/** The shapes by which the roles of nodes are told apart, beside colour and label. */
final class Outline {
  private static final double POINTED = 16;
  private static final double CUT = 12;
  private static final double ROUND = 8;
  private static final double ROUNDEST = 26;
  private static final double INSET = 4;

  private Outline() {}

  /** The elements of a shape of that size. */
  static String of(Role role, GraphLayout.Box box) {
    return switch (role) {
      case TRIGGER -> rectangle("shape", 0, box, Math.min(ROUNDEST, box.height() / 2));
      case CONDITION -> polygon(corners(box, POINTED, box.height() / 2));
      case SPLIT -> polygon(octagon(box));
      case WAIT ->
          rectangle("shape", 0, box, 2)
              + "<path class=\"inner\" d=\""
              + text("M6 0V%sM%s 0V%s", box.height(), box.width() - 6, box.height())
              + "\"/>";
      case ACTION -> rectangle("shape", 0, box, ROUND);
      case END ->
          rectangle("shape", 0, box, Math.min(ROUNDEST, box.height() / 2))
              + rectangle("inner", INSET, box, Math.min(ROUNDEST, box.height() / 2) - INSET);
    };
  }

  private static String corners(GraphLayout.Box box, double tip, double middle) {
    return text(
        "%s,0 %s,0 %s,%s %s,%s %s,%s 0,%s",
        tip,
        box.width() - tip,
        box.width(),
        middle,
        box.width() - tip,
        box.height(),
        tip,
        box.height(),
        middle);
  }

  private static String octagon(GraphLayout.Box box) {
    double right = box.width();
    double bottom = box.height();
    return text(
        "%s,0 %s,0 %s,%s %s,%s %s,%s %s,%s 0,%s 0,%s",
        CUT,
        right - CUT,
        right,
        CUT,
        right,
        bottom - CUT,
        right - CUT,
        bottom,
        CUT,
        bottom,
        bottom - CUT,
        CUT);
  }

  private static String polygon(String points) {
    return "<polygon class=\"shape\" points=\"" + points + "\"/>";
  }

  private static String rectangle(
      String className, double inset, GraphLayout.Box box, double round) {
    return "<rect class=\""
        + className
        + "\""
        + text(
            " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>",
            inset, inset, box.width() - 2 * inset, box.height() - 2 * inset, round);
  }

  /** With numbers of at most two decimals. */
  static String text(String format, Object... numbers) {
    Object[] written = new Object[numbers.length];
    for (int index = 0; index < numbers.length; index++) {
      written[index] = number((double) numbers[index]);
    }
    return String.format(Locale.ROOT, format, written);
  }

  static String number(double value) {
    String written = String.format(Locale.ROOT, "%.2f", value);
    return written.replaceFirst("\\.?0+$", "");
  }
}
