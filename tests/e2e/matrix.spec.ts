// The matrix: one look over all answers, by mouse and by keyboard, with ten
// bodies and with fifteen hundred.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { accessible, openExample, region, tabTo, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

const cell = (page: Page, mark: string) => page.locator(`[data-cell="${mark}"]`);

async function matrix(page: Page, query = "") {
  await page.goto(`#/s/payflowpa-a21/results/matrix${query}`);
  await expect(cell(page, "EC:q1")).toBeVisible();
}

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("every answer has its sign, and says itself in words", async ({ page }) => {
      await openExample(page);
      await matrix(page);
      const grid = page.getByRole("grid", { name: "Matrice" });
      await expect(grid).toHaveAttribute("aria-rowcount", "12");
      // On a phone, columns that nobody sees are not in the page.
      if (name === "wide") await expect(grid.locator("[data-cell]")).toHaveCount(10 * 23);
      for (const [mark, sign, words] of [
        ["2:q1", "Sì", "Regione Toscana, Domanda 1: SI"],
        ["9:q4", "No", "Città metropolitana di Bari, Domanda 4: NO"],
        ["EC:q2", "●○●", "Comune di Bari, Domanda 2: interno, esterno"],
        ["EC:q1", "≈", "Comune di Bari, Domanda 1: Non leggibile"],
        ["8:q5", "–", "Provincia Autonoma di Trento, Domanda 5: Vuota"],
        ["4:q10", "n/a", "Regione Lombardia, Domanda 10: Non applicabile: N/A"],
        ["7:q16", "!", "Città metropolitana di Roma Capitale, Domanda 16: Fuori condizione: Società in House Capitale Lavoro spa"],
        ["4:q16", "·", "Regione Lombardia, Domanda 16: Non richiesta"],
        ["1:q1", "×", "Regione Veneto, Domanda 1: Senza scheda"],
      ]) {
        const [, question] = mark.split(":q");
        await page.locator(".matrix-pane").evaluate((pane, at) => (pane.scrollLeft = at), (Number(question) - 3) * 42);
        await expect(cell(page, mark)).toHaveText(sign);
        await expect(cell(page, mark)).toHaveAttribute("aria-label", words);
      }
      // No two kinds of answer look alike, in colour or without.
      const looks = await page.locator(".legend .cell").evaluateAll((cells) =>
        cells.map((cell) => {
          const { backgroundColor, backgroundImage, color, boxShadow } = getComputedStyle(cell);
          return { sign: cell.textContent, style: [backgroundColor, backgroundImage, color, boxShadow].join() };
        }),
      );
      expect(new Set(looks.map((look) => look.sign)).size).toBe(looks.length);
      const no = looks.find((look) => look.sign === "No")!;
      expect(looks.filter((look) => look.style === no.style)).toHaveLength(1);
      await accessible(page);
    });
  });
}

test("by keyboard: to a cell, its answer, and back", async ({ page }) => {
  await openExample(page);
  await matrix(page);
  const grid = page.getByRole("grid");
  await tabTo(page, grid);
  const here = page.locator("#matrix-here");
  await expect(here).toHaveAttribute("data-cell", "EC:q1");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(here).toHaveAttribute("data-cell", "2:q2");
  await expect(grid).toHaveAttribute("aria-activedescendant", "matrix-here");
  await page.keyboard.press("End");
  await expect(here).toHaveAttribute("data-cell", "2:q25");
  await expect(here).toBeInViewport();
  await page.keyboard.press("Control+End");
  await expect(here).toHaveAttribute("data-cell", "9:q25");
  await page.keyboard.press("Enter");
  const answer = page.locator("[data-answer]");
  await expect(answer.getByRole("heading")).toBeFocused();
  await expect(answer).toContainText("Città metropolitana di Bari");
  await expect(page).toHaveURL(/cell=9:q25/);
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(answer).toHaveCount(0);
  await expect(grid).toBeFocused();
  await expect(here).toHaveAttribute("data-cell", "9:q25");

  // A comment stands with its answer, and the sheet is one press away.
  await cell(page, "7:q16").click();
  await expect(page).toHaveURL(/cell=7:q16/);
  await expect(answer).toContainText("Società in House Capitale Lavoro spa");
  await expect(answer).toContainText("Fuori condizione");
  await answer.getByRole("link", { name: "Vai alla scheda" }).click();
  await expect(page).toHaveURL(/sheets\/7\?q=q16$/);
});

test("a page that begins with an open answer shows its cell, and the panel leaves it free", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openExample(page);
  await page.goto("#/s/payflowpa-a21/results/matrix?cell=9:q25");
  await expect(page.locator("[data-answer]")).toBeVisible();
  await page.reload();
  const here = page.locator("#matrix-here");
  await expect(here).toHaveAttribute("data-cell", "9:q25");
  const free = async () => {
    const [cell, panel] = [await here.boundingBox(), await page.locator("[data-answer]").boundingBox()];
    return cell!.y >= 0 && cell!.y + cell!.height <= panel!.y;
  };
  await expect.poll(free).toBe(true);
});

test("on paper the whole matrix stands, and its words leave as a table", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openExample(page);
  await matrix(page);
  expect(await page.locator("[data-cell]").count()).toBeLessThan(10 * 23);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("[data-cell]")).toHaveCount(10 * 23);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.locator(".matrix-page").getByText("Salva", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Immagine PNG" })).toHaveCount(0);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tabella CSV" }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  const line = text.split("\r\n").find((line) => line.startsWith("Comune di Bari;"))!;
  expect(line).toMatch(/^Comune di Bari;Non leggibile;interno, esterno;/);
});

test("it is sorted, turned and filtered, and the address keeps it so", async ({ page }) => {
  await openExample(page);
  await matrix(page);
  const rows = () => page.locator(".matrix tbody th").evaluateAll((heads) => heads.map((head) => head.textContent!));
  const columns = () => page.locator(".matrix .heads th:not(.corner)").allTextContents();
  expect((await rows())[0]).toBe("EC Comune di Bari");
  await page.getByLabel("Ordine degli enti").selectOption({ label: "per nome" });
  const names = async () => (await rows()).map((row) => row.replace(/^\S+ /, ""));
  await expect.poll(names).toEqual([...(await names())].sort((a, b) => a.localeCompare(b, "it")));
  await page.getByLabel("Ordine degli enti").selectOption({ label: "prima i meno completi" });
  await expect(page).toHaveURL(/sort=completeness/);
  const shares = async () => (await rows()).map((row) => / · (\d+) di (\d+)$/.exec(row)).map((found) => (found ? Number(found[1]) / Number(found[2]) : 2));
  await expect.poll(async () => (await shares())[9]).toBe(2);
  expect(await shares()).toEqual([...(await shares())].sort((a, b) => a - b));

  await page.getByRole("button", { name: "Scambia righe e colonne" }).click();
  await expect(page.getByRole("button", { name: "Scambia righe e colonne" })).toHaveAttribute("aria-pressed", "true");
  await expect.poll(async () => (await rows()).length).toBe(23);
  expect((await columns()).length).toBe(10);
  await accessible(page);

  await page.goto("#/s/payflowpa-a21/results/matrix?kind=citta_metropolitana&sort=name");
  await expect.poll(rows).toEqual(["9 Città metropolitana di Bari", "7 Città metropolitana di Roma Capitale"]);
  await expect(page.getByText("Filtro attivo: 2 enti su 10.")).toBeVisible();
  await page.reload();
  await expect.poll(rows).toEqual(["9 Città metropolitana di Bari", "7 Città metropolitana di Roma Capitale"]);
});

test("with fifteen hundred bodies only what is seen is in the page", async ({ page }) => {
  // Many name something that no codebook knows.
  await region(page, 1500, (i) => (i < 120 ? { q5: { state: "given", value: { text: `Archivio ${i}` } } } : {}));

  // The desk: the first rows, how many there are, and more by the keyboard.
  const desk = page.getByRole("table", { name: "Enti partner", exact: true });
  const listed = page.locator("[data-partner]");
  await expect(listed).toHaveCount(50);
  await expect(desk).toHaveAttribute("aria-rowcount", "1501");
  const more = page.locator("[data-more]").first();
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(listed).toHaveCount(250);
  await expect(listed.nth(50).getByRole("rowheader")).toBeFocused();
  // What is done with several is done with all that meet the filter.
  // Of the numbers up to 1500, so many have a nine.
  await page.getByRole("textbox", { name: "Cerca un ente" }).fill("Comune 9");
  await expect(page.locator("[data-choose-all] + span")).toHaveText("Seleziona tutti i 366 enti elencati");
  await page.locator("[data-choose-all]").check();
  await expect(page.getByText("366 enti selezionati")).toBeVisible();

  // Answers body by body come in portions too; names where they are asked for.
  await page.goto("#/s/a-region/results/A");
  const answers = page.locator('[data-result="q8"]');
  await expect(answers.locator("[data-body]")).toHaveCount(50);
  await expect(answers.getByRole("table").first()).toHaveAttribute("aria-rowcount", /^\d{4}$/);
  await answers.locator("[data-more]").press("Enter");
  await expect(answers.locator("[data-body]")).toHaveCount(250);
  await expect(answers.locator("[data-body]").nth(50).getByRole("rowheader")).toBeFocused();
  const names = answers.locator('[data-state="given"] .names');
  await expect(names).not.toContainText(/Comune 14\d\d/);
  await names.locator("summary").press("Enter");
  await expect(names).toContainText(/Comune 14\d\d/);
  // What a screen reader hears of a chart counts whom it does not name.
  await expect(page.locator("#chart-q2-table tr[data-option=interno] .names")).toContainText(/e altri \d+$/);
  // What the codebook does not read comes in portions, and says so; what follows stays below.
  const read = page.locator('[data-result="q5"]');
  await read.getByRole("button", { name: "Mostra la tabella" }).click();
  const unread = read.locator("[data-unread]");
  await expect(unread).toHaveCount(50);
  await expect(unread.first()).toHaveCSS("display", "table-row");
  await expect(read.locator("tr.group").filter({ hasText: /· 50 di 1\d\d$/ })).toHaveCount(1);
  await expect(read.locator('[data-state="given"]')).toBeVisible();
  await read.getByRole("button", { name: /^Mostra altre \d+ voci$/ }).press("Enter");
  await expect(unread.nth(119)).toBeVisible();
  await expect(unread.nth(50).getByRole("rowheader")).toBeFocused();
  // Names are those of their row.
  await read.locator('[data-state="given"] summary').press("Enter");
  await expect(read.locator('[data-state="given"] .names')).toContainText(/Comune 14\d\d/);

  await page.goto("#/s/a-region/results/matrix");
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "1502");
  await expect(cell(page, "c0:q1")).toBeVisible();
  const inThePage = () => page.locator("[data-cell]").count();
  expect(await inThePage()).toBeLessThan(60 * 23);
  await grid.focus();
  await page.keyboard.press("Control+End");
  await expect(cell(page, "c1499:q25")).toBeInViewport();
  await expect(page.locator("#matrix-here")).toHaveAttribute("data-cell", "c1499:q25");
  await expect(cell(page, "c0:q1")).toHaveCount(0);
  expect(await inThePage()).toBeLessThan(60 * 23);
  // The heads are still in sight.
  await expect(page.locator(".matrix .heads th").last()).toBeInViewport();
  // The other way round, the bodies are columns, and as few are in the page.
  await page.getByRole("button", { name: "Scambia righe e colonne" }).click();
  await expect(grid).toHaveAttribute("aria-colcount", "1501");
  await grid.focus();
  await page.keyboard.press("Control+End");
  await expect(cell(page, "c1499:q25")).toBeInViewport();
  expect(await inThePage()).toBeLessThan(60 * 23);
});
