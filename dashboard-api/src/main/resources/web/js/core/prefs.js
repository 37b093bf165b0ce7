// What one browser remembers: theme, language. Never a key or a mention.

const memory = new Map();

export const prefs = {
  get(name) {
    try {
      return localStorage.getItem(`ouidire.${name}`) ?? memory.get(name) ?? null;
    } catch {
      return memory.get(name) ?? null;
    }
  },
  set(name, value) {
    memory.set(name, value);
    try {
      if (value === null) localStorage.removeItem(`ouidire.${name}`);
      else localStorage.setItem(`ouidire.${name}`, value);
    } catch {
      // Storage may be closed (private window): this page alone remembers.
    }
  },
};

/** "system", "light" or "dark". */
export const theme = () => prefs.get("theme") ?? "system";

export function setTheme(value) {
  const root = document.documentElement;
  if (value === "system") {
    delete root.dataset.theme;
    prefs.set("theme", null);
  } else {
    root.dataset.theme = value;
    prefs.set("theme", value);
  }
  window.dispatchEvent(new Event("themechange"));
}

/** Whether the page is dark now, by choice or by the system. */
export const isDark = () =>
  theme() === "dark" || (theme() === "system" && matchMedia("(prefers-color-scheme: dark)").matches);

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
