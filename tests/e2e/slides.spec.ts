// The authors decide about the slides: order, what is left out, words, charts,
// notes; print them; and the choices travel with the survey.
import type { Page } from "@playwright/test";
import { printed } from "./pdf";
import { accessible, accessibleAtAllWidths, choose, EXAMPLE, exported, open, openExample, question, saved, speak, tabTo, visit } from "./steps";
import { expect, test } from "./watched";

const slide = (page: Page, shows: string) => page.locator(`[data-slide="${shows}"].slide-item`);
const titles = (page: Page) => page.locator(".slide-item h3").allTextContents();
const names = (page: Page) => page.locator(".slide-item").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.slide!));
/// How many slides are shown.
const shown = async (page: Page) => Number(/^\d+/.exec((await page.locator("[data-count]").textContent())!)![0]);

async function slides(page: Page) {
  await page.goto(`${EXAMPLE}/present`);
  await expect(slide(page, "title")).toBeVisible();
}

/// Lays the slides out for paper as a button does, and reads what is printed.
async function onPaper(page: Page, what: "slides" | "handout") {
  await page.evaluate(() => {
    const here = window as unknown as { print: () => void; asked: number };
    here.asked = 0;
    here.print = () => void (here.asked += 1);
  });
  await page.locator(`[data-print=${what}]`).click();
  await page.waitForFunction(() => (window as unknown as { asked: number }).asked === 1);
  const paper = await printed(page);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".deck-paper")).toBeEmpty();
  return paper;
}

test("by keyboard slides are moved, hidden, written and taken back; all of it stays, travels and is printed", async ({ page, profile }) => {
  test.slow();
  await openExample(page);
  await page.getByRole("link", { name: "Presentazione", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Presentazione" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Presentazione", exact: true })).toHaveAttribute("aria-current", "page");
  await expect(slide(page, "title")).toBeVisible();
  const given = await names(page);
  const count = await shown(page);
  expect(given.length).toBeGreaterThan(25);
  // A thumbnail is drawn when it comes into view.
  const last = slide(page, "sources").locator(".slide-box");
  await expect(last).toBeEmpty();
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator("article")).toHaveCount(1);
  await accessibleAtAllWidths(page);

  // Down by one, and the keyboard stays.
  const down = slide(page, "indicator").getByRole("button", { name: /^Sposta giù/ });
  await page.locator("h1").click();
  await tabTo(page, down);
  await page.keyboard.press("Enter");
  const moved = [...given];
  moved.splice(moved.indexOf("indicator"), 0, ...moved.splice(moved.indexOf("indicator") + 1, 1));
  await expect.poll(() => names(page)).toEqual(moved);
  await expect(down).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: `Ora è la 4 di ${count}.` })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(() => names(page)).toEqual(given);
  await expect(page.locator("[data-step-said]")).toContainText("presentazione");
  await page.keyboard.press("Control+y");
  await expect.poll(() => names(page)).toEqual(moved);

  // Left out.
  const hide = slide(page, "why").locator("[data-hide]");
  await hide.focus();
  await page.keyboard.press("Space");
  await expect(slide(page, "why").locator("[data-hidden]")).toBeVisible();
  await expect(hide).toHaveText("Mostra");
  await expect(page.locator("[data-count]")).toHaveText(`${count - 1} diapositive mostrate, 1 nascosta`);

  // A title, and the survey's again when it is emptied.
  const chart = slide(page, (await names(page)).find((one) => one.startsWith("question/"))!);
  const was = (await chart.locator("h3").textContent())!;
  await chart.getByRole("button", { name: /^Modifica/ }).press("Enter");
  const title = chart.getByLabel("Titolo", { exact: true });
  await expect(title).toBeFocused();
  await expect(title).toHaveValue(was);
  await title.fill("Chi ha già le competenze");
  await expect(chart.locator("h3")).toHaveText("Chi ha già le competenze");
  await title.fill("");
  await title.blur();
  await expect(title).toHaveValue(was);
  await expect(chart.locator("h3")).toHaveText(was);
  const before = await chart.locator(".slide-box").innerHTML();
  await chart.getByLabel("Grafico", { exact: true }).selectOption({ label: "Barre" });
  await expect.poll(() => chart.locator(".slide-box").innerHTML()).not.toBe(before);
  await chart.getByLabel("Note per chi parla").fill("Ricorda le due schede illeggibili.\n\nPoi passa oltre.");

  // A slide of one's own, behind it.
  await chart.locator("[data-add-text]").press("Enter");
  const own = page.locator('.slide-item[data-slide^="text/"]');
  await expect(own.getByLabel("Titolo", { exact: true })).toBeFocused();
  await page.keyboard.type("Una pausa");
  await own.getByLabel("Testo", { exact: true }).fill("Domande **vostre**\n\n- uno\n- due");
  await own.getByLabel("Note per chi parla").fill("Cinque minuti.");
  await own.getByLabel("Note per chi parla").blur();
  await expect(own.locator("h3")).toHaveText("Una pausa");
  await expect(own.locator(".slide-box li")).toHaveText(["uno", "due"]);
  const order = await names(page);
  expect(order[order.indexOf((await chart.getAttribute("data-slide"))!) + 1]).toMatch(/^text\/0/);
  await accessible(page);

  // The chart of a question that has none, which then goes again.
  const adding = page.getByLabel("Aggiungi il grafico di una domanda");
  await adding.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Aggiungi", exact: true }).click();
  const remove = page.locator("[data-remove]");
  await expect(remove).toBeVisible();
  await expect(page.locator(".slide-item")).toHaveCount(order.length + 1);
  await remove.click();
  await expect.poll(() => names(page)).toEqual(order);

  await saved(page);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(order);
  await expect(slide(page, "why").locator("[data-hidden]")).toBeVisible();
  const kept = await titles(page);
  const all = await shown(page);

  const paper = await onPaper(page, "slides");
  expect(paper.pages).toHaveLength(all);
  expect(new Set(paper.sizes.map(String))).toEqual(new Set(["320,180"]));
  expect(paper.pages[0]).toContain("PayFlowPA A.2.1");
  expect(paper.text).toContain("Una pausa");
  for (const never of ["Cinque minuti.", "Stampa le diapositive", "Salvato", "Scambio"]) expect(paper.text).not.toContain(never);
  const handout = await onPaper(page, "handout");
  expect(handout.pages).toHaveLength(Math.ceil(all / 3));
  expect(new Set(handout.sizes.map(String))).toEqual(new Set(["210,297"]));
  for (const note of ["Cinque minuti.", "Ricorda le due schede illeggibili.", "Poi passa oltre."]) expect(handout.text).toContain(note);
  expect(handout.pages[0]).toContain(`1 / ${handout.pages.length}`);
  expect(handout.text).not.toContain("Stampa le diapositive");

  await visit(page, "exchange");
  const { path } = await exported(page);
  const other = await profile();
  await open(other, "");
  await other.locator("input[data-import]").setInputFiles(path);
  await other.locator("[data-confirm]").click();
  await expect(other.locator("[data-confirm]")).toHaveCount(0);
  await slides(other);
  expect(await titles(other)).toEqual(kept);
  expect(await names(other)).toEqual(order);
  await expect(slide(other, "why").locator("[data-hidden]")).toBeVisible();
  await own.getByRole("button", { name: /^Modifica/ }).waitFor({ state: "detached" });
  const there = other.locator('.slide-item[data-slide^="text/"]');
  await there.getByRole("button", { name: /^Modifica/ }).click();
  await expect(there.getByLabel("Note per chi parla")).toHaveValue("Cinque minuti.");
});

test("tied to an issued version the slides keep its figures; elsewhere they say that it is not there", async ({ page, profile }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openExample(page);
  await page.goto(`${EXAMPLE}/document`);
  const issuing = page.getByRole("region", { name: "Emetti versione", exact: true });
  await issuing.getByLabel("Versione", { exact: true }).fill("1.1");
  await issuing.getByLabel("Data", { exact: true }).fill("2026-11-23");
  await issuing.getByRole("button", { name: "Emetti", exact: true }).click();
  await expect(issuing.getByText("Versione 1.1 emessa.")).toBeVisible();

  await slides(page);
  await speak(page, "English");
  const data = page.getByLabel("From which data");
  await data.selectOption({ index: 1 });
  await expect(page.getByText("The figures stay those of this version")).toBeVisible();
  await accessible(page);
  await speak(page, "Italiano");
  const issued = await titles(page);
  await visit(page, "sheets/7");
  await question(page, "q1").getByRole("radio", { name: "NO" }).check();
  await saved(page);
  await slides(page);
  expect(await titles(page)).toEqual(issued);
  await page.getByLabel("Da quali dati").selectOption("");
  await expect.poll(() => titles(page)).not.toEqual(issued);
  await page.getByLabel("Da quali dati").selectOption({ index: 1 });
  await expect.poll(() => titles(page)).toEqual(issued);
  await saved(page);

  await visit(page, "exchange");
  const { path } = await exported(page);
  const other = await profile();
  await open(other, "");
  await choose(other, path);
  await other.locator("[data-confirm]").click();
  await expect(other.locator("[data-confirm]")).toHaveCount(0);
  await slides(other);
  await expect(other.locator("[data-not-here]")).toContainText("La versione 1.1 non si trova in questo browser");
});
