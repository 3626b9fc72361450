// Somebody opens a survey that takes a while to read: the page says how far it is, and
// nothing is shown, counted or lost of half a survey.
import type { Page } from "@playwright/test";
import { accessibleAtAllWidths, EXAMPLE, openExample, question, region, saved, visit } from "./steps";
import { expect, test } from "./watched";

/// Pages that are loaded from here on read one sheet of a survey at a time, because each
/// look at the clock is as late as if a slow machine had read it; and go on when the
/// journey says so.
async function readSlowly(page: Page) {
  await page.addInitScript(() => {
    const { now } = Date;
    let ahead = 0;
    Date.now = () => now() + (ahead += 120);
    const later = window.setTimeout;
    const waiting: (() => void)[] = [];
    const turns = {
      held: true,
      next: () => waiting.splice(0).forEach((work) => work()),
    };
    const held = (work: () => void, after?: number) => (turns.held && after === 0 ? waiting.push(work) : later(work, after));
    Object.assign(window, { setTimeout: held, turns });
  });
}

type Turns = { turns: { held: boolean; next: () => void } };

const turn = (page: Page) => page.evaluate(() => (window as unknown as Turns).turns.next());

/// Whether turns wait for the journey; other programs have their own.
const hold = (page: Page, held: boolean) =>
  page.evaluate((held) => void ((window as unknown as Turns).turns.held = held), held);

const far = (page: Page) => page.getByRole("progressbar", { name: "Lettura delle schede…" });

/// How many hundredths the page says are read; 100 once it shows what it was asked for.
async function hundredths(page: Page): Promise<number> {
  const bar = far(page);
  return (await bar.count()) ? bar.evaluate((bar: HTMLProgressElement) => bar.value) : 100;
}

test("a survey that takes a while is read in turns, and then shows what the address asks for", async ({ page }) => {
  await openExample(page);
  await readSlowly(page);
  await page.goto(`${EXAMPLE}/results/A?q=q4`);
  await page.reload();
  await expect(far(page)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Lettura delle schede…" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Pagine dell'indagine" })).toBeVisible();
  await expect(page.locator("[data-result]")).toHaveCount(0);
  await hold(page, false);
  await accessibleAtAllWidths(page);
  await hold(page, true);

  const seen = [await hundredths(page)];
  while (seen.at(-1)! < 100) {
    await turn(page);
    await expect.poll(() => hundredths(page)).toBeGreaterThan(seen.at(-1)!);
    seen.push(await hundredths(page));
  }
  expect(seen).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  await expect(page.locator("#result-q4")).toBeFocused();
  await expect(page.locator('[data-result="q4"] tr[data-option="si"] [data-count]')).toHaveText("6");
  await expect(far(page)).toHaveCount(0);
});

test("who goes elsewhere meanwhile finds what they went to", async ({ page }) => {
  await openExample(page);
  await readSlowly(page);
  await page.goto(`${EXAMPLE}/results`);
  await page.reload();
  await expect(far(page)).toBeVisible();
  // To another page of the survey: it is read on for that.
  await page.getByRole("link", { name: "Scambio" }).click();
  await expect(far(page)).toBeVisible();
  // To a sheet: its survey is read at once.
  await page.evaluate((hash) => void (location.hash = hash), `${EXAMPLE}/sheets/2`);
  await expect(question(page, "q2")).toBeVisible();
  await expect(far(page)).toHaveCount(0);
  // To the first page: what nobody looks at is not read on.
  await page.goto(`${EXAMPLE}/results`);
  await page.reload();
  await expect(far(page)).toBeVisible();
  await page.evaluate(() => void (location.hash = "#/"));
  await expect(page.locator(".survey-card")).toBeVisible();
  await turn(page);
  await expect(far(page)).toHaveCount(0);
});

test("what is written on a sheet before the others are read is in what is shown of all", async ({ page }) => {
  const no = { q4: { state: "given", value: { choices: [{ option: "no" }] } } };
  await region(page, 120, () => no);
  await readSlowly(page);
  await page.goto("#/s/a-region/sheets/c7");
  await page.reload();
  await question(page, "q4").getByRole("radio", { name: "SI" }).check();
  await page.getByRole("link", { name: "Risultati" }).click();
  await expect(far(page)).toBeVisible();
  await page.evaluate(() => void (location.hash += "/A"));
  while (await far(page).count()) await turn(page);
  const count = (option: string) => page.locator(`[data-result="q4"] tr[data-option="${option}"] [data-count]`);
  await expect(count("si")).toHaveText("1");
  await expect(count("no")).toHaveText("119");
  await saved(page);
});

test("what another page writes while a survey is read is in what is shown", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/8");
  const other = await page.context().newPage();
  await readSlowly(other);
  await other.goto(`${EXAMPLE}/results/A`);
  await expect(far(other)).toBeVisible();
  await question(page, "q4").getByRole("radio", { name: "NO" }).check();
  await saved(page);
  await expect(far(other)).toHaveCount(0);
  const count = (option: string) => other.locator(`[data-result="q4"] tr[data-option="${option}"] [data-count]`);
  await expect(count("si")).toHaveText("5");
  await expect(count("no")).toHaveText("2");
});
