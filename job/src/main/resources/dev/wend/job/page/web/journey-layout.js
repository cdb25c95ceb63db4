/* Where the nodes and edges of a scenario lie, top-down, as dagre has it. */
(function (wend) {
  "use strict";
  const WIDTH = 232;

  const GROUPS = { trigger: "entry", delay: "wait", sleep: "wait", "wait-until": "wait", condition: "ask", "wait-for": "ask", split: "ask", end: "end" };

  function group(type) {
    return GROUPS[type] || "act";
  }

  function short(text, most) {
    return text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text;
  }

  /* way and count make up the first line; further lines stand below. */
  function sized(label) {
    const lines = [[label.way, label.count].filter(Boolean).join("  "), ...label.more];
    return { ...label, lines, width: Math.max(...lines.map((line) => line.length)) * 6.5 + 18, height: lines.length * 16 + 7 };
  }

  function layout(scenario, view) {
    const graph = new window.dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: "TB", nodesep: 44, ranksep: 30, edgesep: 26, marginx: 24, marginy: 24 });
    const byId = new Map(scenario.nodes.map((node) => [node.id, node]));
    scenario.nodes.forEach((node) => {
      const lines = view.states(node);
      graph.setNode(node.id, { node, states: lines, group: group(node.type), title: short(node.id, 21), width: WIDTH, height: lines.length ? 70 : 52 });
    });
    scenario.edges.forEach((edge, index) => {
      const label = sized(view.label(edge, byId.get(edge.from)));
      graph.setEdge(edge.from, edge.to, { edge, label, width: label.width, height: label.height, labelpos: "c" }, String(index));
    });
    window.dagre.layout(graph);
    return {
      width: graph.graph().width,
      height: graph.graph().height,
      nodes: graph.nodes().map((id) => graph.node(id)),
      edges: graph.edges().map((key) => graph.edge(key)),
    };
  }

  wend.journeyLayout = { layout, group, short };
})((window.wend = window.wend || {}));
