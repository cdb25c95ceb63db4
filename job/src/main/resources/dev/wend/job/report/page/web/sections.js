/* The parts of the page about one scenario, and those about the replay as a whole. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format, tables, charts } = wend;
  const { section, card, figure } = wend.parts;

  function head(report, scenario) {
    const totals = scenario.totals;
    const finished = scenario.endings.find((ending) => ending.name === "finished");
    const early = totals.entered - totals.finished - totals.waiting;
    const average = totals.customers ? (totals.messages / totals.customers).toFixed(2) : "0";
    return el("div", {},
      el("h1", {}, scenario.name),
      scenario.description ? el("p", { class: "lead" }, scenario.description) : [],
      el("div", { class: "facts" },
        el("span", {}, scenario.id + ", version " + scenario.version),
        el("span", {}, format.day(report.from) + " – " + format.day(report.until) + ", UTC")),
      el("dl", { class: "figures" },
        figure("Journeys begun", format.number(totals.entered), format.plural(totals.customers, "customer") + (totals.refused ? ", " + format.number(totals.refused) + " refused" : "")),
        figure("Finished", format.number(totals.finished), format.percent(totals.finished, totals.entered) + " of journeys"),
        figure("Ended otherwise", format.number(early), format.percent(early, totals.entered) + " of journeys"),
        figure("Still on the way", format.number(totals.waiting), format.percent(totals.waiting, totals.entered) + " of journeys"),
        figure("Messages sent", format.number(totals.messages), average + " a customer" + (totals.suppressed ? ", " + format.number(totals.suppressed) + " not sent" : "")),
        figure("Median to finish", finished ? format.duration(finished.time.p50) : "–", finished ? "9 of 10 within " + format.duration(finished.time.p90) : "nobody finished")));
  }

  function journey(scenario) {
    return section("journey", "The journey", "Choose a node for its numbers. Ctrl and the wheel, or two fingers, zoom.",
      wend.journeyGraph.draw(scenario, wend.passages.view(scenario)));
  }

  function timeRows(time) {
    const sum = (series, index) => series.reduce((all, one) => all + one.counts[index], 0);
    return time.starts
      .map((start, index) => ({ start, entries: sum(time.entries, index), actions: sum(time.actions, index), ends: sum(time.ends, index) }))
      .filter((row) => row.entries || row.actions || row.ends);
  }

  function overTime(scenario) {
    const time = scenario.overTime;
    if (!scenario.totals.entered) return section("time", "Over time", "", card("", "", el("p", { class: "empty" }, "Nobody entered.")));
    return section("time", "Over time", "Per " + time.span + ". Drag the handles below to look closer.",
      card("", "", charts.overTime("Entries, actions and ends per " + time.span + "; the numbers are in the table below", time),
        tables.behind("The numbers per " + time.span, [
          { title: time.span[0].toUpperCase() + time.span.slice(1), value: (row) => charts.spanLabel(time.span, row.start) },
          { title: "Entries", number: true, value: (row) => format.number(row.entries) },
          { title: "Actions", number: true, value: (row) => format.number(row.actions) },
          { title: "Ends", number: true, value: (row) => format.number(row.ends) },
        ], timeRows(time))));
  }

  /* At most that many bars: the last one holds all who got more. */
  function grouped(counts) {
    const most = 15;
    const length = Math.min(most, (counts.length ? counts[counts.length - 1].messages : 0) + 1);
    const bars = Array.from({ length }, (none, messages) => ({ name: String(messages), customers: 0 }));
    counts.forEach((one) => (bars[Math.min(one.messages, length - 1)].customers += one.customers));
    if (counts.some((one) => one.messages >= most)) bars[most - 1].name = most - 1 + "+";
    return bars;
  }

  function messageCard(title, hint, counts) {
    if (!counts.length) return card(title, hint, el("p", { class: "empty" }, "Nobody entered."));
    const bars = grouped(counts);
    return card(title, hint,
      charts.bars(title + ": customers by number of messages; the numbers are in the table below", bars.map((bar) => bar.name), bars.map((bar) => bar.customers), "customer"),
      tables.behind("The numbers", [
        { title: "Messages", value: (one) => format.number(one.messages) },
        { title: "Customers", number: true, value: (one) => format.number(one.customers) },
      ], counts));
  }

  function messages(report, scenario) {
    const cards = [messageCard("By this scenario", "customers who entered it", scenario.messagesPerCustomer)];
    if (report.scenarios.length > 1) cards.push(messageCard("By all scenarios together", "customers who entered any", report.messagesPerCustomer));
    return section("messages", "Messages per customer", "How many customers were sent 0, 1, 2, … e-mails, pushes, text messages and coupons.",
      el("div", { class: cards.length > 1 ? "cards two" : "cards" }, cards), suppressed(scenario));
  }

  function suppressed(scenario) {
    const rows = scenario.nodes.flatMap((node) => node.suppressed.map((one) => ({ node, one })));
    return el("div", { style: "margin-top:18px" }, card("Messages that were not sent", "by reason",
      rows.length ? tables.table("Messages that were not sent", [
        { title: "Node", value: (row) => row.node.id },
        { title: "Reason", value: (row) => format.name(row.one.name) },
        { title: "Not sent", number: true, value: (row) => format.number(row.one.count) },
        { title: "Of those due", number: true, value: (row) => format.percent(row.one.count, row.node.arrived) },
      ], rows) : el("p", { class: "muted" }, "None: every message that was due was sent.")));
  }

  function timeToEnd(scenario) {
    const endings = [...scenario.endings].sort((a, b) => (b.name === "finished") - (a.name === "finished") || b.journeys - a.journeys);
    if (!endings.length) return section("ends", "Time to the end", "", card("", "", el("p", { class: "empty" }, "No journey has ended.")));
    const place = el("div", {});
    const show = (index) => {
      place.replaceChildren(charts.durations("Time from entry until " + format.name(endings[index].name) + "; the numbers are in the table below", endings[index]));
      charts.show();
    };
    const names = endings.map((ending) => format.name(ending.name));
    return section("ends", "Time to the end", "How long journeys took from entry to each way in which they ended, a goal such as an order among them.",
      card("From entry until …", "", names.length > 1 ? wend.dom.choices("Way of ending", names, 0, show) : el("p", { class: "hint" }, names[0]),
        (show(0), place),
        tables.table("Ways of ending", [
          { title: "Ended by", value: (ending) => format.name(ending.name) },
          { title: "Journeys", number: true, value: (ending) => format.number(ending.journeys) },
          { title: "Share", number: true, value: (ending) => format.percent(ending.journeys, scenario.totals.entered) },
          { title: "Half within (p50)", number: true, value: (ending) => format.duration(ending.time.p50) },
          { title: "9 of 10 within (p90)", number: true, value: (ending) => format.duration(ending.time.p90) },
          { title: "Longest", number: true, value: (ending) => format.duration(ending.time.max) },
        ], endings)));
  }

  function nodes(scenario) {
    const named = (list) => tables.tallies(list.map((one) => ({ name: format.name(one.name), count: one.count })));
    const left = (node) => tables.tallies(scenario.edges.filter((edge) => edge.from === node.id)
      .map((edge) => ({ name: (edge.decision && edge.decision !== edge.to ? edge.decision + " → " : "") + edge.to, count: edge.journeys })));
    return section("nodes", "Every node", "",
      card("", "", tables.table("Every node of the scenario", [
        { title: "Node", value: (node) => el("div", {}, node.id, el("div", { class: "detail" }, format.words(node.detail))) },
        { title: "Type", value: (node) => el("span", { class: "kind " + wend.journeyLayout.group(node.type) }, node.type) },
        { title: "Came", number: true, value: (node) => format.number(node.arrived) },
        { title: "Customers", number: true, value: (node) => format.number(node.customers) },
        { title: "Went on to", value: left },
        { title: "Waiting", number: true, value: (node) => format.number(node.waiting) },
        { title: "Median time", number: true, value: (node) => format.stay(node.stay) },
        { title: "Actions", number: true, value: (node) => (node.actions ? format.number(node.actions) : "–") },
        { title: "Ended, not sent, refused", value: (node) => named([...node.ended, ...node.suppressed, ...node.refused]) },
      ], scenario.nodes)));
  }

  function quality(report) {
    const events = (report.input.find((one) => one.name === "events") || { count: 0 }).count;
    const dead = report.deadLetters.reduce((sum, one) => sum + one.count, 0);
    return section("quality", "Data quality", "Of the whole history, for all scenarios.",
      el("div", { class: "cards two" },
        wend.parts.input(report.input),
        card("Dead letters by reason", dead ? format.percent(dead, dead + events) + " of all records" : "",
          report.deadLetters.length ? tables.table("Dead letters by reason", [
            { title: "Reason", value: (one) => el("div", {}, one.name, el("div", { class: "bar" }, el("i", { style: "width:" + (100 * one.count) / dead + "%" }))) },
            { title: "Records", number: true, value: (one) => format.number(one.count) },
            { title: "Share", number: true, value: (one) => format.percent(one.count, dead) },
          ], report.deadLetters) : el("p", { class: "muted" }, "None: every record is a valid event."))));
  }

  wend.sections = { head, journey, overTime, messages, timeToEnd, nodes, quality };
})((window.wend = window.wend || {}));
