// Runs in a page before its own scripts: says when something is on the screen,
// which tasks were long, what was written, and how large wasm's memory is. It
// looks at the page only while somebody waits for something.
(() => {
  const { painted, quiet } = window.wait;
  const written = { writes: 0, units: 0, journal: 0 };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    written.writes += 1;
    written.units += String(key).length + String(text).length;
    return setItem.call(this, key, text);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...entry) {
    written.journal += 1;
    return put.apply(this, entry);
  };

  const memories = new Set();
  const noted = (made) => {
    const { exports } = made.instance ?? made;
    for (const one of Object.values(exports ?? {})) if (one instanceof WebAssembly.Memory) memories.add(one);
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => original.apply(WebAssembly, given).then(noted);
  }

  const long = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) long.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  const OBSERVED = { attributes: true, attributeFilter: ["data-drawn", "data-ready", "data-saved", "disabled", "hidden"], characterData: true, childList: true, subtree: true };

  /// Gives the moment in which `is` came to hold, or now.
  const until = (is) =>
    new Promise((done) => {
      const look = () => {
        if (!is()) return;
        observer.disconnect();
        done(performance.now());
      };
      const observer = new MutationObserver(look);
      observer.observe(document, OBSERVED);
      look();
    });

  /// Gives the moment in which the last change was on the screen that came
  /// before everything was quiet, `is` holding by then.
  const settled = async (is) => {
    let last = painted();
    const observer = new MutationObserver(() => (last = painted()));
    observer.observe(document.documentElement, { attributes: true, childList: true, characterData: true, subtree: true });
    await until(is);
    last = painted();
    for (let seen; seen !== last; ) {
      seen = last;
      await seen;
      await quiet();
    }
    observer.disconnect();
    return last;
  };

  const stands = (selector) => () => document.querySelector(selector) !== null;
  const isReady = stands("html[data-ready='1']");
  const isOpen = stands("[data-question] :is(input, textarea):enabled");

  /// A sheet can be filled in: the moment after that is on the screen.
  const interactive = until(() => isReady() && isOpen()).then(painted);

  /// Bytes as they came over the line: of all that was fetched, or of these
  /// addresses.
  const fetched = (addresses) => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const counted = entries.filter(({ name }) => !addresses || addresses.includes(name.replace(/#.*/, "")));
    return counted.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
  };

  window.watch = {
    fetched,
    interactive,
    isReady,
    painted,
    quiet,
    settled,
    stands,
    until,
    written,
    isSaved: () => document.documentElement?.dataset.saved === "1",
    /// The longest task that began at `from` or later.
    longest: (from = 0) => Math.max(0, ...long.filter((task) => task.startTime >= from).map((task) => task.duration)),
    /// Milliseconds by which tasks were longer than fifty.
    blocked: (from = 0) => long.filter((task) => task.startTime >= from).reduce((sum, { duration }) => sum + duration - 50, 0),
    wasm: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
})();
