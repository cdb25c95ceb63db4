/* The journey as a graph: drawn by D3, every node reachable by keyboard, details of the chosen one beside it. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const WIDEST = 20;
  const TIP = 9;

  const TYPES = { entry: "Trigger", wait: "Wait", ask: "Question", act: "Action", end: "End" };

  function flows(root, placed, view) {
    const most = Math.max(1, ...placed.edges.map((one) => view.weight(one.edge)));
    const width = (one) => Math.max(1.5, (WIDEST * view.weight(one.edge)) / most);
    const line = window.d3.line((p) => p.x, (p) => p.y).curve(window.d3.curveBasis);
    const all = root.append("g").selectAll("g").data(placed.edges).join("g")
      .attr("data-from", (one) => one.edge.from).attr("data-to", (one) => one.edge.to);
    all.append("path")
      .attr("class", (one) => "flow " + view.flow(one.edge))
      .attr("stroke-width", width)
      .attr("d", (one) => line(shortened(one.points)));
    all.append("path")
      .attr("class", (one) => "tip " + view.flow(one.edge))
      .attr("d", (one) => tip(one.points, Math.max(5, width(one) / 2 + 3)));
    return all;
  }

  /* Leaves and comes straight down, begins under its node and ends where its tip begins. */
  function shortened(points) {
    const first = points[0];
    const last = points[points.length - 1];
    const down = (point, by) => ({ x: point.x, y: point.y + by });
    return [down(first, -6), down(first, 12), ...points.slice(1, -1), down(last, -TIP - 14), down(last, -TIP)];
  }

  function tip(points, half) {
    const { x, y } = points[points.length - 1];
    return `M${x - half},${y - TIP - 0.5}L${x + half},${y - TIP - 0.5}L${x},${y}Z`;
  }

  function pills(root, placed, view) {
    const all = root.append("g").selectAll("g").data(placed.edges).join("g")
      .attr("class", "pill")
      .attr("transform", (one) => `translate(${one.x},${one.y})`)
      .attr("data-edge", (one) => one.edge.from + ">" + one.edge.decision);
    carry(all, (one) => view.edgeNumbers(one.edge));
    all.append("rect").attr("rx", 9)
      .attr("x", (one) => -one.label.width / 2).attr("y", (one) => -one.label.height / 2)
      .attr("width", (one) => one.label.width).attr("height", (one) => one.label.height);
    const text = all.append("text").attr("y", (one) => (one.label.lines.length > 1 ? -4 : 4));
    text.append("tspan").attr("class", "way").text((one) => (one.label.way ? one.label.way + "  " : ""));
    text.append("tspan").attr("class", (one) => one.label.tone || "").text((one) => one.label.count);
    text.filter((one) => one.label.lines.length > 1).append("tspan").attr("x", 0).attr("dy", 15).text((one) => one.label.lines[1]);
  }

  /* Numbers that tests and scripts read. */
  function carry(all, numbers) {
    all.each(function (one) {
      for (const [name, value] of Object.entries(numbers(one))) this.setAttribute("data-" + name, value);
    });
  }

  function boxes(root, placed, view, choose) {
    const all = root.append("g").selectAll("g").data(placed.nodes).join("g")
      .attr("class", (one) => "node " + one.group + " " + view.tone(one.node))
      .attr("transform", (one) => `translate(${one.x - one.width / 2},${one.y - one.height / 2})`)
      .attr("tabindex", 0).attr("role", "button")
      .attr("aria-label", (one) => view.summary(one.node, one.states)).attr("aria-pressed", "false")
      .attr("data-node", (one) => one.node.id)
      .on("click", (event, one) => choose(one))
      .on("keydown", (event, one) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          choose(one);
        }
      });
    carry(all, (one) => view.nodeNumbers(one.node));
    all.append("rect").attr("class", "body").attr("rx", 11).attr("width", (one) => one.width).attr("height", (one) => one.height);
    all.append("rect").attr("class", "stripe").attr("x", 9).attr("y", 11).attr("rx", 2).attr("width", 4).attr("height", (one) => one.height - 22);
    all.append("text").attr("class", "title").attr("x", 23).attr("y", 22).text((one) => one.title);
    all.append("text").attr("class", "type").attr("x", 23).attr("y", 39)
      .text((one) => wend.journeyLayout.short(view.caption(one.node), 33));
    all.append("text").attr("class", (one) => "arrived " + view.numberTone(one.node)).attr("x", (one) => one.width - 14).attr("y", 22).text((one) => view.number(one.node));
    const states = all.append("text").attr("x", 23).attr("y", 58);
    states.selectAll("tspan").data((one) => one.states.slice(0, 2)).join("tspan")
      .attr("class", (state) => "state " + state.kind).attr("dx", (state, index) => (index ? 10 : 0)).text((state) => state.text);
    all.append("title").text((one) => [one.node.id, view.caption(one.node)].join("\n"));
    return all;
  }

  function pairs(list) {
    return el("dl", {}, list.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  }

  function part(title, list) {
    return list.length ? [el("h4", {}, title), pairs(list)] : [];
  }

  function legend(view, toolbar) {
    return el("div", { class: "legend", "aria-label": "Kinds of nodes", role: "group" },
      Object.entries(TYPES).map(([kind, title]) => el("span", { class: "kind " + kind }, title)),
      view.legend, toolbar);
  }

  function zoomable(svg, root, placed, canvas) {
    const d3 = window.d3;
    const zoom = d3.zoom().scaleExtent([0.25, 2.5])
      .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : event.touches ? event.touches.length > 1 : !event.button))
      .on("zoom", (event) => root.attr("transform", event.transform));
    svg.call(zoom).on("dblclick.zoom", null);
    const fit = () => {
      const width = canvas.clientWidth;
      if (!width) return;
      const scale = Math.max(0.56, Math.min(1.06, width / placed.width));
      canvas.style.height = Math.max(300, placed.height * scale) + "px";
      svg.call(zoom.transform, d3.zoomIdentity.translate((width - placed.width * scale) / 2, 0).scale(scale));
    };
    new ResizeObserver(() => window.requestAnimationFrame(fit)).observe(canvas);
    const button = (label, sign, act) => el("button", { type: "button", class: "button icon-button", "aria-label": label, title: label, on: { click: act } }, sign);
    return el("div", { class: "toolbar", role: "group", "aria-label": "Zoom" },
      button("Zoom in", "+", () => svg.transition().duration(150).call(zoom.scaleBy, 1.3)),
      button("Zoom out", "−", () => svg.transition().duration(150).call(zoom.scaleBy, 1 / 1.3)),
      button("Show all", "⤢", fit));
  }

  /* scenario: its nodes and edges; view: what is told of them. */
  function draw(scenario, view) {
    const placed = wend.journeyLayout.layout(scenario, view);
    const canvas = el("div", { class: "journey-canvas" });
    const side = el("div", { class: "journey-side", "aria-live": "polite", tabindex: "0", role: "region", "aria-label": "The chosen node" });
    const svg = window.d3.select(canvas).append("svg").attr("role", "group").attr("aria-label", "The journey as a graph");
    const root = svg.append("g");
    const edges = flows(root, placed, view);
    pills(root, placed, view);
    const nodes = boxes(root, placed, view, choose);

    function choose(one) {
      nodes.classed("chosen", (other) => other === one).attr("aria-pressed", (other) => String(other === one));
      const touches = (flow) => flow.edge.from === one.node.id || flow.edge.to === one.node.id;
      edges.selectAll("path").classed("chosen", touches);
      side.replaceChildren(...view.details(one.node));
    }

    choose(placed.nodes.find((one) => view.isFirst(one.node)) || placed.nodes[0]);
    return el("div", { class: "card journey" }, canvas, side, legend(view, zoomable(svg, root, placed, canvas)), view.table);
  }

  wend.journeyGraph = { draw, pairs, part };
})((window.wend = window.wend || {}));
