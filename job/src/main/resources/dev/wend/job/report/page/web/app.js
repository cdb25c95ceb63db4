/* Puts the report together. */
(function (wend) {
  "use strict";
  const report = wend.data;

  function parts(scenario) {
    wend.charts.clear();
    return [
      wend.sections.head(report, scenario),
      wend.sections.journey(scenario),
      wend.sections.overTime(scenario),
      wend.sections.messages(report, scenario),
      wend.sections.timeToEnd(scenario),
      wend.sections.nodes(scenario),
      wend.customers.customers(report, scenario),
      wend.sections.quality(report),
    ];
  }

  wend.theme.start();
  wend.theme.onChange(() => wend.charts.redraw());
  wend.scenarios.start(report.scenarios, parts, wend.charts.show);
})((window.wend = window.wend || {}));
