package dev.wend.job.drawing.elk;

import dev.wend.job.drawing.GraphLayout;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Layers from top to bottom, with ways that turn at right angles. */
public final class ElkLayout implements GraphLayout {
  private static final double MARGIN = 24;
  private static final double BETWEEN_NODES = 40;
  private static final double BETWEEN_LAYERS = 34;
  private static final double BETWEEN_EDGES = 16;

  @Override
  public Placed place(List<Box> boxes, List<Link> links) {
    ElkNode graph = graph();
    List<ElkNode> nodes = boxes.stream().map(box -> node(graph, box)).toList();
    List<ElkEdge> edges =
        links.stream()
            .map(link -> edge(nodes.get(link.from()), nodes.get(link.to()), link))
            .toList();
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    return new Placed(
        new Box(graph.getWidth(), graph.getHeight()),
        nodes.stream().map(node -> new Point(node.getX(), node.getY())).toList(),
        edges.stream().map(ElkLayout::route).toList());
  }

  private static ElkNode graph() {
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    graph.setProperty(CoreOptions.RANDOM_SEED, 1);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_EDGES);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_EDGES);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_EDGES);
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    return graph;
  }

  private static ElkNode node(ElkNode graph, Box box) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(box.width(), box.height());
    return node;
  }

  private static ElkEdge edge(ElkNode from, ElkNode to, Link link) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
    if (link.label().width() > 0) {
      ElkLabel label = ElkGraphUtil.createLabel("label", edge);
      label.setDimensions(link.label().width(), link.label().height());
      label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
    }
    return edge;
  }

  private static Route route(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().get(0);
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
    points.add(new Point(section.getEndX(), section.getEndY()));
    Point label =
        edge.getLabels().stream()
            .findFirst()
            .map(placed -> new Point(placed.getX(), placed.getY()))
            .orElse(points.get(0));
    return new Route(List.copyOf(points), label);
  }
}
