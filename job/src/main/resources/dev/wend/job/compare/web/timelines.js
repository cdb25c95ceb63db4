/* A journey on both sides, step beside step. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format, words } = wend;

  /* What is said of the step at which something begins to differ. */
  function mark(journey, index) {
    if (journey.outcome === "same") return "";
    if (index === journey.parting) return index === journey.turning && journey.outcome !== "otherTimes" ? "Here they part" : "Here their times part";
    return index === journey.turning ? "Here they go another way" : "";
  }

  /* Step by step as long as both do the same, be it at other times; behind that by time. */
  function rows(journey) {
    const [a, b] = [journey.a, journey.b].map((side) => (side ? side.steps : []));
    const together = journey.outcome === "same" || journey.outcome === "otherTimes" ? a.length : journey.turning;
    const laid = a.slice(0, together).map((step, index) => ({ a: step, b: b[index] }));
    let [left, right] = [together, together];
    while (left < a.length || right < b.length) {
      const [one, other] = [a[left], b[right]];
      const isA = one && (!other || one.timestamp <= other.timestamp);
      const isB = other && (!one || other.timestamp <= one.timestamp);
      laid.push({ a: isA ? one : undefined, b: isB ? other : undefined });
      left += isA ? 1 : 0;
      right += isB ? 1 : 0;
    }
    const [waitsA, waitsB] = [journey.a, journey.b].map((side) => side && side.waiting);
    if (waitsA || waitsB) laid.push({ waitsA, waitsB });
    return laid.map((row, index) => ({ ...row, mark: mark(journey, index) }));
  }

  function content(action) {
    const { type, ...fields } = action;
    return el("details", {}, el("summary", {}, type), el("code", { class: "block" }, JSON.stringify(fields, null, 1)));
  }

  /* What follows from the same event or deadline as the step before it needs no cause of its own. */
  function cause(step, before) {
    const isAtOnce = before && before.timestamp === step.timestamp && JSON.stringify(before.cause) === JSON.stringify(step.cause);
    return isAtOnce ? "at once" : words.cause(step);
  }

  function cell(side, step, before, waits, time) {
    const box = el("td", { "data-side": side, class: step ? "step " + step.kind : waits ? "step open" : "" });
    if (step) {
      if (step.timestamp !== time) box.append(el("time", { datetime: new Date(step.timestamp).toISOString() }, words.moment(step.timestamp)));
      box.append(el("div", { class: "what" }, words.at(step)), el("div", { class: "why" }, cause(step, before)));
      if (step.action) box.append(content(step.action));
    } else if (waits) {
      box.append(el("div", { class: "what" }, "still waits", el("span", { class: "muted" }, " at "), el("code", {}, waits.node)), el("div", { class: "why" }, "since " + words.moment(waits.since)));
    }
    return box;
  }

  function row(journey, laid) {
    const before = (side, step) => (step ? side.steps[side.steps.indexOf(step) - 1] : undefined);
    const times = [laid.a, laid.b].filter(Boolean).map((step) => step.timestamp);
    const time = Math.min(...times);
    return el("tr", { class: laid.mark ? "parts" : undefined },
      el("th", { scope: "row" }, times.length ? el("time", { datetime: new Date(time).toISOString() }, words.moment(time)) : "when the clock ends",
        laid.mark ? el("span", { class: "mark" }, laid.mark) : []),
      cell("A", laid.a, before(journey.a, laid.a), laid.waitsA, time),
      cell("B", laid.b, before(journey.b, laid.b), laid.waitsB, time));
  }

  function table(journey) {
    return el("table", { class: "sides" },
      el("caption", { class: "visually-hidden" }, "The journey on both sides"),
      el("thead", {}, el("tr", {}, ["Time", "A", "B"].map((title) => el("th", { scope: "col" }, title)))),
      el("tbody", {}, rows(journey).map((laid) => row(journey, laid))));
  }

  /* In a sentence: the first decision in which the sides differ, and what was behind it. */
  function callout(journey) {
    const [a, b] = [journey.a, journey.b].map((side) => side && side.steps[journey.turning]);
    const earlier = a && b ? (a.timestamp <= b.timestamp ? a : b) : a || b;
    if (!earlier) return [];
    const said = (side, step) => el("div", { class: "side" }, el("dt", {}, side),
      el("dd", {}, step ? [words.at(step), el("span", { class: "why" }, words.cause(step), ", " + words.moment(step.timestamp))] : el("span", { class: "muted" }, missing(journey, side))));
    return el("dl", { class: "callout" }, said("A", a), said("B", b));
  }

  function missing(journey, side) {
    const of = side === "A" ? journey.a : journey.b;
    if (!of) return "does not let the customer in";
    return of.waiting ? "still waits at " + of.waiting.node + " when the clock ends" : "does nothing more";
  }

  function trip(journey, title) {
    const head = [title, " ", el("span", { class: "muted" }, words.OUTCOMES[journey.outcome])];
    if (journey.outcome === "same") {
      return el("details", { class: "trip same" }, el("summary", {}, head), table(journey));
    }
    return el("div", { class: "trip" }, el("div", { class: "trip-head" }, el("h4", {}, title), el("span", { class: "muted" }, words.OUTCOMES[journey.outcome])),
      callout(journey), table(journey));
  }

  wend.timelines = { trip };
})((window.wend = window.wend || {}));
