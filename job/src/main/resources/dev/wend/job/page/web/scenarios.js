/* Puts a page together: a scenario at a time, with a way to each of its sections. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const main = document.getElementById("content");
  let watching = new IntersectionObserver(() => {});

  function navigation() {
    const sections = [...main.querySelectorAll("section")];
    const links = sections.map((section) => el("a", { href: "#" + section.id }, section.querySelector("h2").textContent));
    links.forEach((link, index) => link.addEventListener("click", (event) => {
      event.preventDefault();
      go(sections[index]);
    }));
    document.getElementById("sections").replaceChildren(...links.map((link) => el("li", {}, link)));
    watching.disconnect();
    watching = new IntersectionObserver((seen) => seen.forEach((one) => {
      if (one.isIntersecting) links.forEach((link, index) => (sections[index] === one.target ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    }), { rootMargin: "-15% 0px -75% 0px" });
    sections.forEach((section) => watching.observe(section));
  }

  function go(section) {
    section.scrollIntoView();
    const heading = section.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /* scenarios: id and name of each, and a label where another is to be chosen by; show(scenario): the elements of the page; shown(): when they are in it. */
  function start(scenarios, show, shown) {
    const select = document.getElementById("scenario");
    const kind = document.title;

    function asked() {
      const id = decodeURIComponent(location.hash.replace(/^#scenario=/, ""));
      return scenarios.find((scenario) => scenario.id === id) || scenarios[0];
    }

    function draw() {
      main.replaceChildren(...show(asked()));
      shown();
      document.title = asked().name + " – " + kind;
      navigation();
    }

    scenarios.forEach((scenario) => select.append(el("option", { value: scenario.id }, scenario.label || scenario.name)));
    select.value = asked().id;
    document.getElementById("chooser").hidden = scenarios.length < 2;
    select.addEventListener("change", () => {
      history.replaceState(null, "", "#scenario=" + encodeURIComponent(select.value));
      draw();
      window.scrollTo(0, 0);
    });
    draw();
  }

  wend.data = JSON.parse(document.getElementById("data").textContent);
  wend.scenarios = { start, go };
})((window.wend = window.wend || {}));
