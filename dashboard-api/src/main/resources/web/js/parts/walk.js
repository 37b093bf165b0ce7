// Walking through mentions by keys: j and k move, Enter opens.

/** Focuses the mention `step` further; opens it as well when one is open. */
export function walkMentions(step) {
  const all = [...document.querySelectorAll(".mention")];
  if (!all.length) return false;
  const at = all.findIndex((m) => m.contains(document.activeElement) || m.classList.contains("here"));
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  all.forEach((m) => m.classList.toggle("here", m === next));
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

walkMentions.open = (event) => {
  const mention = event.target.closest?.(".mention");
  if (mention !== event.target || !mention) return false;
  mention.querySelector(".mention-foot a.quiet")?.click();
  return true;
};
