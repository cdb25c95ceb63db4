/* Puts the page together: a scenario at a time. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const report = JSON.parse(document.getElementById("report").textContent);
  const main = document.getElementById("content");

  function asked() {
    const id = decodeURIComponent(location.hash.replace(/^#scenario=/, ""));
    return report.scenarios.find((scenario) => scenario.id === id) || report.scenarios[0];
  }

  function show(scenario) {
    wend.charts.clear();
    main.replaceChildren(
      wend.sections.head(report, scenario),
      wend.sections.journey(scenario),
      wend.sections.overTime(scenario),
      wend.sections.messages(report, scenario),
      wend.sections.timeToEnd(scenario),
      wend.sections.nodes(scenario),
      wend.customers.customers(report, scenario),
      wend.sections.quality(report));
    wend.charts.show();
    document.title = scenario.name + " – Wend report";
    navigation();
  }

  let watching = new IntersectionObserver(() => {});

  function navigation() {
    const sections = [...main.querySelectorAll("section")];
    const links = sections.map((section) => el("a", { href: "#" + section.id }, section.querySelector("h2").textContent));
    links.forEach((link, index) => link.addEventListener("click", (event) => {
      event.preventDefault();
      sections[index].scrollIntoView();
      const heading = sections[index].querySelector("h2");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }));
    document.getElementById("sections").replaceChildren(...links.map((link) => el("li", {}, link)));
    watching.disconnect();
    watching = new IntersectionObserver((seen) => seen.forEach((one) => {
      if (one.isIntersecting) links.forEach((link, index) => (sections[index] === one.target ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    }), { rootMargin: "-15% 0px -75% 0px" });
    sections.forEach((section) => watching.observe(section));
  }

  function chooser() {
    const select = document.getElementById("scenario");
    report.scenarios.forEach((scenario) => select.append(el("option", { value: scenario.id }, scenario.name)));
    select.value = asked().id;
    document.getElementById("chooser").hidden = report.scenarios.length < 2;
    select.addEventListener("change", () => {
      history.replaceState(null, "", "#scenario=" + encodeURIComponent(select.value));
      show(asked());
      window.scrollTo(0, 0);
    });
  }

  wend.theme.start();
  wend.theme.onChange(() => wend.charts.redraw());
  chooser();
  show(asked());
})((window.wend = window.wend || {}));
