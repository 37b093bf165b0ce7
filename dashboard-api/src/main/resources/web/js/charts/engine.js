// ECharts, fetched when a chart is due, and the page's colours in a form that a canvas knows.

let engine = null;

export function charts() {
  engine ??= import("/lib/echarts.js").catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

/** The colour of a token now, as rgb(): a canvas knows neither custom properties nor light-dark(). */
export function colour(token) {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.setProperty("color", `var(${token})`);
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

export const fonts = () => getComputedStyle(document.body).fontFamily;

/** Saves bytes or text under a name. */
export function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function bytesOf(dataUrl) {
  const text = atob(dataUrl.slice(dataUrl.indexOf(",") + 1));
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

/** Rows as CSV; a cell that a spreadsheet would run as a formula is quoted out. */
export function csv(rows, separator) {
  const cell = (value) => {
    let text = String(value ?? "");
    if (typeof value !== "number" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[";,\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}
