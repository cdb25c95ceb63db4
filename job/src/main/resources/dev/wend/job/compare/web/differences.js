/* What the graph of a comparison tells: how many more or fewer passed where. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format, words } = wend;
  const { pairs, part } = wend.journeyGraph;

  /* One text where both sides say the same, else both. */
  function both(texts) {
    const [a, b] = [texts.a, texts.b].map((text) => (text === undefined ? undefined : format.words(text)));
    if (a === undefined || b === undefined || a === b) return a === undefined ? b : a;
    return (a || "nothing") + " → " + (b || "nothing");
  }

  function onlyIn(texts) {
    return texts.a === undefined ? "only in B" : texts.b === undefined ? "only in A" : "";
  }

  /* The nodes and edges as the graph draws them; of a scenario without counterpart none is said to be new or changed. */
  function graph(scenario) {
    const isPair = Boolean(scenario.a && scenario.b);
    const differs = (texts) => isPair && texts.a !== texts.b;
    const otherWays = new Set(scenario.edges.filter((edge) => differs(edge.label)).map((edge) => edge.from));
    return {
      nodes: scenario.nodes.map((node) => {
        const saysElse = differs(node.type) || differs(node.detail);
        const only = isPair ? onlyIn(node.type) : "";
        return { ...node, type: node.type.b || node.type.a, types: node.type, only, saysElse, isChanged: saysElse || otherWays.has(node.id) };
      }),
      edges: scenario.edges.map((edge) => ({ ...edge, only: isPair ? onlyIn(edge.label) : "" })),
    };
  }

  const found = (node, kinds) => words.sum(node.counts.filter((one) => kinds.includes(one.kind)));
  const ENDED = ["exited", "expired", "condition-not-met", "restarted"];

  function states(node) {
    const waiting = found(node, ["waiting"]);
    const ended = found(node, ENDED);
    return [
      { kind: "", text: words.change(node.arrived) + " came" },
      waiting.difference && { kind: "waiting", text: words.signed(waiting.difference) + " waiting" },
      !waiting.difference && ended.difference && { kind: "stopped", text: words.signed(ended.difference) + " ended" },
    ].filter(Boolean);
  }

  function caption(node) {
    return [node.only, both(node.types), both(node.detail)].filter(Boolean).join(" · ");
  }

  function label(edge) {
    const way = [wend.journeyLayout.short(both(edge.label), 24), edge.only].filter(Boolean).join(" · ");
    const counts = edge.journeys;
    return counts.difference
      ? { way, count: words.signed(counts.difference), tone: words.tone(counts.difference), more: [words.change(counts)] }
      : { way, count: words.change(counts), more: [] };
  }

  function details(scenario, node) {
    const line = (name, counts) => [name, [words.change(counts), " ", words.difference(counts)]];
    const out = scenario.edges.filter((edge) => edge.from === node.id);
    const name = (one) => words.turn(one).replace(/^./, (first) => first.toUpperCase());
    const told = [["In A", node.detail.a], ["In B", node.detail.b]].filter(([, text]) => text !== undefined);
    return [
      el("span", { class: "kind " + wend.journeyLayout.group(node.type) }, both(node.types)),
      node.only ? el("span", { class: "kind" }, node.only) : [],
      el("h3", {}, node.id),
      node.saysElse
        ? told.map(([side, text]) => el("p", { class: "detail changed" }, el("b", {}, side + " "), format.words(text) || "–"))
        : el("p", { class: "detail" }, both(node.detail)),
      pairs([line("Journeys that came", node.arrived)]),
      part("Went on to", out.map((edge) => line((edge.decision && edge.decision !== edge.to ? edge.decision + " → " : "") + edge.to + (edge.only ? ", " + edge.only : ""), edge.journeys))),
      part("Happened here", node.counts.map((one) => line(name(one), one))),
    ].flat();
  }

  function table(scenario) {
    return wend.tables.behind("The journey as a table", [
      { title: "From", value: (edge) => edge.from },
      { title: "Way", value: (edge) => both(edge.label) || "–" },
      { title: "To", value: (edge) => edge.to },
      ...sides((edge) => edge.journeys),
    ], scenario.edges);
  }

  /* Columns for both counts of a row and their difference. */
  function sides(counts) {
    return [
      { title: "A", number: true, value: (row) => format.number(counts(row).a) },
      { title: "B", number: true, value: (row) => format.number(counts(row).b) },
      { title: "Difference", number: true, value: (row) => words.difference(counts(row)) },
    ];
  }

  const numbers = (counts) => ({ a: counts.a, b: counts.b, difference: counts.difference });

  function view(scenario) {
    const most = Math.max(...scenario.nodes.map((node) => Math.abs(node.arrived.difference)));
    const first = scenario.nodes.find((node) => node.isChanged) || scenario.nodes.find((node) => Math.abs(node.arrived.difference) === most);
    return {
      weight: (edge) => Math.abs(edge.journeys.difference),
      flow: (edge) => (edge.journeys.a + edge.journeys.b ? words.tone(edge.journeys.difference) : "none"),
      label,
      edgeNumbers: (edge) => numbers(edge.journeys),
      tone: (node) => (node.isChanged || node.only ? "changed" : ""),
      number: (node) => (node.arrived.difference ? words.signed(node.arrived.difference) : ""),
      numberTone: (node) => words.tone(node.arrived.difference),
      nodeNumbers: (node) => numbers(node.arrived),
      states,
      caption,
      summary: (node, told) => `${node.id}, ${both(node.types)}${node.isChanged ? ", changed" : ""}: ` + told.map((state) => state.text).join(", "),
      details: (node) => details(scenario, node),
      isFirst: (node) => node === first,
      legend: [
        scenario.nodes.some((node) => node.isChanged) ? el("span", { class: "kind changed" }, "Changed") : "",
        el("span", { class: "hint" }, "Width of a line: how many journeys more (", el("span", { class: "more" }, "+"), ") or fewer (", el("span", { class: "fewer" }, "−"), ") go this way in B than in A."),
      ],
      table: table(scenario),
    };
  }

  wend.differences = { graph, view, both, onlyIn, sides };
})((window.wend = window.wend || {}));
