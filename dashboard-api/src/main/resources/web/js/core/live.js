// The live stream of the API: new mentions and alerts as they become searchable. One connection a page, closed while
// the page is hidden (browsers allow six to a host), opened again when it is looked at.

const STALE_AFTER_MS = 4_000;

/** Opens the stream; `on` has mention(m), alert(a), lagged(), state("open" | "stale"). Returns how to close it. */
export function openLive(query, on) {
  let source = null;
  let timer = null;
  let closed = false;
  let wasOpen = false;

  const stale = () => {
    timer ??= setTimeout(() => on.state("stale"), STALE_AFTER_MS);
  };
  const connect = () => {
    if (closed || source || document.hidden) return;
    const text = query.toString();
    source = new EventSource(`/api/v1/events${text ? `?${text}` : ""}`);
    source.addEventListener("open", () => {
      clearTimeout(timer);
      timer = null;
      on.state("open");
      if (wasOpen) on.lagged();
      wasOpen = true;
    });
    source.addEventListener("mention", (event) => read(event, on.mention));
    source.addEventListener("alert", (event) => read(event, on.alert));
    source.addEventListener("lagged", () => on.lagged());
    source.addEventListener("error", () => {
      stale();
      if (source?.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(connect, STALE_AFTER_MS);
      }
    });
  };
  const disconnect = () => {
    source?.close();
    source = null;
  };
  const seen = () => (document.hidden ? disconnect() : connect());
  document.addEventListener("visibilitychange", seen);
  connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", seen);
    disconnect();
  };
}

function read(event, use) {
  try {
    use(JSON.parse(event.data));
  } catch (broken) {
    console.warn("an event that is not JSON was left out", broken);
  }
}
