/* Tables, in the open and behind charts. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;

  /* columns: title, value(row) as text or element, number: right-aligned; the first one names the row. */
  function table(caption, columns, rows) {
    const head = columns.map((column) => el("th", { scope: "col", class: column.number ? "number" : undefined }, column.title));
    const body = rows.map((row) =>
      el("tr", {}, columns.map((column, index) =>
        el(index ? "td" : "th", { scope: index ? undefined : "row", class: column.number ? "number" : undefined }, column.value(row)))));
    return el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": caption },
      el("table", {}, el("caption", { class: "visually-hidden" }, caption), el("thead", {}, el("tr", {}, head)), el("tbody", {}, body)));
  }

  /* The same as a picture shows, for whoever cannot see it or wants the numbers. */
  function behind(title, columns, rows) {
    const details = el("details", { class: "behind" }, el("summary", {}, title));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) details.append(table(title, columns, rows));
    });
    return details;
  }

  function tallies(list) {
    if (!list.length) return el("span", { class: "muted" }, "–");
    return el("ul", { class: "lines" }, list.map((one) =>
      el("li", {}, el("span", {}, one.name), el("span", { class: "count" }, wend.format.number(one.count)))));
  }

  wend.tables = { table, behind, tallies };
})((window.wend = window.wend || {}));
