// A page in a browser that has seen nothing yet, and what Chromium says of it.
import { setTimeout } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { given } from "./given.mjs";
import { scripts } from "./scripts.mjs";

/// Longer than this nothing takes that is waited for.
const PATIENCE = 240_000;

/// A Chromium without a profile; each visit has one of its own.
export function launched() {
  return chromium.launch({ executablePath: given("RILIEVO_CHROMIUM"), args: given("RILIEVO_CHROMIUM_FLAGS").split(" ") });
}

/// Puts `stored` into the local storage of `origin`. What a page has written can be lost on
/// its way when the page is closed at once, so another page looks whether all of it is there.
async function stock(context, origin, stored) {
  const address = `${origin}/stock`;
  const html = { contentType: "text/html", body: "<!doctype html><title>stock</title>" };
  const visited = async (look, given) => {
    const page = await context.newPage();
    await page.goto(address);
    const seen = await page.evaluate(look, given);
    await page.close();
    return seen;
  };
  const write = (stored) => {
    for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text);
  };
  const count = () => Object.values(localStorage).reduce((sum, text) => sum + text.length, 0);
  const all = Object.values(stored).reduce((sum, text) => sum + text.length, 0);
  await context.route(address, (route) => route.fulfill(html));
  for (let tries = 0; (await visited(count)) !== all; tries += 1) {
    if (tries === 10) throw new Error(`${origin} does not keep what is stored there`);
    await visited(write, stored);
  }
  await context.unroute(address);
}

/// A browser is at rest when all its processes together worked so few milliseconds, so
/// often in a row, each time this long after the time before; Chromium counts in tens.
const REST = { work: 10, times: 3, pause: 100, patience: 10_000 };

/// Waits until the browser has nothing to do of itself. A new window is a program that
/// starts, with pages of its own; who opens a page has the window before them already.
async function rested(browser) {
  const devtools = await browser.newBrowserCDPSession();
  const worked = async () => {
    const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const began = Date.now();
  let before = await worked();
  for (let calm = 0; calm < REST.times && Date.now() - began < REST.patience; ) {
    await setTimeout(REST.pause);
    const now = await worked();
    // A process that has ended takes its time along.
    calm = Math.abs(now - before) <= REST.work ? calm + 1 : 0;
    before = now;
  }
  await devtools.detach();
}

/// Gives `work` a page of a new profile, in whose local storage stands what is
/// `stored` under `origin`, and a session with its developer tools. The page's
/// main thread is `cpu` times as slow as it could be. Fails on whatever the page
/// complains of.
export async function visit(browser, { origin, stored = {}, cpu = 1 }, work) {
  const context = await browser.newContext({
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    viewport: { width: 1280, height: 900 },
    // What is measured is the page, not the copy that it keeps of itself.
    serviceWorkers: "block",
  });
  try {
    context.setDefaultTimeout(PATIENCE);
    if (Object.keys(stored).length > 0) await stock(context, origin, stored);
    await context.addInitScript(await scripts("wait.js", "watch.js"));
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await slowed(devtools, cpu);
    await rested(browser);
    const result = await work(page, devtools);
    if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join("; ")}`);
    return result;
  } finally {
    await context.close();
  }
}

/// Makes the main thread `cpu` times as slow as it could be.
export function slowed(devtools, cpu) {
  return devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

/// For how many milliseconds the main thread has been at work so far. It counts
/// the work alone, whatever else the machine does meanwhile.
export async function busy(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/// Bytes that the page holds, after whatever nobody needs is gone: JavaScript's
/// heap, its buffers, wasm's memory.
export async function memory(page, devtools) {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => watch.wasm());
  return { heap: usedSize, buffers: backingStorageSize, wasm };
}

/// Categories of a trace in which every task of a thread stands, and every event.
const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"];

/// Notes everything that Chromium does while `work` runs; gives the events.
export async function traced(devtools, work) {
  const events = [];
  const note = ({ value }) => events.push(...value);
  devtools.on("Tracing.dataCollected", note);
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: TRACED } });
  await work();
  const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.end");
  await complete;
  devtools.off("Tracing.dataCollected", note);
  return events;
}
