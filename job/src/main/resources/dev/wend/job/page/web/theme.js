/* Light and dark: as the system has it, until the reader chooses. */
(function (wend) {
  "use strict";
  const KEY = "wend-theme";
  const SUN = "M12 4V2M12 22v-2M4 12H2M22 12h-2M6.3 6.3 4.9 4.9M19.1 19.1l-1.4-1.4M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z";
  const MOON = "M20.5 14.5A8.5 8.5 0 0 1 9.5 3.5a8.5 8.5 0 1 0 11 11Z";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];

  function remembered() {
    try {
      return window.localStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  function remember(theme) {
    try {
      window.localStorage.setItem(KEY, theme);
    } catch (refused) {
      /* The choice then holds until the page is closed. */
    }
  }

  function apply(theme) {
    document.documentElement.dataset.theme = theme;
    const button = document.getElementById("theme");
    const dark = theme === "dark";
    button.replaceChildren(wend.dom.icon(dark ? SUN : MOON));
    button.setAttribute("aria-label", dark ? "Use the light theme" : "Use the dark theme");
    button.title = button.getAttribute("aria-label");
    listeners.forEach((listener) => listener());
  }

  wend.theme = {
    start() {
      apply(remembered() || (system.matches ? "dark" : "light"));
      system.addEventListener("change", () => remembered() || apply(system.matches ? "dark" : "light"));
      document.getElementById("theme").addEventListener("click", () => {
        const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
        remember(theme);
        apply(theme);
      });
    },
    onChange: (listener) => listeners.push(listener),
    colour: (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim(),
    isDark: () => document.documentElement.dataset.theme === "dark",
  };
})((window.wend = window.wend || {}));
