// Who is looked at: filters stand in the address, go along from view to view, and
// only take bodies away.
import { accessible, openExample, tabTo, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("kinds, sheets and answers narrow all views", async ({ page }) => {
      await openExample(page);
      await visit(page, "results/A");
      const count = (row: string) => page.locator(`[data-result="q2"] tr[${row}] [data-count]`);
      await expect(count('data-option="in_house"')).toHaveText("3");

      await page.getByText("Filtri", { exact: true }).click();
      const filters = page.getByRole("region", { name: "Filtri" });
      await filters.getByRole("checkbox", { name: "Regione", exact: true }).check();
      await expect(page).toHaveURL(/results\/A\?kind=regione$/);
      await expect(page.locator("[data-base]")).toContainText("Filtro attivo: 6 enti su 10. Contano le schede ricevute: 5 di 6 enti.");
      await expect(count('data-option="in_house"')).toHaveText("2");
      await expect(count('data-state="missing"')).toHaveText("1");
      await accessible(page);

      await filters.getByLabel("Domanda").selectOption({ label: "2 · Modalità di gestione dei servizi ICT" });
      await filters.getByRole("checkbox", { name: "esterno" }).check();
      await expect(page).toHaveURL(/kind=regione&is=q2:esterno$/);
      await expect(page.locator("[data-base]")).toContainText("Filtro attivo: 2 enti su 10.");
      await expect(count('data-option="esterno"')).toHaveText("2");

      // The filter goes along to the other views, and can be taken away there.
      await page.getByRole("navigation", { name: "Viste" }).getByRole("link", { name: "Matrice" }).click();
      await expect(page).toHaveURL(/results\/matrix\?kind=regione&is=q2:esterno$/);
      await expect(page.locator(".matrix tbody th")).toHaveText(["2 Regione Toscana", "3 Regione Campania"]);
      await page.getByRole("button", { name: "Togli il filtro: Domanda 2: esterno" }).click();
      await expect(page.locator(".matrix tbody th[scope=row]")).toHaveCount(6);
      await page.getByRole("button", { name: "Togli il filtro: Tipo di ente: Regione" }).click();
      await expect(page).toHaveURL(/results\/matrix$/);
      await expect(page.locator(".matrix tbody th[scope=row]")).toHaveCount(10);
      await page.goBack();
      await expect(page.locator(".matrix tbody th[scope=row]")).toHaveCount(6);
    });
  });
}

test("by keyboard, and the keyboard stays where it is", async ({ page }) => {
  await openExample(page);
  await visit(page, "results/E");
  const summary = page.locator("summary", { hasText: "Filtri" });
  await tabTo(page, summary);
  await page.keyboard.press("Enter");
  const submitted = page.getByRole("checkbox", { name: "Non pervenuta" });
  await expect(submitted).toBeVisible();
  await tabTo(page, submitted);
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/status=missing/);
  await expect(submitted).toBeFocused();
  await expect(page.locator("[data-base]")).toContainText("Filtro attivo: 1 ente su 10.");
  await page.keyboard.press("Space");
  await expect(page).not.toHaveURL(/status/);
});

test("a filter that nobody meets says so, and an odd address shows everybody", async ({ page }) => {
  await openExample(page);
  await page.goto("#/s/payflowpa-a21/results/A?kind=provincia");
  await expect(page.getByText("Nessun ente corrisponde ai filtri.")).toBeVisible();
  await accessible(page);
  await page.goto("#/s/payflowpa-a21/results/A?kind=&is=nonsense&x=%00");
  await expect(page.locator("[data-base]")).toContainText("Contano le schede ricevute: 9 di 10 enti.");
});
