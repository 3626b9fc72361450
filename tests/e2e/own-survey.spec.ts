// A coordinator makes a survey of their own: bodies, a sheet filled in by
// keyboard, its result.
import type { Page } from "@playwright/test";
import { accessible, home, open, openExample, records, saved, tabTo, WIDTHS } from "./steps";
import { expect, test } from "./watched";

/// Makes an empty survey with the example's questionnaire, from the first page.
async function create(page: Page, title: string) {
  const form = page.getByRole("region", { name: "Nuova indagine" });
  await form.getByLabel("Titolo dell'indagine").fill(title);
  await form.getByLabel("Questionario").selectOption({ label: "come PayFlowPA" });
  await form.getByRole("button", { name: "Crea l'indagine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function addPartners(page: Page, names: string[]) {
  const field = page.getByLabel("Nome del nuovo ente");
  for (const name of names) {
    await field.fill(name);
    await page.getByRole("button", { name: "Aggiungi ente" }).click();
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
  }
}

/// The bodies, from the top of the list; read while they are not edited.
async function partners(page: Page): Promise<string[]> {
  return page.locator("[data-partner] th a").allTextContents();
}

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("bodies are added, renamed, ordered and removed", async ({ page }) => {
      await open(page);
      await create(page, "Pagamenti 2027");
      await expect(page.getByText("Ancora nessun ente.")).toBeVisible();
      await accessible(page);
      await addPartners(page, ["Comune di Lecce", "Provincia di Brindisi", "Comune di Taranto"]);
      await accessible(page);

      await page.getByLabel("Nome dell'ente 2").fill("Provincia di Foggia");
      await page.getByLabel("Nome dell'ente 2").press("Tab");
      await page.getByRole("button", { name: "Sposta su Comune di Taranto" }).click();
      await page.getByRole("button", { name: "Sposta su Comune di Taranto" }).click();
      await page.getByRole("button", { name: "Sposta giù Comune di Lecce" }).click();
      // At the ends of the list there is nowhere to go.
      await page.getByRole("button", { name: "Sposta su Comune di Taranto" }).click();
      await page.getByRole("button", { name: "Fine" }).click();
      await expect.poll(() => partners(page)).toEqual(["Comune di Taranto", "Provincia di Foggia", "Comune di Lecce"]);
      await saved(page);
      await page.reload();
      await expect(page.locator("[data-partner]")).toHaveCount(3);
      await expect.poll(() => partners(page)).toEqual(["Comune di Taranto", "Provincia di Foggia", "Comune di Lecce"]);

      // An empty sheet goes without a question, and comes back to its place.
      await page.getByRole("button", { name: "Modifica gli enti" }).click();
      await page.getByRole("button", { name: "Rimuovi Provincia di Foggia" }).click();
      await expect(page.locator("[data-partner]")).toHaveCount(2);
      await expect(page.getByText("«Provincia di Foggia» è stato eliminato.")).toBeVisible();
      await accessible(page);
      await page.getByRole("button", { name: "Ripristina" }).click();
      await page.getByRole("button", { name: "Fine" }).click();
      await expect(page.locator("[data-partner]")).toHaveCount(3);
      await expect.poll(() => partners(page)).toEqual(["Comune di Taranto", "Provincia di Foggia", "Comune di Lecce"]);
    });
  });
}

test("a body with answers is removed only when that is meant, and comes back with them", async ({ page }) => {
  await open(page);
  await create(page, "Pagamenti 2027");
  await addPartners(page, ["Comune di Lecce", "Comune di Taranto"]);
  await page.getByRole("button", { name: "Fine" }).click();
  await page.getByRole("link", { name: "Comune di Lecce" }).click();
  await page.locator('[data-question="q8"]').getByRole("textbox").first().fill("Su nastro");
  await saved(page);
  await page.getByRole("link", { name: "Panoramica", exact: true }).click();
  const before = await records(page);

  await page.getByRole("button", { name: "Modifica gli enti" }).click();
  await page.getByRole("button", { name: "Rimuovi Comune di Lecce" }).click();
  const dialog = page.getByRole("dialog", { name: "Rimuovere Comune di Lecce?" });
  await expect(dialog).toContainText("La sua scheda ha 1 risposta");
  await accessible(page);
  await dialog.getByRole("button", { name: "Annulla" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(2);
  await page.getByRole("button", { name: "Rimuovi Comune di Lecce" }).click();
  await dialog.getByRole("button", { name: "Rimuovi" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(1);
  // Snapshots are taken whenever the page is idle.
  const kept = (all: object) => Object.keys(all).filter((key) => !key.includes("/was/"));
  expect(kept(await records(page))).toHaveLength(kept(before).length - 1);

  await page.getByRole("button", { name: "Ripristina" }).click();
  await page.getByRole("button", { name: "Fine" }).click();
  await page.getByRole("link", { name: "Comune di Lecce" }).click();
  await expect(page.locator('[data-question="q8"]').getByRole("textbox").first()).toHaveValue("Su nastro");
  await saved(page);
  expect(kept(await records(page)).sort()).toEqual(kept(before).sort());
});

test("a body comes back into its own survey, wherever one is by then", async ({ page }) => {
  await open(page);
  await create(page, "Prima");
  await addPartners(page, ["Comune di Lecce", "Comune di Taranto"]);
  await page.getByRole("button", { name: "Rimuovi Comune di Lecce" }).click();
  await home(page);
  await create(page, "Seconda");
  await addPartners(page, ["Comune di Ostuni"]);
  await page.getByRole("button", { name: "Ripristina" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Prima" })).toBeVisible();
  await expect(page.locator("[data-partner]")).toHaveCount(2);
  await expect.poll(() => partners(page)).toEqual(["Comune di Lecce", "Comune di Taranto"]);
  await home(page);
  await page.getByRole("link", { name: "Seconda" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(1);
  await expect.poll(() => partners(page)).toEqual(["Comune di Ostuni"]);
});

test("a sheet is filled in, handed in and counted by keyboard alone", async ({ page }) => {
  await open(page);
  await create(page, "Pagamenti 2027");
  await addPartners(page, ["Comune di Lecce"]);
  await page.getByRole("button", { name: "Fine" }).click();
  await expect(page.locator('[data-tile="received"] strong')).toHaveText("0");
  const link = page.getByRole("link", { name: "Comune di Lecce" });
  await page.locator("main").focus();
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Comune di Lecce" })).toBeVisible();
  // The keyboard starts at the new page's content.
  await expect(page.locator("main")).toBeFocused();

  const q = (id: string) => page.locator(`[data-question="${id}"]`);
  await tabTo(page, q("q1").getByRole("radio", { name: "SI" }));
  await page.keyboard.press("Space");
  await tabTo(page, q("q2").getByRole("checkbox", { name: "interno" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(q("q2").getByLabel("Precisazione per interno")).toBeFocused();
  await page.keyboard.type("80%");
  await tabTo(page, q("q4").getByRole("radio", { name: "SI" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(q("q4").getByRole("radio", { name: "NO" })).toBeChecked();
  await tabTo(page, q("q5").getByRole("textbox").first());
  await page.keyboard.type("Postgres, SQLite");
  await tabTo(page, q("q7").locator('[data-declare="unknown"]'));
  await page.keyboard.press("Enter");
  await expect(q("q7")).toHaveAttribute("data-effective", "unknown");
  const handIn = page.getByRole("button", { name: "Consegna la scheda" });
  // On from the end of the form, as the keyboard would get there.
  await page.locator('[data-contact="payments"]').getByRole("textbox").focus();
  await tabTo(page, handIn);
  await page.keyboard.press("Enter");
  await expect(page.locator(".status-submitted").first()).toBeVisible();
  await saved(page);
  await accessible(page);

  const results = page.getByRole("link", { name: "Risultati", exact: true });
  await results.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Contano le schede ricevute: 1 di 1 enti.")).toBeVisible();
  const dimension = page.getByRole("navigation", { name: "Dimensioni" }).getByRole("link", { name: "A", exact: true });
  await tabTo(page, dimension);
  await page.keyboard.press("Enter");
  const count = (id: string, row: string) => page.locator(`[data-result="${id}"] tr[${row}] [data-count]`);
  await expect(count("q1", 'data-option="si"')).toHaveText("1");
  await expect(count("q4", 'data-option="no"')).toHaveText("1");
  await expect(count("q5", 'data-option="PostgreSQL"')).toHaveText("1");
  await expect(count("q5", 'data-unread="SQLite"')).toHaveText("1");
  await expect(count("q7", 'data-state="unknown"')).toHaveText("1");
  await expect(page.locator('[data-result="q2"] tr[data-option="interno"]')).toContainText("Comune di Lecce (80%)");
  await accessible(page);
});

test("a sheet goes through its statuses", async ({ page }) => {
  await open(page);
  await create(page, "Pagamenti 2027");
  await addPartners(page, ["Comune di Lecce"]);
  await page.getByRole("button", { name: "Fine" }).click();
  await page.getByRole("link", { name: "Comune di Lecce" }).click();
  const status = page.locator(".sheet-status .badge");
  await expect(status).toHaveText("Attesa");
  for (const [button, next] of [
    ["Segna come non pervenuta", "Non pervenuta"],
    ["Riapri come attesa", "Attesa"],
    ["Consegna la scheda", "Consegnata"],
    ["Rimanda all'ente", "Da rivedere"],
    ["Consegna la scheda", "Consegnata"],
    ["Approva", "Approvata"],
  ]) {
    await page.getByRole("button", { name: button, exact: true }).click();
    if (next === "Da rivedere") {
      // A sheet goes back with what is to be clarified.
      await page.getByLabel("Che cosa va chiarito?").fill("Chi ha compilato la scheda?");
      await page.getByRole("button", { name: "Aggiungi il rilievo e rimanda" }).click();
    }
    if (button === "Consegna la scheda" && (await page.locator("[data-settle]").count()) > 0) {
      // With an open remark there is nothing to approve.
      await expect(page.getByRole("button", { name: "Approva", exact: true })).toHaveCount(0);
      await page.getByRole("button", { name: "Chiarito: Scheda intera" }).click();
    }
    await expect(status).toHaveText(next);
  }
  await saved(page);
  await page.reload();
  await expect(status).toHaveText("Approvata");
  await accessible(page);
});

test("surveys are renamed and duplicated, and do not touch each other", async ({ page }) => {
  await openExample(page);
  await home(page);
  const title = (await page.locator(".survey-card > h2").textContent())!;
  const card = (name: string) => page.locator(".survey-card").filter({ has: page.getByRole("link", { name, exact: true }) });

  await page.getByRole("button", { name: `Duplica: ${title}` }).click();
  await expect(card(`${title} (copia)`)).toBeVisible();
  await page.getByRole("button", { name: `Rinomina: ${title} (copia)` }).click();
  const name = page.locator(".survey-card").getByLabel("Titolo dell'indagine");
  await expect(name).toBeFocused();
  await accessible(page);
  await name.fill("Seconda rilevazione");
  await name.press("Enter");
  await expect(card("Seconda rilevazione")).toBeVisible();
  // Escape and an empty name change nothing.
  await page.getByRole("button", { name: "Rinomina: Seconda rilevazione" }).click();
  await name.fill("altro");
  await name.press("Escape");
  await expect(card("Seconda rilevazione")).toBeVisible();

  const before = await records(page);
  const link = card("Seconda rilevazione").getByRole("link");
  const copy = (await link.getAttribute("href"))!.split("/")[2];
  await link.click();
  await page.getByRole("link", { name: "Comune di Bari", exact: true }).click();
  await page.locator('[data-question="q11"]').getByRole("radio", { name: "SI" }).check();
  await saved(page);
  const after = await records(page);
  // Snapshots are taken whenever the page is idle.
  const changed = Object.keys(after).filter((key) => after[key] !== before[key] && !key.includes("/was/"));
  // The answer came with the survey: what it said is in the history of the sheet.
  expect(changed.sort()).toEqual([`rilievo/2/s/${copy}/h/EC`, `rilievo/2/s/${copy}/p/EC`]);

  // The title can be changed on the overview as well.
  await page.getByRole("link", { name: "Panoramica", exact: true }).click();
  await page.getByRole("button", { name: "Rinomina" }).click();
  await page.locator("main").getByLabel("Titolo dell'indagine").fill("Rilevazione 2");
  await page.getByRole("button", { name: "Salva nome" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rilevazione 2" })).toBeVisible();
  await home(page);
  await expect(card("Rilevazione 2")).toBeVisible();
  await page.reload();
  await expect(card("Rilevazione 2")).toBeVisible();
  await expect(card(title)).toBeVisible();

  // A survey made after one that is here has its questions and nothing else.
  const form = page.getByRole("region", { name: "Nuova indagine" });
  await form.getByLabel("Titolo dell'indagine").fill("Terza");
  await form.getByLabel("Questionario").selectOption({ label: "come «Rilevazione 2»" });
  await form.getByRole("button", { name: "Crea l'indagine" }).click();
  await expect(page.getByText("Ancora nessun ente.")).toBeVisible();
});
