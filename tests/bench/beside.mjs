// Rilievo and a plain page side by side: opening, editing, importing, results.
// Gives the figures of every round as JSON; `cargo xtask bench` makes tables of
// them.
import { readFile, writeFile } from "node:fs/promises";
import { editing } from "./editing.mjs";
import { given } from "./given.mjs";
import { importing } from "./importing.mjs";
import { opening, results } from "./opening.mjs";
import { sides } from "./sides.mjs";
import { launched } from "./visit.mjs";

const { parts, rounds, speeds, servers, surveys, out } = JSON.parse(given("RILIEVO_BENCH"));
const { plain, app } = sides(servers);
for (const survey of surveys) survey.counts = JSON.parse(await readFile(survey.counts, "utf8"));
const of = (sheets) => surveys.find((survey) => survey.sheets === sheets);

const measured = [];

/// What stands in the store of a page that has a survey, by page and size.
const stores = {};

/// Measures each of `turns` in turn, in a browser of its own.
async function round(part, n, cpu, turns) {
  const browser = await launched();
  // The first page of a browser takes longer than any other, whichever it is.
  await opening(browser, plain, { cpu: 1, survey: turns[0].survey });
  for (const { side, survey, again = false, ...more } of turns) {
    const key = `${side.name}-${survey.sheets}`;
    const figures = await part.measure(browser, side, { cpu, survey, stored: stores[key], ...more });
    delete figures.stored;
    measured.push({ part: part.name, side: side.name, sheets: survey.sheets, cpu, round: n, again, figures });
  }
  await browser.close();
  console.log(`    ${part.name}, processor ${cpu} ×, round ${n} of ${part.rounds(cpu)}`);
}

const small = () => of(9);
const large = () => of(8_000);
const huge = () => of(23_000);

/// The plain page, the app, and the plain page again: what differs between its
/// two is noise.
const between = (survey, ...also) => [{ side: plain, survey }, { side: app, survey }, ...also, { side: plain, survey, again: true }];

const all = [
  { name: "open", measure: opening, turns: () => between(small()) },
  {
    name: "edit",
    measure: editing,
    turns: (cpu) => {
      // The app again as well: whether more sheets cost more shows against its own noise.
      const others = [{ side: app, survey: large() }, { side: app, survey: small(), again: true }];
      return between(small(), ...others.slice(0, cpu > 1 ? 1 : 2));
    },
  },
  { name: "import", measure: importing, turns: () => between(large()).map((turn) => ({ ...turn, keep: true })) },
  { name: "import-huge", measure: importing, turns: () => between(huge()), slowRounds: 3 },
  { name: "results", measure: results, turns: () => between(large()) },
];

/// What the store of a page holds once it has a survey; and a sheet of it, the same
/// in both pages.
async function store(browser, side, survey) {
  const { stored } = await importing(browser, side, { cpu: 1, survey, keep: true, check: false });
  const { id, at } = survey.counts.body;
  survey.body = id;
  if (side === plain) {
    const { domande, schede } = JSON.parse(await readFile(survey.plain, "utf8"));
    const given = domande.map((question, n) => [question, schede[at][2][n]]).filter(([, answer]) => typeof answer !== "number");
    stored.scheda = JSON.stringify(Object.fromEntries(given));
  }
  stores[`${side.name}-${survey.sheets}`] = stored;
}

const wanted = all.filter(({ name }) => parts.includes(name));
const needed = wanted.filter(({ measure }) => measure !== importing).flatMap(({ turns }) => turns(1));
const browser = await launched();
const version = browser.version();
for (const { side, survey } of needed) if (!stores[`${side.name}-${survey.sheets}`]) await store(browser, side, survey);
await browser.close();

for (const part of wanted) {
  part.rounds = (cpu) => (cpu > 1 ? Math.min(rounds, part.slowRounds ?? rounds) : rounds);
  for (const cpu of speeds) for (let n = 1; n <= part.rounds(cpu); n += 1) await round(part, n, cpu, part.turns(cpu));
}
const date = new Date().toISOString().slice(0, "2026-11-23".length);
await writeFile(out, JSON.stringify({ date, version, measured }, null, 1));
