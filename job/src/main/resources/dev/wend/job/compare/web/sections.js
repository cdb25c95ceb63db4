/* The parts of the page about one pair of scenarios, and those about the comparison as a whole. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format, tables, words, differences } = wend;
  const { section, card, figure } = wend.parts;

  const ENDS = ["exited", "expired", "condition-not-met", "restarted", "erased"];

  function side(name, scenario) {
    return el("span", {}, el("b", {}, name + " "), scenario ? scenario.id + ", version " + scenario.version : "none");
  }

  function compared(title, counts) {
    return figure(title, words.change(counts),
      counts.difference ? el("span", {}, words.difference(counts), counts.a ? " (" + format.percent(Math.abs(counts.difference), counts.a) + ")" : "") : "no difference");
  }

  function head(scenario) {
    const { counts, customers, journeys } = scenario;
    const all = Object.values(journeys).reduce((sum, one) => sum + one, 0);
    return el("div", {},
      el("h1", {}, scenario.title),
      el("p", { class: "lead" }, !scenario.a || !scenario.b ? `Only ${scenario.a ? "A" : "B"} has this scenario.` : customers.differ
        ? `${format.plural(customers.differ, "customer differs", "customers differ")}; ${format.number(all - journeys.same)} of ${format.plural(all, "journey")} would not be the same.`
        : "Nobody differs: both sides do the same."),
      el("div", { class: "facts" }, side("A", scenario.a), side("B", scenario.b)),
      el("dl", { class: "figures" },
        figure("Customers that differ", format.number(customers.differ), words.change(customers) + " in this scenario"),
        compared("Journeys begun", counts.entered),
        compared("Actions", counts.action),
        compared("Finished", counts.finished),
        compared("Ended otherwise", words.sum(ENDS.map((kind) => counts[kind]))),
        compared("Still on the way", counts.waiting)));
  }

  function outcomes(scenario) {
    const all = Object.entries(scenario.journeys).filter(([, count]) => count);
    const most = all.reduce((sum, [, count]) => sum + count, 0);
    return card("Journeys with the same entry", format.plural(most, "journey"), all.length ? tables.table("Journeys with the same entry", [
      { title: "Compared", value: ([outcome, count]) => el("div", {}, words.OUTCOMES[outcome], el("div", { class: "bar" + (outcome === "same" ? " same" : "") }, el("i", { style: "width:" + (100 * count) / most + "%" }))) },
      { title: "Journeys", number: true, value: ([, count]) => format.number(count) },
      { title: "Share", number: true, value: ([, count]) => format.percent(count, most) },
    ], all) : el("p", { class: "empty" }, "Nobody entered."));
  }

  /* Sums by what is common to rows, in order of appearance. */
  function grouped(rows) {
    const groups = new Map();
    rows.forEach(({ name, counts }) => groups.set(name, words.sum([groups.get(name) || { a: 0, b: 0 }, counts])));
    return [...groups].map(([name, counts]) => ({ name, counts }));
  }

  function counted(title, caption, rows, none) {
    return card(title, "", rows.length
      ? tables.table(title, [{ title: caption, value: (row) => row.name }, ...differences.sides((row) => row.counts)], rows)
      : el("p", { class: "muted" }, none));
  }

  function changes(scenario) {
    const nodes = differences.graph(scenario).nodes;
    const of = (kinds, name) => grouped(nodes.flatMap((node) => node.counts.filter((one) => kinds.includes(one.kind)).map((counts) => ({ name: name(node, counts), counts }))));
    const ends = ["finished", "exited", "expired", "condition-not-met", "restarted", "waiting"].flatMap((kind) => of([kind], (node, one) => words.turn(one)));
    if (scenario.counts.erased.a + scenario.counts.erased.b) ends.push({ name: "customer erased", counts: scenario.counts.erased });
    return section("changes", "What would change", "From A, the scenarios of --scenarios, to B, those of --against.",
      el("div", { class: "cards two" },
        outcomes(scenario),
        counted("Actions by kind", "Action", of(["action"], (node) => differences.both(node.types)), "None on either side."),
        counted("Ends", "How", ends, "No journey ended."),
        counted("Entries refused and messages not sent", "Why", of(["entry-ignored", "entry-limited", "suppressed"], (node, one) => words.turn(one)), "None on either side.")));
  }

  function journey(scenario) {
    const graph = differences.graph(scenario);
    return section("journey", "The journey", "Both versions laid upon each other. Choose a node for its numbers. Ctrl and the wheel, or two fingers, zoom.",
      wend.journeyGraph.draw(graph, differences.view(graph)));
  }

  function partings(scenario, show) {
    const button = (entry) => {
      const [a, b] = words.parting(entry);
      return el("button", { type: "button", class: "button small", "aria-label": "Show customers: A " + a + ", B " + b, on: { click: () => show(scenario.partings.indexOf(entry)) } }, "Show customers");
    };
    return section("partings", "Where journeys part", "The first step in which more than a time differs, if there is one; the most frequent first. Customers are counted where it is the first thing in which they differ.",
      card("", "", scenario.partings.length ? tables.table("Where journeys part", [
        { title: "From A to B", value: (entry) => el("div", { class: "way-cell" }, el("dl", { class: "ways" }, ["A", "B"].map((name, index) => el("div", {}, el("dt", {}, name), el("dd", {}, words.ways(entry)[index])))), button(entry)) },
        { title: "Journeys", number: true, value: (entry) => format.number(entry.journeys) },
        { title: "Customers", number: true, value: (entry) => format.number(entry.customersFirst) },
      ], scenario.partings) : el("p", { class: "empty" }, "Nowhere.")));
  }

  function nodes(scenario) {
    const graph = differences.graph(scenario);
    const lines = (node, value) => el("ul", { class: "lines stacked" }, [{ isFirst: true, ...node.arrived }, ...node.counts].map((one) => el("li", {}, value(one))));
    return section("nodes", "Every node", "",
      card("", "", tables.table("Every node on both sides", [
        { title: "Node", value: (node) => el("div", { class: "node-cell" }, node.id, " ",
          el("span", { class: "kind " + wend.journeyLayout.group(node.type) }, [differences.both(node.types), node.only].filter(Boolean).join(", ")),
          differences.both(node.detail) ? el("div", { class: "detail" + (node.saysElse ? " changed" : "") }, differences.both(node.detail)) : []) },
        { title: "What", value: (node) => lines(node, (one) => (one.isFirst ? "came" : words.turn(one))) },
        { title: "A", number: true, value: (node) => lines(node, (one) => format.number(one.a)) },
        { title: "B", number: true, value: (node) => lines(node, (one) => format.number(one.b)) },
        { title: "Difference", number: true, value: (node) => lines(node, words.difference) },
      ], graph.nodes)));
  }

  function quality(comparison) {
    const input = Object.entries(comparison.input).map(([name, count]) => ({ name, count }));
    return section("quality", "Data quality", "Of the whole history, which both sides share. dead-letter.jsonl has every record that could not be taken, with its reason.",
      wend.parts.input(input));
  }

  wend.sections = { head, changes, journey, partings, nodes, quality };
})((window.wend = window.wend || {}));
