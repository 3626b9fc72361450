// A visitor opens the example and reads its overview.
import { accessible, open, openExample, WIDTHS } from "./steps";
import { expect, test } from "./watched";

/// Answers given, of those asked, in the nine sheets; counted by hand.
const COMPLETENESS = { A: [79, 90], B: [30, 36], C: [30, 32], D: [19, 20], E: [11, 17] };

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("the example is one press away and its overview tells where the survey stands", async ({ page }) => {
      await open(page);
      await expect(page.getByText("In questo browser non c'è ancora nessuna indagine.")).toBeVisible();
      await accessible(page);

      await openExample(page);
      const tile = (what: string) => page.locator(`[data-tile="${what}"]`);
      await expect(tile("bodies").locator("strong")).toHaveText("10");
      await expect(tile("received")).toContainText("9 su 10");
      await expect(tile("missing").locator("strong")).toHaveText("1");
      await expect(tile("missing")).toContainText("Regione Veneto");
      await expect(page.locator("[data-indicator-result]")).toHaveText("9");
      await expect(tile("indicator").getByLabel("Obiettivo")).toHaveValue("8");

      for (const [dimension, [answered, asked]] of Object.entries(COMPLETENESS)) {
        const cell = page.locator(`[data-completeness] tr[data-dimension="${dimension}"] td.number`);
        await expect(cell).toHaveText(`${answered} di ${asked}`);
      }
      const chart = page.getByRole("group", { name: "Completezza per dimensione" });
      await expect(chart).toBeVisible();
      await expect(chart.locator("desc")).toContainText("79 di 90");

      await expect(page.locator('[data-partner="1"]')).toContainText("Non pervenuta");
      await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(9);
      const notes = page.getByRole("region", { name: "Note sull'indagine" });
      await expect(notes).toContainText("Nomi di persone e caselle personali sono stati tolti");
      // The marks of all ten stand in their order.
      const codes = await page.locator("[data-partner]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-partner")));
      expect(codes).toEqual(["EC", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
      await accessible(page);
    });
  });
}

test("opening the example again finds it with what was changed", async ({ page }) => {
  await openExample(page);
  await page.getByLabel("Obiettivo").fill("12");
  await page.getByLabel("Obiettivo").blur();
  await page.getByRole("link", { name: "Rilievo", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Le tue indagini" })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
  await expect(page.getByLabel("Obiettivo")).toHaveValue("12");
  await page.getByRole("link", { name: "Rilievo", exact: true }).click();
  await expect(page.locator(".survey-card")).toHaveCount(1);
});

test("an address that leads nowhere says so and leads home", async ({ page }) => {
  await open(page, "#/s/somewhere/overview");
  await expect(page.getByRole("heading", { name: "Indagine non presente" })).toBeVisible();
  await accessible(page);
  await open(page, "#/nowhere");
  await expect(page.getByRole("heading", { name: "Pagina non trovata" })).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Torna alle indagini" }).click();
  await expect(page.getByRole("heading", { name: "Le tue indagini" })).toBeVisible();
});
