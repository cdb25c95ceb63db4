/* The sampled customers: search, and what happened to each, step by step. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format } = wend;

  function customers(report, scenario) {
    const nodes = new Map(report.scenarios.flatMap((one) => one.nodes.map((node) => [one.id + "\n" + node.id, node])));
    const names = new Map(report.scenarios.map((one) => [one.id, one.name]));
    function note(customer) {
      const here = customer.journeys.filter((journey) => journey.scenario === scenario.id);
      const sent = here.flatMap((journey) => journey.lines).filter((line) => line.kind === "action" && isMessage(line.node));
      return format.plural(here.length, "journey") + " · " + format.plural(sent.length, "message");
    }

    function isMessage(node) {
      return nodes.get(scenario.id + "\n" + node).type.startsWith("send-");
    }

    function tell(customer) {
      const own = customer.journeys.filter((journey) => journey.scenario === scenario.id);
      const others = customer.journeys.filter((journey) => journey.scenario !== scenario.id);
      return [
        el("p", { class: "hint" }, format.plural(customer.messages, "message") + " in all scenarios"),
        ...own.map((journey, index) => trip(journey, "Journey " + (index + 1) + " of " + own.length)),
        ...others.map((journey) => trip(journey, "In “" + names.get(journey.scenario) + "”")),
        customer.omitted ? el("p", { class: "hint" }, format.plural(customer.omitted, "further step") + " left out here; trace.jsonl has them.") : "",
      ];
    }

    function trip(journey, title) {
      const steps = journey.lines.map((line, index) => step(journey, line, journey.lines[index - 1]));
      if (journey.open) {
        steps.push(el("li", { class: "open" }, el("div", { class: "what" }, "still on the way when the clock ended, " + format.moment(report.until))));
      }
      return el("article", { class: "trip" },
        el("div", { class: "trip-head" }, el("h4", {}, title), el("code", {}, journey.instance.slice(0, 8))), el("ol", {}, steps));
    }

    function step(journey, line, before) {
      const node = nodes.get(journey.scenario + "\n" + line.node);
      const passed = before && line.time > before.time ? el("span", { class: "after" }, " · " + format.duration(line.time - before.time) + " later") : "";
      return el("li", { class: line.kind },
        el("div", {}, el("time", { datetime: new Date(line.time).toISOString() }, format.moment(line.time)), passed),
        el("div", { class: "what" }, line.text, line.node ? el("span", { class: "muted" }, " at ") : "", line.node ? el("code", {}, line.node) : ""),
        el("div", { class: "why" }, why(line, node, before)));
    }

    /* The question that was asked, and what answered it. */
    function why(line, node, before) {
      const asked = node && ["decided", "entered", "entry-ignored", "entry-limited"].includes(line.kind) && node.detail ? format.words(node.detail) : "";
      const atOnce = before && before.time === line.time && before.cause === line.cause;
      const cause = atOnce ? "at once" : line.cause.replace(/^by a deadline$/, "the wait was over");
      return [asked ? (line.kind === "decided" ? "asked: " : "on: ") + asked + " – " : "", cause];
    }

    const finder = wend.finder.draw({ customers: report.sample, filters: filters(report, scenario), note, tell, none: "No customer of the sample fits." });
    return wend.parts.section("customers", "Customers",
      `${format.plural(report.sample.length, "customer")} of ${format.number(report.customers)}, drawn by hash and always the same. Every step says what caused it: the id of the event, or the clock.`,
      finder.box);
  }

  function filters(report, scenario) {
    const here = (customer) => customer.journeys.filter((journey) => journey.scenario === scenario.id);
    const some = (takes) => (customer) => here(customer).some(takes);
    const at = (kind, node) => some((journey) => journey.lines.some((line) => line.kind === kind && line.node === node));
    const cases = [{ title: "In this scenario", takes: (customer) => here(customer).length > 0 }];
    scenario.nodes.filter((node) => node.actions).forEach((node) => cases.push({ title: "Got " + node.id, takes: at("action", node.id) }));
    scenario.nodes.filter((node) => node.suppressed.length).forEach((node) => cases.push({ title: "Not sent: " + node.id, takes: at("suppressed", node.id) }));
    cases.push({ title: "Still on the way", takes: some((journey) => journey.open) });
    ["finished", "exited", "expired", "condition-not-met", "restarted", "entry-ignored", "entry-limited"].forEach((kind) =>
      cases.push({ title: "Some journey: " + format.name(kind), takes: some((journey) => journey.lines.some((line) => line.kind === kind)) }));
    if (report.scenarios.length > 1) cases.push({ title: "In any scenario", takes: () => true });
    return cases.filter((one, index) => index === 0 || report.sample.some(one.takes));
  }

  wend.customers = { customers };
})((window.wend = window.wend || {}));
