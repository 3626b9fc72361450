// Somebody asks what the answers mean for the transfer, for all bodies and for
// one, sees the rules behind it, and says otherwise.
import type { Locator, Page } from "@playwright/test";
import { accessibleAtAllWidths, EXAMPLE, open, openExample, saved } from "./steps";
import { linkFor } from "./inviting";
import { expect, test } from "./watched";

/// Hindering, neutral, enabling, without a reading: counted by hand, question
/// by question, in the nine sheets.
type Counts = [number, number, number, number];
const READINGS = ["hindering", "neutral", "enabling", "unknown"];

const DIMENSIONS: Record<string, Counts> = {
  A: [0, 11, 21, 4],
  B: [2, 1, 19, 5],
  C: [2, 4, 10, 2],
  D: [0, 9, 8, 1],
  E: [1, 0, 5, 3],
};

const FACTORS: Record<string, Counts> = {
  organisational: [2, 14, 25, 4],
  technological: [2, 1, 19, 5],
  administrative: [0, 10, 14, 3],
  regulatory: [1, 0, 5, 3],
};

/// The municipality of Bari alone.
const BARI: Record<string, Counts> = {
  A: [0, 0, 2, 2],
  B: [1, 0, 0, 2],
  C: [1, 0, 0, 1],
  D: [0, 2, 0, 0],
  E: [0, 0, 0, 1],
};

async function read(page: Page, address = "") {
  await page.goto(`${EXAMPLE}/results/factors${address}`);
  await expect(page.locator("[data-read]").first()).toBeVisible();
}

function card(page: Page, of: "dimensions" | "kinds"): Locator {
  return page.locator(`[data-readings="factors-${of}"]`);
}

async function shows(card: Locator, expected: Record<string, Counts>) {
  for (const [group, counts] of Object.entries(expected)) {
    const total = counts.reduce((a, b) => a + b);
    for (const [at, reading] of READINGS.entries()) {
      const row = card.locator(`tr[data-group="${group}"][data-reading="${reading}"]`);
      await expect(row.locator("[data-count]"), `${group}, ${reading}`).toHaveText(`${counts[at]} di ${total}`);
      if (counts[at] === 0) continue;
      const mark = card.locator(`.row[data-key="${group}"] .mark[data-key="${reading}"]`);
      await expect(mark, `${group}, ${reading}`).toHaveAttribute("aria-label", new RegExp(`: ${counts[at]} di ${total} —`));
    }
  }
}

/// How a question is read, opened.
async function rules(page: Page, id: string): Promise<Locator> {
  const found = page.locator(`[data-read="${id}"]`);
  await found.locator("> summary").click();
  await expect(found.locator("[data-rule]").first()).toBeVisible();
  return found;
}

test("readings by dimension and by factor, with who is behind them", async ({ page }) => {
  await openExample(page);
  await read(page);
  await shows(card(page, "dimensions"), DIMENSIONS);
  await shows(card(page, "kinds"), FACTORS);
  const names = card(page, "dimensions").locator('tr[data-group="C"][data-reading="hindering"] .names');
  await expect(names).toHaveText("Comune di Bari (17), Città metropolitana di Bari (17)");
  // The chart says its names by keyboard as well.
  const bars = card(page, "dimensions");
  await bars.locator('.mark[tabindex="0"]').focus();
  await page.keyboard.press("End");
  await expect(bars.locator(".mark:focus")).toHaveAttribute("aria-label", /Senza lettura: 3 di 9 — .*Comune di Bari/);
  await bars.getByRole("button", { name: "Mostra la tabella" }).click();
  await accessibleAtAllWidths(page);
});

test("the readings of one body stand in the address", async ({ page }) => {
  await openExample(page);
  await read(page);
  await page.getByLabel("Letture di").selectOption("Comune di Bari");
  await expect(page).toHaveURL(/results\/factors\?body=EC$/);
  await shows(card(page, "dimensions"), BARI);
  const questions = card(page, "dimensions").locator('tr[data-group="A"][data-reading="enabling"] .names');
  await expect(questions).toHaveText("domande 2, 3");
  await page.reload();
  await shows(card(page, "dimensions"), BARI);
  await page.getByLabel("Letture di").selectOption("Regione Veneto");
  await expect(card(page, "dimensions").locator(".base")).toHaveText("Regione Veneto: non c'è una scheda da contare.");
  // Filters take the body away, and with it its readings.
  await read(page, "?kind=regione&body=EC");
  await expect(card(page, "dimensions").locator(".base")).toHaveText("L'ente scelto non corrisponde ai filtri.");
});

test("each question tells its rules, who gives them, and the bodies", async ({ page }) => {
  await openExample(page);
  await read(page);
  const mixed = await rules(page, "q2");
  const first = mixed.locator('[data-rule="0"]');
  await expect(first).toContainText("«interno» insieme a «in house» o «esterno»");
  await expect(first).toContainText("Lo raccomanda il rapporto");
  await first.getByText("4 enti su 9").click();
  await expect(first.locator(".names")).toHaveText(
    "Comune di Bari, Regione Toscana, Regione Campania, Città metropolitana di Roma Capitale",
  );
  await expect(mixed.locator('[data-rule="otherwise"]')).toContainText("ogni altra risposta");
  await expect(mixed.locator('[data-rule="otherwise"]')).toContainText("Proposta di Rilievo");
  const yesNo = await rules(page, "q17");
  await expect(yesNo.locator('[data-rule="1"]')).toContainText("«NO»");
  await expect(yesNo.locator('[data-rule="1"]').getByRole("combobox")).toHaveValue("hindering");
  await expect(yesNo.locator('[data-rule="unread"]')).toContainText("1 ente su 9");
  await accessibleAtAllWidths(page);
});

test("the authors say otherwise, switch off and come back; counts stay", async ({ page }) => {
  await openExample(page);
  await read(page);
  let no = (await rules(page, "q4")).locator('[data-rule="1"]');
  // By keyboard: the list of readings keeps it while everything follows.
  const choice = no.getByRole("combobox", { name: "Lettura di: «NO»" });
  await choice.focus();
  await choice.selectOption("ostacola");
  await expect(choice).toBeFocused();
  await expect(no).toContainText("Scelta degli autori; era «neutra» (proposta di Rilievo)");
  await shows(card(page, "dimensions"), { A: [1, 10, 21, 4], B: DIMENSIONS.B });
  await saved(page);
  await page.reload();
  no = (await rules(page, "q4")).locator('[data-rule="1"]');
  await expect(no.getByRole("combobox")).toHaveValue("hindering");
  await shows(card(page, "kinds"), { technological: [3, 0, 19, 5] });
  // What is not read is in no chart; the kind of factor moves a question.
  const cloud = page.locator('[data-read="q4"]');
  await cloud.getByLabel("Tipo di fattore").selectOption("Organizzativi");
  await shows(card(page, "kinds"), { organisational: [3, 14, 31, 6], technological: [2, 0, 13, 3] });
  // Without a kind it is still counted.
  await cloud.getByLabel("Tipo di fattore").selectOption("Nessuno");
  await shows(card(page, "kinds"), { organisational: FACTORS.organisational, none: [1, 0, 6, 2] });
  await expect(card(page, "kinds")).toContainText("Senza tipo");
  await cloud.getByLabel("Tipo di fattore").selectOption("Organizzativi");
  await cloud.getByLabel("Leggi le risposte").uncheck();
  await expect(cloud.locator("> summary")).toContainText("lettura disattivata dagli autori");
  await shows(card(page, "dimensions"), { A: [0, 10, 15, 2] });
  await cloud.getByLabel("Leggi le risposte").check();
  await no.getByRole("combobox").selectOption("neutra");
  await expect(no).toContainText("Proposta di Rilievo");
  await shows(card(page, "dimensions"), DIMENSIONS);
  await saved(page);
  // No count of answers has changed.
  await page.goto(`${EXAMPLE}/results/A`);
  await expect(page.locator('[data-result="q4"] [data-option="no"] [data-count]')).toHaveAttribute("data-count", "1");
});

test("who was invited sees the rules and changes none", async ({ page, profile }) => {
  await openExample(page);
  await page.goto(`${EXAMPLE}/exchange`);
  const link = await linkFor(page, "4");
  const other = await profile();
  await open(other, link.slice(link.indexOf("#")));
  await expect(other.locator("[data-question]").first()).toBeVisible();
  const survey = new URL(other.url()).hash.split("/")[2];
  await other.goto(`#/s/${survey}/results/factors`);
  await expect(other.getByRole("heading", { name: "Come è letta ogni domanda" })).toBeVisible();
  await expect(other.locator("[data-rule] select")).toHaveCount(0);
});
