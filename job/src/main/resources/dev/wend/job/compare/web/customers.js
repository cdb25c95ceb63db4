/* Customers that differ: search, and both timelines of each. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format, words } = wend;

  const key = (entry) => JSON.stringify([entry.outcome, ...words.parting(entry)]);

  /* How a journey parts, as the list of partings has it. */
  function parting(journey) {
    const [a, b] = [journey.a, journey.b].map((side) => side && side.steps[journey.turning]);
    const differ = a && b ? ["time", "cause", "action"].filter((what) => JSON.stringify(a[what === "time" ? "timestamp" : what]) !== JSON.stringify(b[what === "time" ? "timestamp" : what])) : [];
    return key({ outcome: journey.outcome, a, b, differ });
  }

  function customers(data, scenario) {
    const names = new Map(data.comparison.scenarios.map((one) => [one.name, one.title]));
    const all = data.customers.map((one) => ({ ...one, id: one.customerId }));
    const here = (customer) => customer.journeys.filter((journey) => journey.scenario === scenario.name);
    const differing = (customer) => here(customer).filter((journey) => journey.outcome !== "same");
    const partings = scenario.partings.map(key);
    const filters = [
      { title: "Differ in this scenario", takes: (customer) => differing(customer).length > 0 },
      ...scenario.partings.map((entry, index) => ({
        title: "A " + words.parting(entry)[0] + " | B " + words.parting(entry)[1],
        takes: (customer) => differing(customer).some((journey) => parting(journey) === partings[index]),
      })),
    ];
    if (data.comparison.scenarios.length > 1) filters.push({ title: "Differ in any scenario", takes: () => true });

    function note(customer) {
      return format.plural(differing(customer).length, "journey differs", "journeys differ");
    }

    function tell(customer) {
      const own = here(customer);
      const others = customer.journeys.filter((journey) => journey.scenario !== scenario.name);
      const numbers = (journey) => [["A", journey.a], ["B", journey.b]].filter(([, side]) => side && side.number > 0).map(([name, side]) => side.number + " in " + name).join(", ");
      return [
        ...own.map((journey) => wend.timelines.trip(journey, "Journey " + numbers(journey))),
        ...others.map((journey) => wend.timelines.trip(journey, journey.scenario ? "In “" + names.get(journey.scenario) + "”, journey " + numbers(journey) : "Erasure")),
      ];
    }

    const differ = data.comparison.customers.differ;
    const some = all.length === differ ? `All ${format.number(differ)} customers that differ in any scenario are here.`
      : `Here are ${format.number(all.length)} of the ${format.number(differ)} customers that differ in any scenario, some of every way to part; differences.jsonl has all.`;
    const finder = wend.finder.draw({ customers: all, filters, note, tell, none: scenario.customers.differ ? "No customer fits." : "Nobody differs in this scenario." });
    const section = wend.parts.section("customers", "Customers that differ",
      some + " What differs first is marked, with the event or the deadline behind it.", finder.box);
    return {
      section,
      /* Shows those who part in the way of that number. */
      show(index) {
        finder.filter(index + 1);
        wend.scenarios.go(section);
      },
    };
  }

  wend.customers = { customers };
})((window.wend = window.wend || {}));
