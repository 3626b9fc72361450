// What an edit costs the main thread, all that follows from it included.
import { traced, visit } from "./visit.mjs";

/// Edits of each kind in a round, after a first one that is not counted: it
/// begins the history of the sheet.
const EDITS = 3;

/// An edit is painted by then, in milliseconds; what comes later is its saving.
const PAINTED = 250;

/// The next edit begins when this one is saved for certain, in milliseconds: the
/// app waits 400 for the next key, at any speed of the processor.
const PAUSE = 600;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/// Milliseconds that the page's main thread worked from each key on to the next;
/// the last of them is not counted. Nothing else is asked of the page meanwhile.
function costs(events) {
  const keys = events.filter(({ name, args }) => name === "EventDispatch" && args.data.type === "keydown");
  const { pid, tid } = keys[0];
  const tasks = events.filter((event) => event.name === "RunTask" && event.pid === pid && event.tid === tid);
  const work = (from, to) => tasks.reduce((sum, { ts, dur, tdur }) => (ts + dur > from && ts + dur <= to ? sum + tdur : sum), 0) / 1000;
  return keys.slice(1, -1).map(({ ts }, at) => ({ all: work(ts, keys[at + 2].ts), painted: work(ts, ts + PAINTED * 1000) }));
}

/// Keystrokes in a text answer, and choices of which every other reveals a
/// follow-up.
export function editing(browser, side, { stored, cpu, survey }) {
  return visit(browser, { origin: side.origin, stored, cpu }, async (page, devtools) => {
    await page.goto(side.sheet(survey));
    await page.evaluate(async () => {
      await watch.interactive;
      // A caret that blinks is work, and no part of an edit.
      const still = new CSSStyleSheet();
      still.replaceSync("* { caret-animation: manual }");
      document.adoptedStyleSheets.push(still);
      await watch.quiet();
    });
    const pressed = async (key, times) => {
      await page.evaluate(() => watch.quiet());
      const events = await traced(devtools, async () => {
        for (let n = 0; n < times; n += 1) {
          await page.keyboard.press(key);
          await pause(PAUSE * (cpu > 1 ? 1.25 : 1));
        }
      });
      return costs(events);
    };
    const written = () => page.evaluate(() => watch.until(watch.isSaved).then(() => ({ ...watch.written })));

    await page.locator(side.text).first().focus();
    await page.keyboard.press("End");
    // Another first edit: what is written is counted from the second on.
    await page.keyboard.press("x");
    await pause(2 * PAUSE);
    const before = side.name === "app" ? await written() : await page.evaluate(() => ({ ...watch.written }));
    const presses = EDITS + 2;
    const keystrokes = await pressed("x", presses);
    const after = side.name === "app" ? await written() : await page.evaluate(() => ({ ...watch.written }));
    const each = (name) => (after[name] - before[name]) / presses;

    // By the keyboard alone: the arrow goes to the other choice and takes it.
    const choices = page.locator(side.choice);
    await choices.nth(1).focus();
    await page.keyboard.press("Space");
    await pause(2 * PAUSE);
    const all = await pressed("ArrowDown", EDITS + 3);
    // The first was to the choice that reveals; it was not counted.
    const revealing = all.filter((_, at) => at % 2 === 1);
    return { keystrokes, revealing, writes: each("writes"), units: each("units"), journal: each("journal") };
  });
}
