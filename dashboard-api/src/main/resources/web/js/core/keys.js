// Keys of the whole page: "/" searches, "g" then a letter goes, "?" helps. Never while one types.

const WAIT_MS = 1_200;

export function listenKeys(actions) {
  let first = null;
  let at = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const chord = first && event.timeStamp - at < WAIT_MS ? `${first} ${event.key}` : null;
    first = null;
    const action = (chord && actions[chord]) || actions[event.key];
    if (action) {
      if (action(event) !== false) event.preventDefault();
    } else if (event.key === "g") {
      first = "g";
      at = event.timeStamp;
    }
  });
}

function typing(target) {
  return target instanceof Element && (target.closest("input:not([type=radio], [type=checkbox]), textarea, select") !== null || target.isContentEditable);
}
