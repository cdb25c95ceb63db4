"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { comparison, customers } = data;
  const ALL = "";
  const LISTED = 200;
  const place = (id) => document.getElementById(id);
  const count = new Intl.NumberFormat("en-GB");
  const journeyWords = {
    same: "the same", otherTimes: "the same steps at other times", unfinished: "one has not come as far",
    otherPath: "another path", onlyA: "only A entered", onlyB: "only B entered",
  };

  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "on") element.addEventListener("click", value);
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  const signed = (number) => (number > 0 ? "+" : number < 0 ? "\u2212" : "") + count.format(Math.abs(number));
  const number = (value) => make("td", { class: "number" }, count.format(value));
  const difference = (value) =>
    make("td", { class: "number " + (value > 0 ? "up" : value < 0 ? "down" : "soft") }, value === 0 ? "0" : signed(value));
  const time = (milliseconds) => new Date(milliseconds).toISOString().replace("T", " ").replace(".000Z", "").replace("Z", "");

  function table(caption, titles, rows) {
    const head = titles.map((title) => make("th", { scope: "col", class: /^(A|B|Difference|Journeys|Customers)$/.test(title) ? "number" : "" }, title));
    return make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
      make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)));
  }

  const detail = (step) => step.decision ?? step.reason;

  function turn(step) {
    if (!step) return "";
    const told = detail(step);
    const what = {
      "entered": "entered", "entry-ignored": "entry ignored", "entry-limited": "entry limited", "restarted": "restarted",
      "decided": "decided " + told, "action": "did its action", "suppressed": "suppressed: " + told, "exited": "left: " + told,
      "expired": "expired", "condition-not-met": "condition not met", "finished": "finished", "erased": "erased", "waiting": "waits when the clock ends",
    }[step.kind] ?? step.kind;
    return step.node ? step.node + ": " + what : what;
  }

  function parting(entry) {
    const [a, b] = [turn(entry.a), turn(entry.b)];
    if (entry.outcome === "onlyA") return ["entered by " + entry.a.node, "did not enter"];
    if (entry.outcome === "onlyB") return ["did not enter", "entered by " + entry.b.node];
    if (a !== b) return [a || "nothing more", b || "nothing more"];
    const also = entry.differ.map((what) => ({ time: "at another time", cause: "by another cause", action: "with other content" })[what]);
    return [a, b + ", " + also.filter((text) => text).join(", ")];
  }

  function tiles(entries) {
    return make("ul", { class: "tiles" }, ...entries.map(([value, name]) =>
      make("li", {}, make("strong", {}, count.format(value)), name)));
  }

  function sideRow(name, counts) {
    return make("tr", {}, make("th", { scope: "row" }, name), number(counts.a), number(counts.b), difference(counts.difference));
  }

  function partingKey(scenario, entry) {
    return JSON.stringify([scenario, entry.outcome, ...parting(entry)]);
  }

  function section(scenario, index) {
    const heading = "scenario-" + index;
    const totals = Object.entries(scenario.counts).filter(([, counts]) => counts.a + counts.b > 0);
    const nodeRows = scenario.nodes.flatMap((node) => node.counts.map((counts, row) => {
      const types = [...new Set([node.type.a, node.type.b])].filter((type) => type);
      const side = node.type.a && node.type.b ? "" : node.type.a ? ", only in A" : ", only in B";
      const name = row === 0 ? [make("span", { class: "id" }, node.id), make("span", { class: "cause" }, types.join(" / ") + side)] : [make("span", { class: "soft id" }, node.id)];
      return make("tr", {}, make("th", { scope: "row" }, ...name), make("td", {}, turn({ ...counts })),
        number(counts.a), number(counts.b), difference(counts.difference));
    }));
    const partings = scenario.partings.map((entry) => {
      const [a, b] = parting(entry);
      return make("tr", {}, make("td", {}, a), make("td", {}, b), number(entry.journeys), number(entry.customersFirst),
        make("td", {}, make("button", { type: "button", on: () => choose(scenario.name, partingKey(scenario.name, entry)), "aria-label": "Show customers: A " + a + ", B " + b }, "Show")));
    });
    const outcomes = Object.entries(scenario.journeys).filter(([, journeys]) => journeys > 0)
      .map(([outcome, journeys]) => make("tr", {}, make("th", { scope: "row" }, journeyWords[outcome]), number(journeys)));
    return make("section", { "aria-labelledby": heading },
      make("h2", { id: heading }, scenario.name),
      make("p", { class: "soft" }, count.format(scenario.customers.differ) + " customers differ, of " + count.format(scenario.customers.a) + " in A and " + count.format(scenario.customers.b) + " in B."),
      table("Journeys with the same entry", ["Compared", "Journeys"], outcomes),
      make("h3", {}, "Where they part"),
      partings.length === 0 ? make("p", {}, "Nowhere.")
        : table("The first step that differs in more than its time, if any does; the most frequent first", ["A did", "B did", "Journeys", "Customers", "\u00a0"], partings),
      make("h3", {}, "Counts"),
      table("Records of the whole scenario", ["Kind", "A", "B", "Difference"], totals.map(([kind, counts]) => sideRow(kind, counts))),
      make("details", {}, make("summary", {}, "Every node"),
        table("Records at each node", ["Node", "What", "A", "B", "Difference"], nodeRows)));
  }

  function cause(step) {
    const by = step.cause;
    const text = by.by === "event" ? "by " + by.kind + " " + by.messageId
      : by.by === "action" ? "by the action " + by.node + " of " + by.scenario : "by " + (by.by === "clock" ? "the clock" : "a deadline");
    return make("span", { class: "cause" }, text);
  }

  function cell(side, step, waiting, row) {
    const td = make("td", { "data-side": side });
    if (step) {
      if (step.timestamp !== row.timestamp) td.append(make("time", { class: "later" }, time(step.timestamp)));
      td.append(turn(step), cause(step));
      if (step.action) {
        const { type, ...content } = step.action;
        td.append(make("details", {}, make("summary", {}, type), make("code", {}, JSON.stringify(content))));
      }
    } else if (waiting) {
      td.append(waiting.node + ": waits when the clock ends", make("span", { class: "cause" }, "since " + time(waiting.since)));
    }
    return td;
  }

  /** Step by step as long as both do the same, be it at other times; behind that by time. */
  function rows(journey) {
    const [a, b] = [journey.a?.steps ?? [], journey.b?.steps ?? []];
    const laid = [];
    const mark = (index) => journey.outcome === "same" ? ""
      : index === journey.parting ? (index === journey.turning && journey.outcome !== "otherTimes" ? "here they part" : "here their times part")
      : index === journey.turning ? "here they go another way" : "";
    const together = journey.outcome === "same" || journey.outcome === "otherTimes" ? a.length : journey.turning;
    for (let index = 0; index < together; index++) laid.push({ a: a[index], b: b[index], mark: mark(index) });
    let [left, right] = [together, together];
    while (left < a.length || right < b.length) {
      const [one, other] = [a[left], b[right]];
      const both = one && other && one.timestamp === other.timestamp;
      const first = both || (one && (!other || one.timestamp < other.timestamp));
      const second = both || !first;
      laid.push({ a: first ? one : undefined, b: second ? other : undefined, mark: mark(first ? left : right) });
      left += first ? 1 : 0;
      right += second ? 1 : 0;
    }
    if (journey.a?.waiting || journey.b?.waiting) laid.push({ waitingA: journey.a?.waiting, waitingB: journey.b?.waiting, mark: left === journey.turning ? mark(left) : "" });
    return laid;
  }

  function timeline(journey) {
    const body = rows(journey).map((row) => {
      const parts = Boolean(row.mark);
      const [first, second] = [row.a ?? row.b, row.b ?? row.a];
      const at = first && first.timestamp > second.timestamp ? second : first;
      return make("tr", { class: parts ? "parts" : "" },
        make("th", { scope: "row" }, at ? time(at.timestamp) : "at the end", ...(parts ? [make("span", { class: "here" }, row.mark)] : [])),
        cell("A", row.a, row.waitingA, at), cell("B", row.b, row.waitingB, at));
    });
    return make("div", { class: "scroll" }, make("table", { class: "timeline" },
      make("thead", {}, make("tr", {}, ...["Time", "A", "B"].map((title) => make("th", { scope: "col" }, title)))), make("tbody", {}, ...body)));
  }

  function journeySection(journey) {
    const numbers = [["A", journey.a], ["B", journey.b]].filter(([, side]) => side && side.number > 0).map(([name, side]) => "#" + side.number + " in " + name).join(", ");
    const title = (journey.scenario || "erasure") + (numbers ? " (" + numbers + ")" : "");
    if (journey.outcome === "same") return make("details", { class: "journey" }, make("summary", {}, title + ": the same"), timeline(journey));
    return make("div", { class: "journey" }, make("h4", {}, title + ": " + journeyWords[journey.outcome]), timeline(journey));
  }

  function show(customer, button) {
    place("list").querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
    button.setAttribute("aria-current", "true");
    place("customer").replaceChildren(make("h3", {}, "Customer ", make("span", { class: "id" }, customer.customerId)), ...customer.journeys.map(journeySection));
    place("customer").focus({ preventScroll: true });
    place("customer").scrollIntoView({ block: "nearest" });
  }

  function partsOf(customer) {
    return customer.journeys.filter((journey) => journey.outcome !== "same").map((journey) => {
      const [a, b] = [journey.a?.steps[journey.turning], journey.b?.steps[journey.turning]];
      const differ = a && b ? ["time", "cause", "action"].filter((what) => what === "time" ? a.timestamp !== b.timestamp : JSON.stringify(a[what]) !== JSON.stringify(b[what])) : [];
      return { scenario: journey.scenario, key: partingKey(journey.scenario, { outcome: journey.outcome, a, b, differ }) };
    });
  }
  const parts = customers.map(partsOf);

  function list() {
    const wanted = place("wanted").value.trim().toLowerCase();
    const [scenario, key] = [place("of-scenario").value, place("at-parting").value];
    const found = customers.filter((customer, index) => customer.customerId.toLowerCase().includes(wanted)
      && parts[index].some((part) => (scenario === ALL || part.scenario === scenario) && (key === ALL || part.key === key)));
    place("found").textContent = count.format(found.length) + " found" + (found.length > LISTED ? ", the first " + LISTED + " are listed" : "");
    place("list").replaceChildren(...found.slice(0, LISTED).map((customer) => {
      const button = make("button", { type: "button", class: "id" }, customer.customerId);
      button.addEventListener("click", () => show(customer, button));
      return make("li", {}, button);
    }));
    place("customer").replaceChildren();
  }

  function offerPartings() {
    const scenario = place("of-scenario").value;
    const options = comparison.scenarios.filter(({ name }) => scenario === ALL || name === scenario)
      .flatMap(({ name, partings }) => partings.map((entry) => {
        const [a, b] = parting(entry);
        return make("option", { value: partingKey(name, entry) }, "A " + a + "; B " + b);
      }));
    place("at-parting").replaceChildren(make("option", { value: ALL }, "anywhere"), ...options);
  }

  function choose(scenario, key) {
    place("wanted").value = "";
    place("of-scenario").value = scenario;
    offerPartings();
    place("at-parting").value = key;
    list();
    place("customers").scrollIntoView();
    place("list").querySelector("button")?.focus();
  }

  const { same, differ } = comparison.customers;
  place("versions").append(...comparison.scenarios.map(({ name, a, b }) => make("span", {},
    make("span", { class: "id" }, name), " ", make("span", { class: "a" }, a ? "A: version " + a.version : "not in A"), ", ",
    make("span", { class: "b" }, b ? "B: version " + b.version : "not in B"), make("br"))));
  place("summary").append(tiles([[differ, "customers differ"], [same, "customers are the same"],
    [comparison.input.events, "events read"], [comparison.input.deadLetters, "dead letters"]]));
  place("scenarios").append(...comparison.scenarios.map(section));
  place("shown").textContent = differ === 0 ? "No customer differs."
    : customers.length === differ ? "All " + count.format(differ) + " are here."
    : "Here are " + count.format(customers.length) + " of " + count.format(differ) + ", some of every way to part; all are in differences.jsonl.";
  place("of-scenario").append(make("option", { value: ALL }, "any"), ...comparison.scenarios.map(({ name }) => make("option", { value: name }, name)));
  place("search").addEventListener("submit", (event) => event.preventDefault());
  place("wanted").addEventListener("input", list);
  place("of-scenario").addEventListener("change", () => { offerPartings(); list(); });
  place("at-parting").addEventListener("change", list);
  offerPartings();
  list();
})();
