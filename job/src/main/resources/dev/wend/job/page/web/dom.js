/* Elements. What comes from the report only ever becomes text. */
(function (wend) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "on") {
        for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
      } else if (value === true) {
        element.setAttribute(name, "");
      } else if (value !== false && value !== undefined) {
        element.setAttribute(name, value);
      }
    }
    return element;
  }

  function el(name, attributes, ...children) {
    const element = set(document.createElement(name), attributes || {});
    element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== false));
    return element;
  }

  function icon(path) {
    const svg = set(document.createElementNS(SVG, "svg"), {
      viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "1.8",
      "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true",
    });
    svg.append(set(document.createElementNS(SVG, "path"), { d: path }));
    return svg;
  }

  /* A group of buttons of which one is pressed. */
  function choices(label, names, chosen, choose) {
    const group = el("div", { class: "choices", role: "group", "aria-label": label });
    names.forEach((name, index) => {
      const button = el("button", { type: "button", class: "button", "aria-pressed": String(index === chosen) }, name);
      button.addEventListener("click", () => {
        group.querySelectorAll("button").forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
        choose(index);
      });
      group.append(button);
    });
    return group;
  }

  wend.dom = { el, icon, choices };
})((window.wend = window.wend || {}));
