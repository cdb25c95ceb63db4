/* What steps, causes and differences are called. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format } = wend;

  const OUTCOMES = {
    same: "the same on both sides",
    otherTimes: "the same steps at other times",
    unfinished: "the same steps, but one side has not come as far",
    otherPath: "another path",
    onlyA: "only A let the customer in",
    onlyB: "only B let the customer in",
  };

  const KINDS = {
    entered: "entered", restarted: "restarted", action: "did its action", expired: "expired", finished: "finished", erased: "customer erased",
    "entry-ignored": "entry ignored: already on a journey", "entry-limited": "entry refused: over the entry limit",
    "condition-not-met": "ended: condition not met", waiting: "still waits when the clock ends",
  };

  /* What happens in a step, without its node. */
  function turn(step) {
    if (step.kind === "decided") return "decided " + step.decision;
    if (step.kind === "suppressed") return "not sent: " + format.name(step.reason);
    if (step.kind === "exited") return "left: " + step.reason;
    return KINDS[step.kind] || step.kind;
  }

  /* The same, with its node as code. */
  function at(step) {
    return [turn(step), step.node ? el("span", { class: "muted" }, " at ") : "", step.node ? el("code", {}, step.node) : ""];
  }

  function plain(step) {
    return step.node ? step.node + ": " + turn(step) : turn(step);
  }

  /* Where the times of two versions differ by less than a second, the rest has to be told. */
  function moment(time) {
    const millis = time % 1000;
    return format.moment(time) + (millis ? "." + String(millis).padStart(3, "0") : "");
  }

  function cause(step) {
    const by = step.cause;
    if (by.by === "event") return ["by " + by.kind + " ", el("code", {}, by.messageId)];
    if (by.by === "action") return ["by the action ", el("code", {}, by.node), " of " + by.scenario];
    return [by.by === "clock" ? "by the clock" : "a deadline: the wait was over"];
  }

  const ALSO = { time: "at another time", cause: "by another cause", action: "with other content" };

  /* Both sides of a parting: what A did, what B did, each step as it is to be told. */
  function told(entry, tell) {
    if (entry.outcome === "onlyA") return [tell(entry.a), "did not let the customer in"];
    if (entry.outcome === "onlyB") return ["did not let the customer in", tell(entry.b)];
    const sides = [entry.a, entry.b].map((step) => (step ? tell(step) : "nothing more"));
    if (!entry.a || !entry.b || plain(entry.a) !== plain(entry.b)) return sides;
    return [sides[0], "the same, " + entry.differ.map((what) => ALSO[what]).filter(Boolean).join(", ")];
  }

  const parting = (entry) => told(entry, plain);
  const ways = (entry) => told(entry, at);

  const signed = (number) => (number > 0 ? "+" : number < 0 ? "−" : "±") + format.number(Math.abs(number));
  const tone = (number) => (number > 0 ? "more" : number < 0 ? "fewer" : "even");
  const change = (counts) => (counts.a === counts.b ? format.number(counts.a) : format.number(counts.a) + " → " + format.number(counts.b));
  const difference = (counts) => el("span", { class: tone(counts.difference) }, counts.difference ? signed(counts.difference) : "–");

  function sum(list) {
    const all = list.reduce((whole, one) => ({ a: whole.a + one.a, b: whole.b + one.b }), { a: 0, b: 0 });
    return { ...all, difference: all.b - all.a };
  }

  wend.words = { OUTCOMES, turn, at, plain, moment, cause, parting, ways, signed, tone, change, difference, sum };
})((window.wend = window.wend || {}));
