/* Puts the comparison together. */
(function (wend) {
  "use strict";
  const data = wend.data;
  const scenarios = data.comparison.scenarios;

  scenarios.forEach((scenario) => {
    scenario.title = [...new Set([scenario.a, scenario.b].filter(Boolean).map((one) => one.name))].join(" → ");
  });

  function parts({ scenario }) {
    const customers = wend.customers.customers(data, scenario);
    return [
      wend.sections.head(scenario),
      wend.sections.changes(scenario),
      wend.sections.journey(scenario),
      wend.sections.partings(scenario, customers.show),
      wend.sections.nodes(scenario),
      customers.section,
      wend.sections.quality(data.comparison),
    ];
  }

  wend.theme.start();
  const label = ({ title, customers }) => title + (customers.differ ? " · " + wend.format.number(customers.differ) + " differ" : " · the same");
  wend.scenarios.start(
    [...scenarios].sort((one, other) => (other.customers.differ > 0) - (one.customers.differ > 0))
      .map((scenario) => ({ id: scenario.name, name: scenario.title, label: label(scenario), scenario })),
    parts, () => {});
})((window.wend = window.wend || {}));
