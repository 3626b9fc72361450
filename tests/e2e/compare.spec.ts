// Comparing: bodies side by side, groups of bodies, and the survey with how it
// was. Whatever is chosen stands in the address.
import { type Page } from "@playwright/test";
import { accessible, accessibleAtAllWidths, choose, dailySnapshot, EXAMPLE, exported, file, openExample, question, saved, speak, tabTo, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

/// Goes to the comparison; `asked` stands behind the `?`.
async function compare(page: Page, asked = "") {
  await page.goto(`${EXAMPLE}/results/compare${asked && `?${asked}`}`);
  await expect(page.getByRole("navigation", { name: "Che cosa confrontare" })).toBeVisible();
}

const body = (page: Page, id: string) => page.getByRole("group", { name: "Enti da confrontare" }).locator(`input[value="${id}"]`);
const side = (page: Page, id: string) => page.locator(`[data-side="${id}"]`);

/// What the address asks for.
const asked = (page: Page) => new URL(page.url()).hash.split("?")[1] ?? "";

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("two bodies and more, side by side", async ({ page }) => {
      await openExample(page);
      await page.getByRole("link", { name: "Risultati", exact: true }).click();
      await page.getByRole("navigation", { name: "Viste dei risultati" }).getByRole("link", { name: "Confronto" }).click();
      await expect(page.getByText("Scegli almeno due enti")).toBeVisible();
      await expect(page.locator("[data-side]")).toHaveCount(0);
      await body(page, "6").check();
      await expect(page.locator("[data-side]")).toHaveCount(0);
      await body(page, "7").check();
      await expect(page.getByText("Risposte uguali: 13 di 23 domande.")).toBeVisible();
      expect(asked(page)).toBe("bodies=6,7");
      await expect(page.locator("[data-side]")).toHaveCount(23);
      await expect(side(page, "q5")).toContainText("Uguali");
      await expect(side(page, "q2")).toContainText("Diverse");
      await expect(side(page, "q2").locator('[data-body="6"]')).toHaveText("interno");
      await expect(side(page, "q2").locator('[data-body="7"]')).toHaveText("interno, esterno");
      await expect(side(page, "q16").locator('[data-body="7"]')).toContainText("Fuori condizione");
      await expect(side(page, "q25").locator('[data-body="7"] a')).toHaveAttribute("href", /^https:\/\/www\.cittametropolitanaroma\.it/);

      await body(page, "EC").check();
      await expect(side(page, "q1")).toContainText("Non si può dire");
      await expect(side(page, "q1").locator('[data-body="EC"]')).toContainText("Non leggibile");
      await expect(page.getByText(/Di \d+ domande non si può dire/)).toBeVisible();
      await body(page, "EC").uncheck();
      const shown = page.locator("[data-side]:visible");
      await page.getByRole("link", { name: "Mostra solo le differenze" }).click();
      await expect(shown).toHaveCount(10);
      await expect(side(page, "q5")).toHaveCount(0);
      // The address brings back what it was copied from, and so does the way back.
      await page.reload();
      await expect(shown).toHaveCount(10);
      await expect(body(page, "6")).toBeChecked();
      await page.goBack();
      await expect(shown).toHaveCount(23);
      await accessibleAtAllWidths(page);
    });

    test("a question counted in groups of bodies", async ({ page }) => {
      await openExample(page);
      await compare(page);
      await page.getByRole("navigation", { name: "Che cosa confrontare" }).getByRole("link", { name: "Gruppi di enti" }).click();
      await page.getByLabel("Domanda da contare").selectOption("q2");
      await expect(page.getByRole("heading", { name: "2 · Modalità di gestione dei servizi ICT, per tipo di ente" })).toBeVisible();
      expect(asked(page)).toBe("mode=groups&q=q2");
      const panels = page.locator("svg .row");
      await expect(panels).toHaveCount(4);
      await expect(panels.nth(3)).toContainText("Regione");
      await expect(panels.nth(3)).toContainText("hanno risposto 5 di 5 · Senza scheda: 1");
      await page.getByRole("button", { name: "Mostra la tabella" }).click();
      const groups = page.locator("table.counts tbody");
      await expect(groups.nth(3)).toContainText("Regione — Risposte date: 5 su 5");
      await expect(groups.nth(3).locator('[data-option="interno"] [data-count]')).toHaveText("3");
      await expect(groups.nth(3).locator('[data-option="interno"] .names')).toHaveText("Regione Toscana, Regione Campania, Regione Umbria");
      await expect(groups.nth(3).locator('[data-state="missing"] .names')).toHaveText("Regione Veneto");
      await expect(groups.nth(0).locator('[data-option="esterno"] [data-count]')).toHaveText("2");
      await accessibleAtAllWidths(page);

      await page.getByLabel("Raggruppa gli enti per").selectOption({ label: "2 · Modalità di gestione dei servizi ICT" });
      await page.getByLabel("Domanda da contare").selectOption("q15");
      expect(asked(page)).toBe("mode=groups&by=is:q2&q=q15");
      await expect(page.getByRole("heading", { name: /per risposta alla domanda 2$/ })).toBeVisible();
      await expect(panels).toHaveCount(5);
      await expect(panels.nth(1)).toContainText("interno + esterno");
      await page.getByLabel("Raggruppa gli enti per").selectOption("role");
      await expect(panels).toHaveCount(1);
      await expect(panels.first()).toContainText("Senza ruolo");
      await page.reload();
      await expect(panels.first()).toContainText("Senza ruolo");
      await expect(page.getByLabel("Raggruppa gli enti per")).toHaveValue("role");
    });

    test("the survey with how it was: what changed, and who changed it", async ({ page }) => {
      await openExample(page);
      await dailySnapshot(page);
      await visit(page, "sheets/7");
      await question(page, "q15").getByRole("checkbox", { name: "esterno" }).check();
      await visit(page, "sheets/9");
      await question(page, "q20").getByRole("radio", { name: "NO" }).check();
      await saved(page);
      await compare(page, "mode=earlier");
      const choice = page.getByLabel("Confronta con");
      await choice.selectOption({ index: 1 });
      await expect(page.locator("[data-summary]")).toContainText("Enti con una scheda in entrambi i momenti: 9, su 9 di adesso.");
      expect(asked(page)).toMatch(/^mode=earlier&with=at:\d+$/);
      await expect(page.getByText("Risposte cambiate: 4; enti: 2.")).toBeVisible();
      const changed = page.locator("[data-changed]");
      await expect(changed).toHaveCount(4);
      await expect(changed.nth(0)).toContainText("Città metropolitana di Roma Capitale");
      await expect(changed.nth(0).locator("td")).toHaveText(["interno", "interno, esterno"]);
      await expect(changed.nth(1).locator("td").first()).toHaveText("Fuori condizione · Società in House Capitale Lavoro spa");
      await expect(changed.nth(2).locator("td")).toHaveText(["SI", "NO"]);
      await expect(page.locator("[data-changes]")).toHaveCount(2);
      const external = page.locator('[data-changes="q15"]');
      await expect(external.locator("svg")).toContainText("7 di 8");
      await external.getByRole("button", { name: "Mostra la tabella" }).click();
      const row = external.locator('tr[data-option="esterno"]');
      await expect(row.locator("[data-before]")).toHaveText("6 di 8");
      await expect(row.locator("[data-after]")).toHaveText("7 di 8");
      await expect(row.locator(".names").nth(1)).toHaveText("Città metropolitana di Roma Capitale");
      await accessibleAtAllWidths(page);

      // A filter looks at the same bodies on both sides.
      await compare(page, `kind=regione&${asked(page)}`);
      await expect(page.locator("[data-summary]")).toContainText("Enti con una scheda in entrambi i momenti: 5, su 5 di adesso.");
      await expect(page.getByText("Nessuna risposta è cambiata.")).toBeVisible();
      await expect(changed).toHaveCount(0);
      // From the answer to its place on the sheet.
      await page.goBack();
      await changed.nth(2).getByRole("link").click();
      await expect(question(page, "q20").locator("input:checked")).toHaveValue("no");
    });
  });
}

test("another survey with the same questions", async ({ page }) => {
  await openExample(page);
  await compare(page, "mode=earlier");
  await page.getByRole("link", { name: "Rilievo", exact: true }).click();
  await page.getByRole("button", { name: /^Duplica/ }).click();
  await expect(page.locator(".survey-card")).toHaveCount(2);
  await visit(page, "sheets/5");
  await question(page, "q1").getByRole("radio", { name: "NO" }).check();
  await saved(page);
  await compare(page, "mode=earlier");
  const other = page.locator("option", { hasText: "(domande in comune: 23)" });
  await page.getByLabel("Confronta con").selectOption((await other.getAttribute("value"))!);
  await expect(page.locator("[data-changed]")).toHaveCount(1);
  await expect(page.locator("[data-changed] td")).toHaveText([/^Non leggibile/, /^NO/]);
  await expect(page.locator('[data-changes="q1"] tr[data-state="unclear"] [data-after]')).toHaveText("1 di 10");
});

test("what is not there any more is said, and nothing to compare with too", async ({ page }) => {
  await openExample(page);
  await compare(page, "mode=earlier&with=at:1");
  await expect(page.getByText(/^Non c'è più, o non si legge/)).toBeVisible();
  await compare(page, "bodies=EC,nobody,EC&kind=regione");
  await expect(page.getByText("Fuori dal filtro: Comune di Bari. Scegli almeno due enti")).toBeVisible();
  await compare(page, "mode=groups&by=is:nowhere&q=nowhere");
  await expect(page.locator("svg .row").first()).toBeVisible();
});

test("of many bodies one is found by its name", async ({ page }) => {
  await openExample(page);
  await visit(page, "exchange");
  const { bundle } = await exported(page);
  const head = bundle.survey.head as unknown as { id: string; partners: object[] };
  head.id = "molti-enti";
  const sheets = bundle.survey.sheets as unknown as object[];
  for (let n = 10; n < 60; n++) {
    head.partners.push({ id: `${n}`, code: `${n}`, name: `Comune di Località ${n}`, kind: "comune" });
    sheets.push({ partner: `${n}`, status: "submitted", answers: { q2: { state: "given", value: { choices: [{ option: "interno" }] } } } });
  }
  await (await choose(page, file("molti.json", JSON.stringify(bundle)))).locator("[data-confirm]").click();
  await expect(page.getByText("Importazione riuscita: 1 file.")).toBeVisible();

  await page.goto("#/s/molti-enti/results/compare?bodies=59");
  const offered = page.getByRole("group", { name: "Enti da confrontare" }).getByRole("checkbox");
  await expect(offered).toHaveCount(31);
  await expect(body(page, "59")).toBeChecked();
  await expect(page.getByText("Altri 29 enti non sono mostrati: cercali per nome.")).toBeVisible();
  const search = page.getByLabel("Cerca un ente per nome");
  await search.fill("LOCALITÀ 4");
  await expect(offered).toHaveCount(11);
  await body(page, "42").check();
  await expect(side(page, "q2")).toContainText("Uguali");
  await expect(search).toHaveValue("LOCALITÀ 4");
  await search.fill("nessuno");
  await expect(offered).toHaveCount(2);
  await body(page, "42").uncheck();
  await body(page, "59").uncheck();
  // Nothing goes from under the keyboard before another search.
  await expect(body(page, "59")).toBeFocused();
  await search.fill("nessuno!");
  await expect(offered).toHaveCount(0);
  await expect(page.getByText("Nessun ente ha un nome così.")).toBeVisible();
  await accessible(page);
});

test("by keyboard alone, and in English", async ({ page }) => {
  await openExample(page);
  await compare(page);
  await tabTo(page, body(page, "2"));
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: /^Risposte uguali: \d+ di 23 domande\.$/ })).toBeVisible();
  await expect(body(page, "3")).toBeFocused();
  const only = page.locator("[data-sides] a").first();
  await tabTo(page, only);
  await page.keyboard.press("Enter");
  await expect(only).toHaveText("Mostra tutte le domande");
  await expect(only).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: /domanda per domanda/ })).toBeFocused();

  const groups = page.getByRole("link", { name: "Gruppi di enti" });
  await groups.focus();
  await page.keyboard.press("Enter");
  await expect(groups).toBeFocused();
  const first = page.locator("svg .mark").first();
  await tabTo(page, first);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("svg .mark").nth(1)).toBeFocused();
  await expect(page.locator(".said")).toContainText("Città metropolitana");

  await speak(page, "English");
  await expect(page.getByRole("heading", { name: /, by kind of body$/ })).toBeVisible();
  await page.getByRole("link", { name: "Bodies", exact: true }).click();
  await expect(page.getByText(/^The same answers: \d+ of 23 questions\.$/)).toBeVisible();
});
