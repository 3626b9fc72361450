// What a page knows of its service worker (sw.js): whether the app can be used
// without a network, and whether there is a new version. It stands on `<html>`,
// and an event tells the app that it changed. Three other events are orders of
// the app: to look for a new version, to change over to it, and to install the app.
const root = document.documentElement;
const container = navigator.serviceWorker;
const VERSION = document.querySelector("meta[name=version]").content;
const HOUR = 3_600_000;
let registration;
let checked = 0;
let leaving = false;
// Whether what a worker tells of its progress is about the version in use: not
// when a new one is coming, and not when it arrives after the end.
let filling = false;

function say(name, value) {
  if (value === undefined) root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
  dispatchEvent(new Event("rilievo-offline"));
}

// Waits until an attribute of `<html>` says this.
function until(name, value) {
  return new Promise((resolve) => {
    const look = () => {
      if (root.getAttribute(name) !== value) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributeFilter: [name] });
    look();
  });
}

// Asks a worker, and gives its answer.
function ask(worker, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(question, [port2]);
  });
}

async function register() {
  try {
    registration = await container.register(new URL("./sw.js", import.meta.url), { updateViaCache: "none" });
  } catch (error) {
    // Without network it can be tried again; what the browser forbids it forbids.
    return say("offline", error instanceof TypeError ? "failed" : "unavailable");
  }
  if (!registration) return say("offline", "unavailable");
  registration.onupdatefound = () => follow(registration.installing);
  if (registration.installing) follow(registration.installing);
  else await look();
}

function follow(worker) {
  if (!registration.active) {
    filling = true;
    say("offline", "preparing");
  }
  worker.onstatechange = () => {
    if (worker.state === "redundant" && root.dataset.check === "coming") say("check", "broken");
    if (["installed", "activated", "redundant"].includes(worker.state)) look();
  };
}

// How it stands with the worker that is there, and with the one that waits.
async function look() {
  const { active, installing, waiting } = registration;
  if (waiting && active) {
    // A page that has come from the network may be of that version already.
    if ((await ask(waiting, "version")) === VERSION) waiting.postMessage("take over");
    else {
      say("check", undefined);
      say("update", "waiting");
    }
  }
  if (!active && (installing || waiting)) return;
  filling = Boolean(active);
  const whole = active && (await ask(active, "look"));
  filling = false;
  say("offline", whole ? "ready" : "failed");
}

// Asks the site for a new version; `asked` says whether somebody waits for the answer.
async function check(asked) {
  const answer = (value) => asked && say("check", value);
  checked = Date.now();
  answer("asking");
  try {
    if (!registration || !registration.active) await register();
    await registration.update();
    answer(registration.installing || registration.waiting ? "coming" : "current");
  } catch {
    answer("failed");
  }
}

function checkAgain() {
  if (document.visibilityState === "visible" && Date.now() - checked >= HOUR) check(false);
}

// Changes over to the version that waits, once everything is saved. Other pages
// go on with the files that they began with.
async function changeOver() {
  const { waiting } = registration;
  if (!waiting || leaving) return;
  leaving = true;
  await until("data-saved", "1");
  waiting.onstatechange = () => arrive(waiting);
  arrive(waiting);
  waiting.postMessage("take over");
}

async function arrive({ state }) {
  if (state === "redundant") {
    // A still newer one has come.
    leaving = false;
    await look();
  } else if (state === "activated") {
    await until("data-saved", "1");
    location.reload();
  }
}

// Another worker answers this page from now on.
async function changed() {
  if (leaving || !container.controller) return;
  const version = await ask(container.controller, "version");
  say("update", version === VERSION ? undefined : "elsewhere");
  await look();
}

async function install() {
  const prompt = window.rilievoInstall;
  window.rilievoInstall = undefined;
  await prompt?.prompt();
  say("install", undefined);
}

// Only the page itself: a copy under another name is not what the worker would answer.
const here = new URL("./", import.meta.url).pathname;
if (!container || ![here, `${here}index.html`].includes(location.pathname)) {
  say("offline", "unavailable");
} else {
  await until("data-ready", "1");
  container.onmessage = ({ data }) => {
    if (!filling) return;
    root.setAttribute("data-offline", "preparing");
    say("offline-done", `${data.done}/${data.all}`);
  };
  container.oncontrollerchange = changed;
  addEventListener("rilievo-check", () => check(true));
  addEventListener("rilievo-update", changeOver);
  addEventListener("rilievo-install", install);
  addEventListener("beforeinstallprompt", () => say("install", "possible"));
  addEventListener("online", () => root.dataset.offline === "failed" && check(false));
  addEventListener("visibilitychange", checkAgain);
  setInterval(checkAgain, HOUR);
  if (window.rilievoInstall) say("install", "possible");
  await check(false);
}
