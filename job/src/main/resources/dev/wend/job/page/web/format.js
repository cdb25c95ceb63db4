/* Numbers, shares, durations and times as people read them. All times are UTC. */
(function (wend) {
  "use strict";
  const numbers = new Intl.NumberFormat("en-GB");
  const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "UTC",
  });
  const UNITS = [["d", 86400000], ["h", 3600000], ["min", 60000], ["s", 1000]];

  function percent(part, whole) {
    if (!whole) return "–";
    const share = (100 * part) / whole;
    if (part > 0 && share < 0.1) return "< 0.1 %";
    if (part < whole && share > 99.9) return "> 99.9 %";
    return (share < 10 && share > 0 ? share.toFixed(1) : Math.round(share)) + " %";
  }

  function duration(millis) {
    if (millis === 0) return "at once";
    if (millis < 1000) return millis + " ms";
    const first = UNITS.findIndex(([, size]) => millis >= size);
    const [unit, size] = UNITS[first];
    if (millis >= 20 * size) return numbers.format(Math.round(millis / size)) + " " + unit;
    const whole = Math.floor(millis / size);
    const next = UNITS[first + 1];
    const rest = next ? Math.floor((millis % size) / next[1]) : 0;
    return numbers.format(whole) + " " + unit + (rest ? " " + rest + " " + next[0] : "");
  }

  const SHORT = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

  const SIGNS = { gte: "≥", lte: "≤", gt: ">", lt: "<", eq: "=", ne: "≠" };

  /* What a node asks, with durations such as P14D in words and signs for comparisons. */
  function words(text) {
    return text.replace(/ (gte|lte|gt|lt|eq|ne) /g, (whole, name) => " " + SIGNS[name] + " ").replace(/\bP(?:\d+D)?(?:T[\dHMS.]+)?/g, (iso) => {
      const parts = SHORT.exec(iso);
      if (!parts || iso === "P") return iso;
      const named = [["day", parts[1]], ["hour", parts[2]], ["minute", parts[3]], ["second", parts[4]]];
      return named.filter(([, n]) => n).map(([unit, n]) => n + " " + unit + (n === "1" ? "" : "s")).join(" ") || iso;
    });
  }

  const PLAIN = {
    "entry-ignored": "ignored: already on a journey",
    "entry-limited": "over the entry limit",
    "condition-not-met": "condition not met",
    restarted: "restarted",
    finished: "finished",
    expired: "expired",
    erased: "customer erased",
    "consent-missing": "consent missing",
    "quiet-hours": "quiet hours",
    "frequency-cap": "frequency cap",
  };

  wend.format = {
    number: (n) => numbers.format(n),
    compact: (n) => compact.format(n),
    percent,
    duration,
    words,
    day: (time) => day.format(time),
    moment: (time) => moment.format(time).replace(",", ""),
    plural: (n, one, many) => numbers.format(n) + " " + (n === 1 ? one : many || one + "s"),
    name: (name) => PLAIN[name] || name.replace(/^exited: /, "left: "),
    stay: (spread) => (spread.count ? duration(spread.p50) : "–"),
  };
})((window.wend = window.wend || {}));
