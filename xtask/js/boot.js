// Starts the app. Where WebAssembly cannot start, the page says so in plain
// words, instead of staying empty. The glue is imported inside `try`, because
// an old browser may already fail to read it.
const folder = new URL("./", import.meta.url);
// The program is compiled while the stores are opened and its glue is read.
const wasm = new URL("./{{wasm}}", import.meta.url);
const compiled = compile();
// The browser opens its stores while the program travels, and the app finds them open.
try {
  openJournal();
  localStorage.getItem("");
} catch {
  // Where it forbids them, the app says so.
}
// This script does not wait for the page to be there, but the app needs it.
if (document.readyState === "loading") {
  await new Promise((parsed) => addEventListener("DOMContentLoaded", parsed, { once: true }));
}
const version = document.querySelector("meta[name=version]")?.content;
// As long as this page lives, the files of its version are needed: see sw.js.
if (version && navigator.locks) {
  const name = `rilievo ${folder.pathname} ${version}`;
  navigator.locks.request(name, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}
// The browser offers once to install the app; the settings pass the offer on.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.rilievoInstall = event;
});
try {
  const { default: start } = await import("./{{glue}}");
  await start({ module_or_path: await compiled });
  // The style of pages that come in parts: nobody sees them in the first moment.
  const later = document.createElement("link");
  later.rel = "stylesheet";
  later.href = new URL("./{{later}}", import.meta.url);
  document.head.append(later);
  // What keeps the app for use without a network waits until there is nothing else to do.
  if (version) idle(() => import("./{{offline}}").catch(() => {}));
} catch (error) {
  console.error(error);
  explain(error);
}

// Where a browser or a server does not do that, the glue does it in its own way.
async function compile() {
  try {
    return await WebAssembly.compileStreaming(fetch(wasm));
  } catch {
    return wasm;
  }
}

function idle(run) {
  if (window.requestIdleCallback) requestIdleCallback(run);
  else setTimeout(run, 1000);
}

