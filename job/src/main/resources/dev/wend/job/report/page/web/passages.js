/* What the graph of a replay tells: who passed where, and what became of them. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format } = wend;
  const { pairs, part } = wend.journeyGraph;

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

  function label(edge, from) {
    const way = wend.journeyLayout.short(format.words(edge.label), 24);
    const count = format.number(edge.journeys) + (edge.decision || edge.journeys !== from.arrived
      ? " · " + format.percent(edge.journeys, from.arrived) : "");
    return { way, count, more: edge.stay.count && edge.stay.p50 > 0 ? ["median " + format.duration(edge.stay.p50)] : [] };
  }

  function caption(node) {
    return format.words([node.type, node.detail].filter(Boolean).join(" · "));
  }

  function summary(node, told) {
    return `${node.id}, ${node.type}: ${format.plural(node.arrived, "journey")} came, ` + told.map((state) => state.text).join(", ");
  }

  function details(scenario, node) {
    const out = scenario.edges.filter((edge) => edge.from === node.id);
    const tallies = (list) => list.map((one) => [format.name(one.name), format.number(one.count)]);
    return [
      el("span", { class: "kind " + wend.journeyLayout.group(node.type) }, node.type),
      el("h3", {}, node.id),
      node.detail ? el("p", { class: "detail" }, format.words(node.detail)) : [],
      pairs([
        ["Journeys that came", format.number(node.arrived)],
        ["Customers", format.number(node.customers)],
        ["Waiting here", format.number(node.waiting)],
        ...(node.actions ? [["Actions done", format.number(node.actions)]] : []),
        ...(node.stay.count && node.stay.p90 ? [["Median time here", format.duration(node.stay.p50)], ["9 of 10 within", format.duration(node.stay.p90)]] : []),
      ]),
      part("Went on to", out.map((edge) => [
        (edge.decision && edge.decision !== edge.to ? edge.decision + " → " : "") + edge.to,
        format.number(edge.journeys) + " (" + format.percent(edge.journeys, node.arrived) + ")"])),
      part("Ended here", tallies(node.ended)),
      part("Not sent", tallies(node.suppressed)),
      part("Entries refused", tallies(node.refused)),
    ].flat();
  }

  function edgeTable(scenario) {
    return wend.tables.behind("The journey as a table", [
      { title: "From", value: (edge) => edge.from },
      { title: "Way", value: (edge) => format.words(edge.label) || "–" },
      { title: "To", value: (edge) => edge.to },
      { title: "Journeys", number: true, value: (edge) => format.number(edge.journeys) },
      { title: "Customers", number: true, value: (edge) => format.number(edge.customers) },
      { title: "Median time", number: true, value: (edge) => format.stay(edge.stay) },
    ], scenario.edges);
  }

  function view(scenario) {
    return {
      weight: (edge) => edge.customers,
      flow: (edge) => (edge.customers ? "" : "none"),
      label,
      edgeNumbers: (edge) => ({ journeys: edge.journeys, customers: edge.customers }),
      tone: () => "",
      number: (node) => format.number(node.arrived),
      numberTone: () => "",
      nodeNumbers: (node) => ({ arrived: node.arrived, waiting: node.waiting }),
      states,
      caption,
      summary,
      details: (node) => details(scenario, node),
      isFirst: (node) => node.waiting > 0,
      legend: el("span", { class: "hint" }, "Width of a line: customers. Percent: of the journeys that came to the node above."),
      table: edgeTable(scenario),
    };
  }

  wend.passages = { view };
})((window.wend = window.wend || {}));
