// Saved means saved: the browser is killed at random moments while answers are
// typed. After every restart the survey opens, each answer for which the page
// showed "Salvato" is there, and any other is as it was or as it was typed.
import { expect, test } from "@playwright/test";
import { mkdir, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { KillableBrowser } from "./killed/browser";
import { Chance, seedOfThisRun } from "./killed/chance";
import { SheetForm } from "./killed/form";
import { type Form, Ledger, type Lost } from "./killed/ledger";
import { EXAMPLE, openExample } from "./steps";

const ROUNDS = process.env.RILIEVO_LONG === "1" ? 50 : 10;
/// So often the survey is one that the browser has just got.
const YOUNG = 4;
const SHEETS = ["EC", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const RESULT = fileURLToPath(new URL("../../target/reliability.json", import.meta.url));

/// What is going on when the browser dies: somebody types; the page is being
/// reloaded; the page has just said that all is saved.
const ENDINGS = ["typing", "reloading", "saved"] as const;
type Ending = (typeof ENDINGS)[number];

/// A text as people type them; the nth says something else than any other.
function text(chance: Chance, n: number): string {
  const words = ["fibra", "città", "perché no", "“SPC”", "1 Gb/s", "L'ente", "più di una", "Oracle; MySQL", "<nessuno>", "già € 300", "🛟", "a\\b"];
  return `n. ${n}: ${Array.from({ length: chance.whole(1, 8) }, () => chance.of(words)).join(" ")}`;
}

function inWords({ sheet, question, promised, since, found }: Lost): string {
  const allowed = [promised, ...since].join(" or ");
  return `sheet ${sheet}, ${question} should be ${allowed}, is ${found ?? "not there"}`;
}

/// Everything of the run that the rounds share.
class Run {
  chance!: Chance;
  form!: SheetForm;
  ledger!: Ledger;
  pristine?: Record<string, Form>;
  edits = 0;
  promised = 0;
  checked = 0;
  notOpened = 0;
  readonly damage: string[] = [];
  readonly lost: string[] = [];

  constructor(
    readonly browser: KillableBrowser,
    readonly site: string,
    readonly seed: number,
  ) {}

  /// Starts the browser on a page that is watched. Each start has its own
  /// chance: how far somebody came before a kill changes no later round.
  async start(nth: number) {
    this.chance = new Chance(this.seed + nth);
    const page = await this.browser.start();
    this.form = await SheetForm.in(page, this.chance);
  }

  /// The example, as a first visit gets it.
  async begin() {
    const { page } = this.form;
    await openExample(page, this.site);
    this.pristine ??= await this.form.read(SHEETS);
    this.ledger = new Ledger(this.pristine);
    this.form.account(this.ledger);
  }

  /// Types, and kills the browser.
  async round(ending: Ending) {
    const { chance, form } = this;
    // Some answers that are saved, in peace.
    await form.visit(chance.of(SHEETS));
    await this.type(chance.whole(1, 4));
    await form.saved();
    if (ending === "saved") {
      await form.visit(chance.of(SHEETS));
      await this.type(chance.whole(1, 3));
      await form.saved();
      return this.browser.kill();
    }

    let dead = false;
    const kill = async (after: number) => {
      await pause(after);
      dead = true;
      await this.browser.kill();
    };
    const until = async (work: Promise<void>) => {
      // What was under way when the browser died cannot end well.
      await work.catch((error) => {
        if (!dead) throw error;
      });
    };
    if (ending === "typing") {
      const death = kill(chance.whole(0, 1500));
      await Promise.all([death, until(this.typeUntil(() => dead))]);
      return;
    }
    await this.type(chance.whole(1, 3));
    await pause(chance.whole(0, 500));
    const death = kill(chance.whole(0, 800));
    await Promise.all([death, until(this.reload())]);
  }

  /// Edits of the open sheet.
  async type(edits: number) {
    for (let n = 0; n < edits; n += 1) {
      this.edits += 1;
      await this.form.edit(text(this.chance, this.edits));
    }
  }

  /// Types as somebody does who thinks between two answers, and goes from sheet
  /// to sheet.
  async typeUntil(over: () => boolean) {
    while (!over()) {
      if (this.chance.draw() < 0.3) await this.form.visit(this.chance.of(SHEETS));
      await this.type(1);
      if (this.chance.draw() < 0.3) await pause(this.chance.whole(0, 700));
    }
  }

  /// Reloads the page; what it then shows as saved is a promise as any other.
  async reload() {
    await this.form.page.reload();
    await this.form.whole();
    const { sheet, form, saved } = await this.form.shown();
    if (saved) this.ledger.shownAsSaved(sheet, form);
  }

  /// Looks at what the restarted browser shows.
  async inspect(round: number, ending: Ending, sheets: readonly string[]) {
    const { page } = this.form;
    this.promised += this.ledger.promises();
    await page.goto(`${this.site}${EXAMPLE}/overview`);
    await expect(page.locator("html")).toHaveAttribute("data-ready", "1");
    // The desk comes in a part; in its place a survey that is lost says so.
    await page.locator("[data-partner], main .page.narrow h1").first().waitFor();
    const danger = await page.locator(".notice.danger").allTextContents();
    const keys = await page.evaluate(() => Object.keys(localStorage));
    this.damage.push(...danger, ...keys.filter((key) => key.includes("/aside/")));
    const note = (lost: Lost[]) => this.lost.push(...lost.map((one) => `round ${round}, ${ending}: ${inWords(one)}`));
    if ((await page.locator("[data-partner]").count()) !== SHEETS.length) {
      this.notOpened += 1;
      note(this.ledger.withoutSurvey());
      return this.begin();
    }
    this.form.account(this.ledger);
    const { checked, lost } = this.ledger.compare(await this.form.read(sheets));
    this.checked += checked;
    note(lost);
  }

  /// The result, as a file and as a line.
  async report(version: string): Promise<string> {
    const result = {
      date: new Date().toISOString().slice(0, 10),
      browser: version,
      seed: this.seed,
      kills: ROUNDS,
      promised: this.promised,
      lost: this.lost.length,
      compared: this.checked,
      surveysNotOpened: this.notOpened,
      damaged: this.damage.length,
    };
    await mkdir(new URL("../../target", import.meta.url), { recursive: true });
    await writeFile(RESULT, `${JSON.stringify(result, null, 2)}\n`);
    return Object.entries(result)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ");
  }
}

const killable = test.extend<{ browserToKill: KillableBrowser }>({
  // A fixture's end comes whatever happens to the test.
  browserToKill: async ({ launchOptions }, use) => {
    const browser = new KillableBrowser(launchOptions.executablePath!, launchOptions.args!);
    await use(browser);
    await browser.dispose();
  },
  trace: "off",
});

killable(`whoever kills the browser loses nothing that was shown as saved (${ROUNDS} times)`, async ({ browserToKill, baseURL }) => {
  killable.setTimeout(30_000 + ROUNDS * 10_000);
  const run = new Run(browserToKill, baseURL!, seedOfThisRun());
  console.log(`RILIEVO_SEED=${run.seed} repeats this run of kills`);
  await run.start(1);
  await run.begin();
  const version = run.form.page.context().browser()!.version();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ending = ENDINGS[round % ENDINGS.length];
    await run.round(ending);
    await run.start(round + 1);
    const last = round === ROUNDS;
    const renew = round % YOUNG === 0;
    await run.inspect(round, ending, last || renew ? SHEETS : run.ledger.edited());
    if (renew && !last) {
      await run.browser.forget();
      await run.start(round + 1);
      await run.begin();
    }
  }
  console.log(await run.report(version));
  expect(run.lost, "answers that were shown as saved and are not there").toEqual([]);
  expect(run.notOpened, "surveys that do not open").toBe(0);
  expect(run.damage, "damage that the app tells of").toEqual([]);
  // A run in which nothing was at stake shows nothing.
  expect(run.promised).toBeGreaterThan(ROUNDS);
});
