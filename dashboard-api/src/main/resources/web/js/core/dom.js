// Builds elements. Text always goes in as text nodes: nothing here parses HTML, so that what a mention says stays words.

const SVG = "http://www.w3.org/2000/svg";

/** An element: h("a", {href, class, onclick, aria-label…}, child, [children], "text"). Null children are left out. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.setAttribute("class", value);
    else if (key === "style") for (const [name, v] of Object.entries(value)) element.style.setProperty(name, v);
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key === "value" || key === "checked" || key === "selected") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child);
  }
}

/** Puts new children in place of the old ones. */
export function put(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Only addresses that open a web page are links; anything else stays text. */
export function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that leaves Ouïdire. */
export function outLink(text, props, ...children) {
  const href = safeUrl(text);
  if (!href) return h("span", { class: props?.class }, children);
  return h("a", { ...props, href, target: "_blank", rel: "noopener noreferrer nofollow" }, children);
}

let serial = 0;
export const uid = (prefix = "u") => `${prefix}-${++serial}`;
