// What storage costs in the browser: import, room, opening, an edit. Gives the
// figures of every round as JSON; `cargo xtask bench storage` makes a table of
// them.
import { writeFile } from "node:fs/promises";
import { inNewBrowser, load } from "./browser.mjs";
import { given } from "./given.mjs";

/// Edits of each kind in a round, after a first one that is not counted: it
/// begins the history of the sheet.
const EDITS = 4;

/// Gives a question to the browser: for how many milliseconds the main thread of
/// this page has been at work. It counts the work alone, whatever else the
/// machine does meanwhile.
async function watchBusy(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
}

/// Chooses the file and says yes, on the first page; gives the times, or what
/// the app says where the survey does not fit.
async function imported(page, { path, sheets }) {
  const busy = await watchBusy(page);
  await page.evaluate(() => {
    const chosen = new Promise((done) => {
      document.addEventListener("change", () => done(performance.now()), { capture: true, once: true });
    });
    window.dryRun = chosen.then(async (began) => {
      await probe.until(probe.stands("[data-dry-run] :is([data-confirm], [data-refusal])"));
      return (await probe.painted()) - began;
    });
  });
  const chosen = await busy();
  await page.locator("input[data-import]").setInputFiles(path);
  const dryRun = { wall: await page.evaluate(() => window.dryRun), busy: (await busy()) - chosen };
  const confirmed = await busy();
  const done = await page.evaluate(async () => {
    const before = Object.keys(localStorage);
    const began = performance.now();
    document.querySelector("[data-confirm]").click();
    // What is refused is told of; what was imported is shown.
    await probe.until(probe.stands("[data-completeness], .notices .danger"));
    const notice = document.querySelector(".notices .danger p");
    const refusal = document.querySelector("[data-completeness]") ? null : notice.innerText;
    const overview = (await probe.painted()) - began;
    const left = Object.keys(localStorage).filter((key) => !before.includes(key)).length;
    return { refusal, began, overview, left };
  });
  const overview = { wall: done.overview, busy: (await busy()) - confirmed };
  if (done.refusal !== null) return { dryRun, refused: done.refusal, left: done.left };
  const saved = await page.evaluate(async (began) => (await probe.until(probe.isSaved)) - began, done.began);
  const shown = await page.locator("[data-partner]").count();
  if (shown !== sheets) throw new Error(`the overview shows ${shown} bodies of ${sheets}`);
  return { dryRun, overview, saved: { wall: saved, busy: (await busy()) - confirmed } };
}

/// Opens the example, and goes back to the first page when the app has done what it does of
/// itself: from here on this page writes small records.
async function openExample(page) {
  await load(page);
  await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
  await page.locator("[data-completeness]").first().waitFor();
  await cared(page);
  await page.getByRole("link", { name: "Rilievo", exact: true }).click();
  await page.locator("input[data-import]").waitFor();
}

/// What the app does of itself some time after a survey was opened (a
/// snapshot, a look at the room) is done; gives its longest task.
async function cared(page) {
  return page.evaluate(async () => {
    const fetched = () => performance.getEntriesByType("resource").some((entry) => /rilievo-keeping-/.test(entry.name));
    while (!fetched()) await probe.quiet();
    await probe.quiet();
    return probe.longest();
  });
}

/// Room in UTF-16 units, as the settings say and as it is.
async function room(page) {
  await load(page, "#/settings");
  await page.locator("[data-used]").waitFor();
  const [used, counted] = await page.evaluate(() => [Number(document.querySelector("[data-used]").dataset.used), probe.units()]);
  if (used !== counted) throw new Error(`the settings say ${used} units, local storage has ${counted}`);
  const snapshots = await page.evaluate(() => {
    const keys = Object.keys(localStorage).filter((key) => key.includes("/was/"));
    return keys.reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0);
  });
  return { used, snapshots };
}

/// Opens what is stored, each time in a new tab; gives milliseconds since the
/// navigation began.
async function opened(page, survey, partner) {
  // Only one tab has the app.
  await page.goto("about:blank");
  const seen = async (hash, what) => {
    const tab = await page.context().newPage();
    const busy = await watchBusy(tab);
    await load(tab, hash);
    const wall = await tab.evaluate((what) => probe.seen[what], what);
    const cost = { wall, busy: await busy() };
    await tab.close();
    return cost;
  };
  return {
    home: await seen("", "ready"),
    overview: await seen(`#/s/${survey}/overview`, "overview"),
    sheet: await seen(`#/s/${survey}/sheets/${partner}`, "sheet"),
  };
}

/// From here on the clock of new pages is ahead by more than the time after
/// which the journal forgets what the store has; a first start then forgets it.
async function minutesPass(page) {
  await page.context().addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 5 * 60_000;
  });
  await load(page);
}

/// Does one edit; gives its times in milliseconds, and what it wrote.
async function edited(page, busy, last, act) {
  await page.evaluate(async (last) => {
    await probe.until(probe.isSaved);
    await probe.quiet();
    window.edit = probe.edit(last);
  }, last);
  const before = await busy();
  await act();
  const cost = await page.evaluate(() => window.edit);
  return { ...cost, busy: (await busy()) - before };
}

async function edits(page) {
  const busy = await watchBusy(page);
  const text = page.locator('[data-question="q9"]').getByRole("textbox").first();
  await text.focus();
  await page.keyboard.press("End");
  const key = () => edited(page, busy, "input", () => page.keyboard.press("x"));
  const radios = page.locator('[data-question="q1"] input[type=radio]');
  const choice = async () => {
    const other = (await radios.nth(0).isChecked()) ? radios.nth(1) : radios.nth(0);
    // By the keyboard: the pointer's way there is none of the edit's.
    await other.focus();
    return edited(page, busy, "change", () => page.keyboard.press("Space"));
  };
  const repeated = async (what) => {
    const first = await what();
    const further = [];
    while (further.length < EDITS) further.push(await what());
    return { first, further };
  };
  const keystrokes = await repeated(key);
  return { keystrokes, choices: await repeated(choice) };
}

async function round(bundle) {
  return inNewBrowser(async (page, version) => {
    await load(page);
    const result = { version, import: await imported(page, bundle) };
    if (result.import.refused !== undefined) {
      // Until it was needed, the part that makes records small is not here.
      result.first = result.import;
      await openExample(page);
      result.import = await imported(page, bundle);
    }
    if (result.import.refused !== undefined) return result;
    result.care = await cared(page);
    result.room = await room(page);
    const [survey, partner] = await page.evaluate(() => {
      const keys = Object.keys(localStorage).filter((key) => /^rilievo\/2\/s\/generata-\d+\/p\//.test(key));
      const [, , , survey, , partner] = keys.sort()[Math.floor(keys.length / 2)].split("/");
      return [survey, partner];
    });
    result.openedAtOnce = await opened(page, survey, partner);
    await minutesPass(page);
    result.opened = await opened(page, survey, partner);
    await load(page, `#/s/${survey}/sheets/${partner}`);
    result.laterCare = await cared(page);
    result.edits = await edits(page);
    return result;
  });
}

const { bundles, out } = JSON.parse(given("RILIEVO_BENCH"));
const sizes = bundles.map(({ sheets }) => ({ sheets, rounds: [] }));
const rounds = Math.max(...bundles.map((bundle) => bundle.rounds));
// In turn: what else the machine does meanwhile meets all sizes.
for (let n = 1; n <= rounds; n += 1) {
  for (const [at, bundle] of bundles.entries()) {
    if (n > bundle.rounds) continue;
    const result = await round(bundle);
    sizes[at].rounds.push(result);
    console.log(`    round ${n} of ${bundle.rounds}, ${bundle.sheets} sheets: ${result.import.refused ?? "done"}`);
  }
}
const date = new Date().toISOString().slice(0, "2026-11-23".length);
await writeFile(out, JSON.stringify({ date, version: sizes[0].rounds[0].version, sizes }, null, 1));
