// A first visit to a sheet, and opening the results of what is stored.
import { memory, visit } from "./visit.mjs";

/// The files without which there is no page: itself, and what it names. Fonts are
/// apart, because text is shown without them.
async function named(origin) {
  const html = await (await fetch(`${origin}/`)).text();
  const tags = html.match(/<(?:link rel="(?:stylesheet|preload|modulepreload)"|script)[^>]*>/g) ?? [];
  const names = tags.map((tag) => tag.match(/(?:href|src)="([^"]+)"/)?.[1]).filter((name) => name && !name.startsWith("fonts/"));
  return ["", ...names].map((name) => `${origin}/${name}`);
}

/// Navigation → a sheet that can be filled in.
export async function opening(browser, side, { stored, cpu, survey }) {
  const first = await named(side.origin);
  return visit(browser, { origin: side.origin, stored, cpu }, async (page, devtools) => {
    await page.goto(side.sheet(survey));
    const seen = await page.evaluate(async (first) => {
      const interactive = await watch.interactive;
      await watch.quiet();
      return { interactive, blocked: watch.blocked(), firstLoad: watch.fetched(first), fetched: watch.fetched() };
    }, first);
    return { ...seen, memory: await memory(page, devtools) };
  });
}

/// Switches in a round: to these dimensions, and through the filter's two
/// states.
const TURNS = ["B", "A", "C", "A"];
const FILTERED = [true, false];

/// Navigation → results, in a new tab; then other dimensions, and a filter; then from
/// another page of the same tab, with everything in memory.
export function results(browser, side, { stored, cpu, survey }) {
  return visit(browser, { origin: side.origin, stored, cpu }, async (page, devtools) => {
    await page.goto(side.results(survey));
    const opened = await page.evaluate((drawn) => watch.settled(watch.stands(drawn)), side.drawn);
    const blocked = await page.evaluate(() => watch.blocked());
    const held = await memory(page, devtools);
    const switched = async (act) => {
      await page.evaluate((shown) => {
        const before = document.querySelector(shown).textContent;
        const title = document.querySelector("[data-result]").dataset.result;
        const isOther = () => {
          const now = document.querySelector(shown);
          const first = document.querySelector("[data-result]");
          return now !== null && first !== null && (now.textContent !== before || first.dataset.result !== title);
        };
        // Both ways lead through an event of the page, in which time begins.
        window.measured = new Promise((done) => {
          const begin = () => {
            const began = performance.now();
            watch.settled(isOther).then((at) => done(at - began));
          };
          for (const name of ["hashchange", "change"]) window.addEventListener(name, begin, { capture: true, once: true });
        });
      }, side.shown);
      await act();
      return page.evaluate(() => window.measured);
    };
    const turned = [];
    for (const dimension of TURNS) turned.push(await switched(() => side.turn(page, dimension)));
    const filtered = [];
    for (const on of FILTERED) filtered.push(await switched(() => side.filter(page, on)));
    const inside = await page.evaluate(
      async ([elsewhere, drawn]) => {
        const back = location.hash;
        location.hash = elsewhere;
        await watch.settled(() => location.hash === elsewhere);
        const began = performance.now();
        location.hash = back;
        return (await watch.settled(watch.stands(drawn))) - began;
      },
      [new URL(side.elsewhere(survey)).hash, side.drawn],
    );
    return { opened, blocked, memory: held, turned, filtered, inside };
  });
}
