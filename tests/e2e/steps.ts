// What several journeys do, in the words of a person who uses the app.
import AxeBuilder from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./watched";

/// Where the example's pages are.
export const EXAMPLE = "#/s/payflowpa-a21";

/// Where the keys of the example's records begin, in the browser's storage.
export const RECORD = "rilievo/2/s/payflowpa-a21";

/// Widths of a phone, a tablet and a desk.
export const ALL_WIDTHS = [360, 768, 1280];

/// A wide window and a phone.
export const WIDTHS = [
  { name: "wide", viewport: { width: 1280, height: 900 } },
  { name: "phone", viewport: { width: 360, height: 740 } },
];

/// The page as it stands serves everyone: the accessibility checker finds
/// nothing, and nothing reaches over the side of the window.
export async function accessible(page: Page) {
  // No page has frames (which legacy mode would leave out), and only what is
  // wrong is asked for: the same findings in a fifth of the time.
  const checker = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  // It looks at places on the screen: what is out of sight has none until it is laid out.
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets.push(all);
  });
  const { violations } = await checker.analyze();
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
  await fits(page);
}

/// Nothing reaches over the side of the window.
async function fits(page: Page) {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(over, `pixels over the side of ${page.url()}`).toBeLessThanOrEqual(0);
}

/// The same at the widths of a phone, a tablet and a desk. The checker looks at
/// the narrowest and the widest: between them only the room differs.
export async function accessibleAtAllWidths(page: Page) {
  const before = page.viewportSize()!;
  for (const width of ALL_WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await (width === 768 ? fits(page) : accessible(page));
  }
  await page.setViewportSize(before);
}

/// Opens the first page, which reacts from here on.
export async function open(page: Page, address = "") {
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("data-ready", "1");
}

/// Opens the example from the first page, which is at this address.
export async function openExample(page: Page, address = "") {
  await open(page, address);
  await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
}

/// Goes to one of the example's pages.
export async function visit(page: Page, path: string) {
  await page.goto(`${EXAMPLE}/${path}`);
  const landmark: Record<string, string> = {
    overview: "[data-tile=bodies]",
    results: "[data-completeness]",
    exchange: "[data-export]",
  };
  const [first, rest] = path.split(/[/?]/);
  const inside = rest && !path.includes("?") ? { results: "[data-result]" }[first] : undefined;
  if (first === "sheets") await assisted(page);
  else await expect(page.locator(inside ?? landmark[first]).first()).toBeVisible();
  // Charts follow their tables.
  await expect(page.locator("[data-result] .figure:empty")).toHaveCount(0);
}

/// What helps beside the form of a sheet is there: from here on nothing moves by itself.
export async function assisted(page: Page) {
  await expect(page.locator("#contacts")).toBeAttached();
  await expect(page.locator(".sheet[data-bare]")).toHaveCount(0);
}

/// One question of the sheet that is open.
export function question(page: Page, id: string): Locator {
  return page.locator(`[data-question="${id}"]`);
}

/// Everything typed is in the browser's storage, and the page says so.
export async function saved(page: Page) {
  await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
  await expect(page.getByRole("status").filter({ hasText: /^(Salvato|Saved)$/ })).toBeVisible();
}

/// Notes every change of the mark that tells whether all is saved, from here
/// on; gives what was noted.
export async function watchSaving(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const noted: string[] = [];
    (window as unknown as { noted: string[] }).noted = noted;
    const root = document.documentElement;
    new MutationObserver(() => {
      const now = root.dataset.saved!;
      if (noted.at(-1) !== now) noted.push(now);
    }).observe(root, { attributeFilter: ["data-saved"] });
  });
  return () => page.evaluate(() => (window as unknown as { noted: string[] }).noted);
}

/// All records in the browser's storage, but for the notes of when a record
/// was removed: the next start drops them.
export function records(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const all = Object.entries({ ...window.localStorage });
    return Object.fromEntries(all.filter(([key]) => !key.startsWith("rilievo/2/gone/")));
  });
}

/// Writes a text under a key, as another program or a fault would.
export async function put(page: Page, key: string, text: string) {
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
}

/// Fills the storage to the last character with a record of somebody else.
export async function fill(page: Page) {
  await page.evaluate(() => {
    let text = "";
    for (let size = 4 << 20; size >= 1; size = Math.floor(size / 2)) {
      for (;;) {
        try {
          localStorage.setItem("somebody-else", text + "x".repeat(size));
          text += "x".repeat(size);
        } catch {
          break;
        }
      }
    }
  });
}

/// Takes that record away again.
export async function makeRoom(page: Page) {
  await page.evaluate(() => localStorage.removeItem("somebody-else"));
}

/// Empties the app's journal: what the store alone cannot do shows only then.
export async function forgetJournal(page: Page) {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("rilievo");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const emptying = opening.result.transaction("journal", "readwrite");
          emptying.objectStore("journal").clear();
          emptying.onabort = () => reject(emptying.error);
          emptying.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

/// Keys whose text stands in the journal; of a record that was removed there is
/// none.
export function journalled(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("rilievo");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const journal = opening.result.transaction("journal").objectStore("journal");
          const keys = journal.getAllKeys();
          const entries = journal.getAll();
          entries.onerror = () => reject(entries.error);
          entries.onsuccess = () => {
            opening.result.close();
            const texts = entries.result.map((entry) => typeof entry.text === "string");
            resolve(keys.result.map(String).filter((_, at) => texts[at]));
          };
        };
      }),
  );
}

/// A page of another browser, which has these records and nothing else: no
/// journal helps there.
export async function elsewhere(page: Page, kept: Record<string, string>): Promise<Page> {
  const { origin } = new URL(page.url());
  const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }));
  const context = await page.context().browser()!.newContext({ storageState: { cookies: [], origins: [{ origin, localStorage }] } });
  return context.newPage();
}

/// The example has its snapshot of the day, which an idle page takes: from here
/// on the store changes only when somebody does something.
export async function dailySnapshot(page: Page): Promise<string> {
  const daily = async () => Object.keys(await records(page)).find((key) => key.startsWith(`${RECORD}/was/`) && key.endsWith("-daily"));
  await expect.poll(daily).toBeDefined();
  return (await daily())!;
}

/// Goes to the first page by the link that every page has.
export async function home(page: Page) {
  await page.getByRole("link", { name: "Rilievo", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^(Le tue indagini|Your surveys)$/ })).toBeVisible();
}

/// Goes to the settings.
export async function settings(page: Page) {
  await page.goto("#/settings");
  await expect(page.getByRole("heading", { level: 1, name: /^(Dati e sicurezza|Data and safety)$/ })).toBeVisible();
}

/// Puts a survey of the first page into the trash, saying yes to the question.
export async function deleteSurvey(page: Page, title?: string) {
  const card = page.locator(".survey-card").filter({ hasText: title ?? /./ });
  await card.getByRole("button", { name: /^Elimina: / }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Elimina" }).click();
  await expect(card).toHaveCount(0);
}

/// Presses Tab, or Shift+Tab, until the keyboard stands on `target`. What is
/// surely on the way is passed at once: a sheet has hundreds of places to stand.
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await expect(target).toBeAttached();
  const far = await target.evaluate((element, back) => {
    const from = document.activeElement ?? document.body;
    const follows = (one: Node, other: Node) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    // Of radio buttons only one of each name is a place to stand: they do not count.
    const places = document.querySelectorAll<HTMLElement>("a[href], button, summary, textarea, select, input:not([type=radio])");
    return [...places].filter((one) => {
      const between = back ? follows(element, one) && follows(one, from) : follows(from, one) && follows(one, element);
      return between && one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true });
    }).length;
  }, key === "Shift+Tab");
  for (let presses = 0; presses < far - 5; presses++) await page.keyboard.press(key);
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not get to ${target}`);
}

/// A bundle as it stands in a file.
export interface Bundle {
  type: string;
  format: number;
  kind: string;
  fingerprint: string;
  survey: {
    head: { id: string; title: string };
    sheets: { partner: string; answers: Record<string, { value?: unknown }> }[];
  };
}

/// Exports the survey that is open on its exchange page.
export async function exported(page: Page): Promise<{ name: string; path: string; bundle: Bundle }> {
  const coming = page.waitForEvent("download");
  await page.locator("[data-export]").click();
  const download = await coming;
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bundle: JSON.parse(await readFile(path, "utf8")) };
}

/// A file to choose, with this text.
export function file(name: string, text: string) {
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

/// Chooses files to import and waits for what would happen.
export async function choose(page: Page, files: Parameters<Locator["setInputFiles"]>[0]): Promise<Locator> {
  await page.locator("input[data-import]").setInputFiles(files);
  const dryRun = page.locator("[data-dry-run]");
  await expect(dryRun).toBeVisible();
  return dryRun;
}

/// Imports a survey of so many bodies, `c0`, `c1` and so on, which answered the example's
/// questions as its bodies did, but for `own` answers.
export async function region(page: Page, bodies: number, own: (body: number) => object = () => ({})) {
  await openExample(page);
  await visit(page, "exchange");
  const { path } = await exported(page);
  const bundle = JSON.parse(await readFile(path, "utf8"));
  const { head, sheets } = bundle.survey;
  const like = sheets.filter((sheet: { status?: string }) => sheet.status === "submitted");
  head.id = "a-region";
  head.title = "Una regione";
  head.partners = Array.from({ length: bodies }, (_, i) => ({ id: `c${i}`, code: `${i + 1}`, name: `Comune ${i + 1}`, kind: "comune" }));
  bundle.survey.sheets = head.partners.map(({ id }: { id: string }, i: number) => {
    const sheet = like[i % like.length];
    return { ...sheet, partner: id, answers: { ...sheet.answers, ...own(i) } };
  });
  delete bundle.fingerprint;
  const dryRun = await choose(page, [file("regione.json", JSON.stringify(bundle))]);
  await dryRun.locator("[data-confirm]").click();
  await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
}

/// Chooses the language.
export async function speak(page: Page, language: "Italiano" | "English") {
  await page.getByRole("button", { name: language }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "English" ? "en" : "it");
}
