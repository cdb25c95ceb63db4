/* The charts, all drawn by ECharts in the colours of the theme. */
(function (wend) {
  "use strict";
  const { el } = wend.dom;
  const { format } = wend;
  const LIGHT = ["#3b5bdb", "#0c9384", "#d08a14", "#8457cf", "#c9483f", "#5481ac", "#7c8b2f", "#b4518f"];
  const DARK = ["#8ea6ff", "#4cc9b8", "#ecb861", "#bd9bf8", "#f28b82", "#86b3dd", "#b5c566", "#e08fc0"];
  let live = [];

  function chart(label, height, option, act) {
    const box = el("div", { class: "chart", role: "img", "aria-label": label, style: "height:" + height + "px" });
    live.push({ box, option, act });
    return box;
  }

  /* Called once the boxes are in the page: before that they have no width. */
  function show() {
    live.forEach((one) => {
      if (one.instance || !one.box.isConnected) return;
      one.instance = window.echarts.init(one.box);
      one.instance.setOption(one.option());
      one.box.removeAttribute("_echarts_instance_");
      new ResizeObserver(() => one.instance.isDisposed() || one.instance.resize()).observe(one.box);
    });
  }

  function redraw(box) {
    live.filter((one) => one.instance && (!box || one.box === box)).forEach((one) => one.instance.setOption(one.option(), true));
  }

  function clear() {
    live.forEach((one) => one.instance && one.instance.dispose());
    live = [];
  }

  function base() {
    const colour = wend.theme.colour;
    return {
      animation: false,
      color: wend.theme.isDark() ? DARK : LIGHT,
      textStyle: { fontFamily: colour("sans"), color: colour("ink-soft") },
      tooltip: {
        trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: colour("ink"), opacity: 0.05 } },
        backgroundColor: colour("surface"), borderColor: colour("line-strong"), borderWidth: 1, confine: true,
        textStyle: { color: colour("ink"), fontSize: 13 }, extraCssText: "box-shadow: var(--shadow); border-radius: 10px;",
      },
    };
  }

  function valueAxis(extra) {
    const colour = wend.theme.colour;
    return Object.assign({
      type: "value", minInterval: 1, splitNumber: 3,
      axisLabel: { color: colour("ink-faint"), fontSize: 11.5, formatter: format.compact },
      axisLine: { show: false }, axisTick: { show: false },
      splitLine: { lineStyle: { color: colour("line") } },
    }, extra);
  }

  function categoryAxis(data, extra) {
    const colour = wend.theme.colour;
    return Object.assign({
      type: "category", data, axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("line-strong") } },
      axisLabel: { color: colour("ink-faint"), fontSize: 11.5, hideOverlap: true },
    }, extra);
  }

  function bars(label, categories, counts, unit) {
    const whole = counts.reduce((sum, count) => sum + count, 0);
    return chart(label, 250, () => Object.assign(base(), {
      grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
      xAxis: categoryAxis(categories),
      yAxis: valueAxis(),
      tooltip: Object.assign(base().tooltip, {
        valueFormatter: (value) => format.plural(value, unit) + " · " + format.percent(value, whole),
      }),
      series: [{
        type: "bar", name: "", data: counts, barMaxWidth: 44, itemStyle: { borderRadius: [4, 4, 0, 0] },
        label: { show: counts.length <= 12, position: "top", color: wend.theme.colour("ink-soft"), fontSize: 11.5, formatter: (one) => (one.value ? format.compact(one.value) : "") },
      }],
    }));
  }

  /* On which side of its line a label stands, so that it stays in the picture. */
  function side(share) {
    return share > 0.85 ? "right" : share < 0.15 ? "left" : "center";
  }

  /* Bars of equal width over durations, with p50 and p90. */
  function durations(label, ending) {
    const bins = ending.bins;
    const width = bins.length ? bins[0].until : 1;
    const { p50, p90 } = ending.time;
    const marks = p50 === p90 ? [["p50 and p90", p50]] : [["p50", p50], ["p90", p90]];
    return chart(label, 270, () => Object.assign(base(), {
      grid: { left: 8, right: 20, top: 40, bottom: 4, containLabel: true },
      xAxis: [
        categoryAxis(bins.map((bin) => format.duration(bin.from).replace("at once", "0")), { boundaryGap: true }),
        { type: "value", show: false, min: 0, max: width * bins.length },
      ],
      yAxis: valueAxis(),
      tooltip: Object.assign(base().tooltip, {
        formatter: (shown) => {
          const bin = bins[shown[0].dataIndex];
          return `${format.duration(bin.from).replace("at once", "0")} to ${format.duration(bin.until)}<br><b>${format.plural(bin.count, "journey")}</b> · ${format.percent(bin.count, ending.journeys)}`;
        },
      }),
      series: [
        { type: "bar", data: bins.map((bin) => bin.count), barCategoryGap: "12%", barMaxWidth: 60, itemStyle: { borderRadius: [3, 3, 0, 0] } },
        {
          type: "line", xAxisIndex: 1, data: [], silent: true,
          markLine: {
            symbol: "none", silent: true,
            lineStyle: { color: wend.theme.colour("ink-soft"), type: [4, 4], width: 1.4 },
            data: marks.map(([name, value], index) => ({
              xAxis: value, name,
              label: { formatter: name + " " + format.duration(value), color: wend.theme.colour("ink"), fontSize: 11.5, distance: [0, index ? 18 : 3], align: side(value / (width * bins.length)), backgroundColor: wend.theme.colour("surface"), padding: [1, 4] },
            })),
          },
        },
      ],
    }));
  }

  function spanLabel(span, start) {
    return span === "hour" ? format.moment(start).slice(0, -3) : span === "week" ? "week of " + format.day(start) : format.day(start);
  }

  /* Entries, actions and ends one above the other, with one zoom for all. */
  function overTime(label, time) {
    const panels = [["Entries", time.entries], ["Actions", time.actions], ["Ends", time.ends]].filter(([, series]) => series.length);
    const each = 148;
    const gap = 54;
    const labels = time.starts.map((start) => spanLabel(time.span, start));
    const height = panels.length * (each + gap) + 52;
    return chart(label, height, () => {
      const colour = wend.theme.colour;
      const palette = wend.theme.isDark() ? DARK : LIGHT;
      let next = 0;
      return Object.assign(base(), {
        title: panels.map(([title], index) => ({ text: title, left: 0, top: index * (each + gap), textStyle: { fontSize: 13, fontWeight: 600, color: colour("ink") } })),
        legend: panels.map(([, series], index) => ({
          data: series.map((one) => format.name(one.name)), top: index * (each + gap) - 1, right: 0, left: 76, type: "scroll", align: "left",
          itemWidth: 10, itemHeight: 10, icon: "roundRect", itemGap: 14,
          textStyle: { color: colour("ink-soft"), fontSize: 12 }, pageTextStyle: { color: colour("ink-soft") }, pageIconColor: colour("ink-soft"), pageIconInactiveColor: colour("line-strong"),
        })),
        grid: panels.map((panel, index) => ({ left: 44, right: 6, top: index * (each + gap) + 30, height: each - 8 })),
        xAxis: panels.map((panel, index) => categoryAxis(labels, { gridIndex: index, axisLabel: { show: index === panels.length - 1, color: colour("ink-faint"), fontSize: 11.5, hideOverlap: true } })),
        yAxis: panels.map((panel, index) => valueAxis({ gridIndex: index })),
        axisPointer: { link: [{ xAxisIndex: "all" }] },
        dataZoom: [
          { type: "slider", xAxisIndex: panels.map((panel, index) => index), bottom: 4, height: 22, left: 44, right: 6, brushSelect: false, showDetail: false,
            borderColor: colour("line"), fillerColor: wend.theme.isDark() ? "rgba(142,166,255,.18)" : "rgba(59,91,219,.12)", handleStyle: { color: colour("surface"), borderColor: colour("line-strong") },
            moveHandleSize: 0, dataBackground: { lineStyle: { color: colour("line-strong") }, areaStyle: { color: colour("surface-sunk") } }, selectedDataBackground: { lineStyle: { color: colour("flow") }, areaStyle: { color: colour("accent-soft") } } },
          { type: "inside", xAxisIndex: panels.map((panel, index) => index), zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, moveOnMouseMove: true, preventDefaultMouseMove: false },
        ],
        tooltip: Object.assign(base().tooltip, { valueFormatter: (value) => format.number(value), order: "valueDesc" }),
        series: panels.flatMap(([title, series], index) => series.map((one) => ({
          type: "bar", name: format.name(one.name), stack: title, xAxisIndex: index, yAxisIndex: index, data: one.counts,
          barCategoryGap: time.starts.length > 150 ? "0%" : "18%", color: palette[next++ % palette.length], large: false,
        }))),
      });
    });
  }

  wend.charts = { bars, durations, overTime, spanLabel, show, redraw, clear };
})((window.wend = window.wend || {}));
