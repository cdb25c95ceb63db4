/* Where the nodes and edges of a scenario lie, top-down, as dagre has it. */
(function (wend) {
  "use strict";
  const WIDTH = 232;
  const { format } = wend;

  const GROUPS = { trigger: "entry", delay: "wait", sleep: "wait", "wait-until": "wait", condition: "ask", "wait-for": "ask", split: "ask", end: "end" };
  const LABELS = { yes: "yes", no: "no" };

  function group(type) {
    return GROUPS[type] || "act";
  }

  function short(text, most) {
    return text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text;
  }

  function states(node) {
    const ended = node.type === "end" ? [] : node.ended;
    const left = ended.reduce((sum, one) => sum + one.count, 0);
    const suppressed = node.suppressed.reduce((sum, one) => sum + one.count, 0);
    const refused = node.refused.reduce((sum, one) => sum + one.count, 0);
    return [
      node.waiting && { kind: "waiting", text: format.number(node.waiting) + " waiting" },
      left && { kind: "stopped", text: format.number(left) + " ended here" },
      suppressed && { kind: "stopped", text: format.number(suppressed) + " not sent" },
      refused && { kind: "", text: format.number(refused) + " refused" },
    ].filter(Boolean);
  }

  function edgeLabel(edge, from) {
    const way = short(format.words(LABELS[edge.decision] || edge.label), 24);
    const count = format.number(edge.journeys) + (edge.decision || edge.journeys !== from.arrived
      ? " · " + format.percent(edge.journeys, from.arrived) : "");
    const lines = [[way, count].filter(Boolean).join("  ")];
    if (edge.stay.count && edge.stay.p50 > 0) lines.push("median " + format.duration(edge.stay.p50));
    return { way, count, lines, width: Math.max(...lines.map((line) => line.length)) * 6.5 + 18, height: lines.length * 16 + 7 };
  }

  function layout(scenario) {
    const graph = new window.dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: "TB", nodesep: 44, ranksep: 30, edgesep: 26, marginx: 24, marginy: 24 });
    const byId = new Map(scenario.nodes.map((node) => [node.id, node]));
    scenario.nodes.forEach((node) => {
      const lines = states(node);
      graph.setNode(node.id, { node, states: lines, group: group(node.type), title: short(node.id, 21), width: WIDTH, height: lines.length ? 70 : 52 });
    });
    scenario.edges.forEach((edge, index) => {
      const label = edgeLabel(edge, byId.get(edge.from));
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
