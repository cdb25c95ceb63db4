package dev.wend.job.drawing;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds places for the boxes of a graph and ways between them, from top to bottom. */
public interface GraphLayout {
  /**
   * Something to be placed.
   *
   * @param width in pixels, as all lengths
   */
  record Box(double width, double height) {}

  /**
   * A way from box to box, named by their positions.
   *
   * @param label its size; nothing where it has no label
   */
  record Link(int from, int to, Box label) {}

  /** A place. */
  record Point(double x, double y) {}

  /**
   * A way that was found.
   *
   * @param points at least two
   * @param label the upper left corner of the label
   */
  record Route(List<Point> points, Point label) {}

  /**
   * All places.
   *
   * @param boxes upper left corners, in the order of the boxes
   * @param routes in the order of the links
   */
  record Placed(Box size, List<Point> boxes, List<Route> routes) {}

  /** The same graph gets the same places each time. */
  Placed place(List<Box> boxes, List<Link> links);

  /** The layout that this jar comes with; the jar for clusters comes with none. */
  static Optional<GraphLayout> find() {
    return ServiceLoader.load(GraphLayout.class, GraphLayout.class.getClassLoader()).findFirst();
  }
}
