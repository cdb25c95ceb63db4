/* What every page is made of. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format, tables } = wend;

  function section(id, title, text, ...content) {
    return el("section", { class: "section", id, "aria-labelledby": id + "-title" },
      el("div", { class: "section-head" }, el("h2", { id: id + "-title" }, title), text ? el("p", {}, text) : []), ...content);
  }

  function card(title, hint, ...content) {
    return el("div", { class: "card" },
      title ? el("div", { class: "card-head" }, el("h3", {}, title), hint ? el("p", {}, hint) : []) : [], ...content);
  }

  function figure(title, value, note) {
    return el("div", { class: "figure" }, el("dt", {}, title), el("dd", { class: "value" }, value), el("dd", { class: "note" }, note || " "));
  }

  const INPUT = {
    files: "Files read", bytesRead: "Bytes read", events: "Valid events", deadLetters: "Dead letters: records that are no events",
    afterEnd: "Events after the end of the clock", applied: "Events that took part", irrelevant: "Events that concern no scenario",
    duplicates: "Duplicates, dropped", echoes: "Echoes of own actions, dropped", missingValues: "Values in messages that pointed to nothing",
    cascadesCut: "Chains of profile changes that were cut", partialMatchesGivenUp: "Partial matches of patterns given up", failures: "Failures of the engine", setAside: "Events set aside by failures",
    otherCustomers: "Events of other customers, left out", notSampled: "Events of customers outside the sample, left out",
    beforeFrom: "Events before --from, left out", notBeforeTo: "Events from --to on, left out",
  };

  const ALWAYS = ["events", "applied", "duplicates", "deadLetters"];

  /* What was read, by the names of counts; only what there was, and what one looks for. */
  function input(counts) {
    return card("What was read", "", tables.table("What was read", [
      { title: "What", value: (one) => INPUT[one.name] },
      { title: "Count", number: true, value: (one) => format.number(one.count) },
    ], counts.filter((one) => INPUT[one.name] && (one.count || ALWAYS.includes(one.name)))),
    el("p", { class: "hint", style: "margin-top:12px" }, "Files may be read in any order: no event of a replay is late."));
  }

  wend.parts = { section, card, figure, input };
})((window.wend = window.wend || {}));
