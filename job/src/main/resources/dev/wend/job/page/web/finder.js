/* Customers to be searched, and what is told of the chosen one. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format } = wend;
  const MOST = 100;

  /*
   * customers: with an id each; filters: title and takes(customer); note(customer): text beside the id;
   * tell(customer): elements; none: text where no customer fits.
   */
  function draw(of) {
    const search = el("input", { type: "search", id: "find", placeholder: "Customer id", autocomplete: "off", spellcheck: "false" });
    const which = el("select", { "aria-label": "Which customers" }, of.filters.map((filter, index) => el("option", { value: index }, filter.title)));
    const told = el("p", { class: "hint", role: "status" });
    const found = el("ul", { class: "found" });
    const shown = el("div", { class: "finder-shown", tabindex: "0", role: "region", "aria-label": "Timeline of the chosen customer" });

    function find() {
      const text = search.value.trim().toLowerCase();
      const all = of.customers.filter((one) => one.id.toLowerCase().includes(text) && of.filters[which.value].takes(one));
      told.textContent = all.length > MOST ? `${format.number(all.length)} customers, the first ${MOST} shown` : format.plural(all.length, "customer");
      found.replaceChildren(...all.slice(0, MOST).map(entry));
      if (all.length) choose(all[0], found.querySelector("button"));
      else shown.replaceChildren(el("p", { class: "empty" }, of.none));
    }

    function entry(customer) {
      const button = el("button", { type: "button", "aria-pressed": "false" }, el("span", { class: "id" }, customer.id),
        el("span", { class: "muted" }, of.note(customer)));
      button.addEventListener("click", () => choose(customer, button));
      return el("li", {}, button);
    }

    function choose(customer, button) {
      found.querySelectorAll("button").forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
      shown.replaceChildren(el("h3", {}, customer.id), ...of.tell(customer));
      shown.scrollTop = 0;
    }

    search.addEventListener("input", find);
    which.addEventListener("change", find);
    find();
    const box = el("div", { class: "card finder" },
      el("div", { class: "finder-list" },
        el("div", { class: "finder-search" }, el("label", { for: "find", class: "visually-hidden" }, "Find a customer by id"), search, which, told), found),
      shown);
    return {
      box,
      /* Shows those whom a filter takes. */
      filter(index) {
        search.value = "";
        which.value = index;
        find();
      },
    };
  }

  wend.finder = { draw };
})((window.wend = window.wend || {}));
