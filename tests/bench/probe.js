// Runs in the page before the page's own script: notes when something is on
// the screen, what is written to the stores, and how long an edit keeps the
// main thread busy.
(() => {
  const { painted, quiet } = window.wait;
  const written = { writes: 0, units: 0, removals: 0, journal: 0 };
  const seen = {};
  const waiting = [];
  let longest = 0;

  const { setItem, removeItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    written.writes += 1;
    written.units += String(key).length + String(text).length;
    return setItem.call(this, key, text);
  };
  Storage.prototype.removeItem = function (key) {
    written.removals += 1;
    return removeItem.call(this, key);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...entry) {
    written.journal += 1;
    return put.apply(this, entry);
  };

  const look = () => {
    for (const wait of [...waiting]) {
      if (!wait.is()) continue;
      waiting.splice(waiting.indexOf(wait), 1);
      wait.done(performance.now());
    }
  };
  new MutationObserver(look).observe(document, {
    attributeFilter: ["data-ready", "data-saved"],
    attributes: true,
    childList: true,
    subtree: true,
  });

  /// Gives the moment in which `is` came to hold, or now.
  const until = (is) =>
    new Promise((done) => {
      waiting.push({ is, done });
      look();
    });
  const stands = (selector) => () => document.querySelector(selector) !== null;
  const isSaved = () => document.documentElement?.dataset.saved === "1";

  /// What a navigation leads to: promises of milliseconds since it began.
  const opening = {
    ready: stands("html[data-ready='1']"),
    overview: stands("[data-completeness]"),
    sheet: stands("[data-question] :is(input, textarea):enabled"),
  };
  for (const [name, is] of Object.entries(opening)) {
    seen[name] = until(is).then((at) => (name === "ready" ? at : painted()));
  }

  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  }).observe({ type: "longtask", buffered: true });

  /// Waits for the next edit: how long it takes from the first listener of
  /// `input` to the last of `last`, with what runs between them, and until it
  /// is saved.
  const edit = (last) => {
    const before = { ...written };
    let began;
    const handled = new Promise((done) => {
      window.addEventListener("input", () => (began = performance.now()), { capture: true, once: true });
      // Added after the app's own listeners: on the way up it comes last.
      window.addEventListener(last, () => done(performance.now() - began), { once: true });
    });
    return handled.then(async (handled) => {
      const frame = painted().then((at) => at - began);
      const saved = (await until(isSaved)) - began;
      const wrote = Object.fromEntries(Object.entries(written).map(([what, n]) => [what, n - before[what]]));
      return { handled, painted: await frame, saved, ...wrote };
    });
  };

  window.probe = {
    edit,
    isSaved,
    painted,
    quiet,
    seen,
    stands,
    until,
    longest: () => longest,
    /// Keys and values together, as the browser counts them.
    units: () => Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0),
  };
})();
