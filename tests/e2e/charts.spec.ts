// A chart answers by keyboard too, has its table, looks as one needs it, and
// leaves as a file that says what it is about.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { accessible, openExample, speak, tabTo, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

const card = (page: Page, id: string) => page.locator(`[data-result="${id}"]`);

/// The text of what a press on a button saves, and its name.
async function saves(page: Page, button: Locator) {
  const coming = page.waitForEvent("download");
  await button.click();
  const download = await coming;
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

test("who said no? The marks are reached by keyboard, and say their names", async ({ page }) => {
  await openExample(page);
  await visit(page, "results/A");
  const marks = card(page, "q4").locator(".mark");
  await expect(marks).toHaveCount(4);
  await tabTo(page, marks.first());
  await expect(marks.first()).toHaveAccessibleName(/^SI: 6 di 7 — Regione Toscana, Regione Campania, /);
  await page.keyboard.press("ArrowDown");
  await expect(marks.nth(1)).toBeFocused();
  await expect(marks.nth(1)).toHaveAccessibleName("NO: 1 di 7 — Città metropolitana di Bari");
  // The same for those who see it.
  await expect(card(page, "q4").locator(".said")).toHaveText("NO: 1 di 7 — Città metropolitana di Bari");
  await page.keyboard.press("End");
  await expect(marks.last()).toHaveAccessibleName("Senza scheda: 1 di 10 — Regione Veneto");
  await page.keyboard.press("ArrowRight");
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(marks.first()).toBeFocused();
  // One Tab leaves the chart: it is one stop.
  await page.keyboard.press("Tab");
  await expect(card(page, "q4").getByRole("button", { name: "Mostra la tabella" })).toBeFocused();

  // And by mouse.
  await card(page, "q2").locator('.mark[data-key="in_house"]').first().click();
  await expect(card(page, "q2").locator(".said").first()).toHaveText(/^in house: 3 di 9 — Regione Lombardia, Regione Puglia, Provincia Autonoma di Trento/);
});

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("one dot is one body, and the picture names it", async ({ page }) => {
      await openExample(page);
      await visit(page, "results/A");
      const chart = card(page, "q1").locator("svg");
      await expect(chart.locator(".unit")).toHaveCount(10);
      await expect(chart.locator('.unit[data-key="EC"]')).toContainText("EC");
      await expect(chart).toContainText("Comune di Bari");
      // Combinations stand under the choices they are made of.
      const together = card(page, "q2").locator("svg").nth(1);
      await expect(together.locator('.mark[data-key="interno+esterno"]')).toHaveAccessibleName(/^interno \+ esterno: 4 di 9 — Comune di Bari, /);
    });

    test("its table is one press away, and there for screen readers at once", async ({ page }) => {
      await openExample(page);
      await visit(page, "results/B");
      const question = card(page, "q13");
      await expect(question.getByRole("table")).toBeAttached();
      const shown = question.locator(".behind");
      expect((await shown.boundingBox())!.height).toBeLessThan(2);
      const toggle = question.getByRole("button", { name: "Mostra la tabella" });
      await toggle.click();
      await expect(question.getByRole("button", { name: "Nascondi la tabella" })).toHaveAttribute("aria-expanded", "true");
      expect((await shown.boundingBox())!.height).toBeGreaterThan(60);
      await accessible(page);
    });
  });
}

test("chart and table are saved with base, filter, survey and fingerprint", async ({ page }) => {
  await openExample(page);
  await page.goto("#/s/payflowpa-a21/results/A?kind=regione");
  const question = card(page, "q2");
  await expect(question.locator("svg.bars")).toBeVisible();
  await question.getByText("Salva", { exact: true }).first().click();
  const button = (name: string) => question.getByRole("button", { name });
  const base = "Risposte date: 5 su 5 a cui è stata posta; enti in tutto: 6.";

  const svg = await saves(page, button("Grafico SVG"));
  expect(svg.name).toBe("payflowpa-a21_chart-q2.svg");
  expect(svg.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  for (const said of [base, "Filtro: Tipo di ente: Regione", "PayFlowPA A.2.1", "in house"]) expect(svg.text).toContain(said);
  const fingerprint = /[0-9a-f]{64}/.exec(svg.text)![0];

  const png = await saves(page, button("Immagine PNG"));
  expect(png.name).toBe("payflowpa-a21_chart-q2.png");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  const width = Number(/width="(\d+)"/.exec(svg.text)![1]);
  expect(png.bytes.readUInt32BE(16), "twice as many pixels").toBe(2 * width);

  const csv = await saves(page, button("Tabella CSV"));
  expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = csv.text.slice(1).split("\r\n");
  expect(lines[1]).toBe("Scelte;interno;3;Regione Toscana, Regione Campania, Regione Umbria");
  expect(csv.text).not.toMatch(/[^\r]\n/);
  for (const said of [base, "Filtro: Tipo di ente: Regione", fingerprint]) expect(csv.text).toContain(said);

  // The fingerprint is the one of the survey's bundle.
  await visit(page, "exchange");
  await expect(page.locator("[data-fingerprint]")).toHaveText(fingerprint);
});

test.describe("with the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("the table is copied for a spreadsheet", async ({ page }) => {
    await openExample(page);
    await visit(page, "results/A");
    const question = card(page, "q1");
    await question.getByText("Salva", { exact: true }).click();
    await question.getByRole("button", { name: "Copia la tabella" }).click();
    await expect(question.getByRole("status")).toHaveText("Copiato.");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("SI\t7\t");
    await accessible(page);
  });
});

test("charts look as one needs them, and so do their files", async ({ page }) => {
  await openExample(page);
  await visit(page, "results/A");
  const paper = () => card(page, "q2").locator("svg").first().evaluate((svg) => svg.querySelector("rect")!.getAttribute("fill"));
  const light = await paper();
  await page.getByText("Filtri", { exact: true }).click();
  const look = page.getByLabel("Aspetto dei grafici");
  await look.selectOption({ label: "Scuro" });
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await accessible(page);
  await look.selectOption({ label: "Alto contrasto" });
  await expect.poll(paper).not.toBe(dark);
  // It is kept for the next visit.
  await page.reload();
  await visit(page, "results/A");
  const kept = await paper();
  expect(kept).not.toBe(light);
  expect(kept).not.toBe(dark);
  // On paper there is no colour, whatever was chosen.
  const colours = () =>
    card(page, "q2").locator("svg").first().evaluate((svg) => [...svg.querySelectorAll("[fill]")].map((e) => e.getAttribute("fill")!).filter((fill) => /^#/.test(fill)));
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect.poll(async () => (await colours()).every((fill) => /^#(..)\1\1$/.test(fill))).toBe(true);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect.poll(paper).toBe(kept);
});

test.describe("for somebody who needs more contrast", () => {
  test.use({ contextOptions: { contrast: "more" } as object });

  test("the charts have it without being asked", async ({ page }) => {
    await openExample(page);
    await visit(page, "results/A");
    await expect(card(page, "q2").locator("svg text").first()).toHaveAttribute("fill", "#ffffff");
  });
});

test("on paper filters are words, and tables stand with their charts", async ({ page }) => {
  await openExample(page);
  await page.goto("#/s/payflowpa-a21/results/A?kind=regione");
  const criterion = page.getByRole("button", { name: "Togli il filtro: Tipo di ente: Regione" });
  await expect(criterion).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Tipo di ente: Regione")).toBeVisible();
  await expect(page.getByText("Filtri", { exact: true })).toBeHidden();
  await expect(card(page, "q2").getByRole("button", { name: "Mostra la tabella" }).first()).toBeHidden();
  expect((await card(page, "q2").locator(".behind").first().boundingBox())!.height).toBeGreaterThan(60);
});

test("addresses in answers are links only where a browser may open them", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/9");
  await page.locator('[data-question="q25"] input').first().fill("https://example.org/regolamento javascript:alert(1)");
  await visit(page, "results/E");
  const answer = card(page, "q25").locator('[data-body="9"] td');
  await expect(answer).toContainText("https://example.org/regolamento javascript:alert(1)");
  const links = answer.getByRole("link");
  await expect(links).toHaveCount(1);
  await expect(links).toHaveAttribute("href", "https://example.org/regolamento");
  await expect(links).toHaveAttribute("rel", "noopener noreferrer");
  await speak(page, "English");
  await expect(card(page, "q25").locator("[data-body]").first()).toBeVisible();
});

test("bars stand where there are too many bodies for dots", async ({ page }) => {
  await openExample(page);
  // More than thirty: each added body is one more.
  await page.getByRole("button", { name: "Modifica gli enti" }).click();
  const name = page.getByLabel("Nome del nuovo ente");
  for (let i = 1; i <= 21; i++) {
    await name.fill(`Comune ${i}`);
    await name.press("Enter");
    await expect(page.locator("[data-partner]")).toHaveCount(10 + i);
  }
  await visit(page, "results/A");
  const chart = card(page, "q1").locator("svg");
  await expect(chart).toHaveClass(/bars/);
  await expect(chart.locator(".unit")).toHaveCount(0);
  await expect(chart.locator('.mark[data-key="si"]')).toHaveAccessibleName(/^SI: 7 di 7 — /);
});
