// The coordinator reads the lists: what no term reads becomes a term or a spelling
// of one, terms are merged, split, renamed, left out of the count; the results
// follow, and nothing of it is lost.
import type { Locator, Page } from "@playwright/test";
import { accessibleAtAllWidths, EXAMPLE, openExample, saved, speak, tabTo, visit } from "./steps";
import { invitationFor } from "./inviting";
import { expect, test } from "./watched";

/// A term and what stands in its row.
const term = (page: Page, name: string) => page.locator(`[data-term="${name}"]`);
const unread = (page: Page, text: string) => page.locator(`[data-unread="${text}"]`);
const count = (row: Locator) => row.locator("[data-count]");

/// The line that says what was done.
const said = (page: Page) => page.locator(".codebook-bar").getByRole("status");

/// Opens the codebook at a list question.
async function read(page: Page, question: string) {
  await page.goto(`${EXAMPLE}/codebook?q=${question}`);
  await expect(page.locator(`[data-codebook="${question}"]`)).toBeVisible();
}

/// Opens what can be done with a term.
async function edit(page: Page, name: string): Promise<Locator> {
  const row = term(page, name);
  await row.getByRole("button", { name: `Modifica: ${name}` }).click();
  await expect(row.locator(".term-panel")).toBeVisible();
  return row;
}

/// What the results count of a list question.
async function counted(page: Page, question: string, dimension: string): Promise<Record<string, number>> {
  await visit(page, `results/${dimension}`);
  const rows = page.locator(`[data-result="${question}"] tr[data-option]`);
  const counts = await rows.evaluateAll((rows) =>
    rows.map((row) => [row.getAttribute("data-option"), Number(row.querySelector("[data-count]")!.getAttribute("data-count"))]),
  );
  return Object.fromEntries(counts);
}

test("from the results to the codebook: a piece becomes a term, terms are merged, split, renamed, left out, and all is there after a reload", async ({ page }) => {
  test.slow();
  await openExample(page);
  await visit(page, "results/A");
  await page.locator('[data-result="q6"]').getByRole("link", { name: /dizionario/ }).click();
  await expect(page.locator('[data-codebook="q6"]')).toBeVisible();
  await expect(page.locator('[data-list="q6"]')).toHaveAttribute("aria-current", "page");
  await expect(page.locator('[data-list="q6"]')).toContainText("2 da leggere");
  await expect(page.locator("[data-unread]")).toHaveCount(2);
  await accessibleAtAllWidths(page);

  // Who typed it.
  await unread(page, "Riuso gruppo SPAC").locator("summary").click();
  await expect(unread(page, "Riuso gruppo SPAC")).toContainText("Regione Lombardia");
  await unread(page, "Riuso gruppo SPAC").getByRole("button", { name: /^Aggiungi come termine/ }).click();
  await expect(said(page)).toHaveText("«Riuso gruppo SPAC» ora è un termine: 1 ente su 9.");
  await expect(count(term(page, "Riuso gruppo SPAC"))).toHaveText("1");
  await expect(page.locator("[data-unread]")).toHaveCount(1);
  await expect(page.locator('[data-list="q6"]')).toContainText("1 da leggere");
  // The keyboard is on the piece that is left.
  await expect(unread(page, "Piattaforma").getByRole("button").first()).toBeFocused();

  // The other piece is no term: it is read, and not counted.
  await unread(page, "Piattaforma").getByRole("button", { name: /^Non contare/ }).click();
  await expect(said(page)).toHaveText("«Piattaforma» si legge e non si conta.");
  await expect(page.locator('[data-rows="ignored"] [data-term="Piattaforma"]')).toBeVisible();
  await expect(page.getByText("Non resta nessuna voce da leggere.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Da leggere" })).toBeFocused();
  await expect(page.locator('[data-list="q6"]')).not.toContainText("da leggere");

  // Two names of one thing.
  const windows = await edit(page, "Microsoft .NET");
  await windows.getByRole("button", { name: /^Unisci a/ }).click();
  await windows.getByRole("combobox").selectOption({ label: "Microsoft" });
  await windows.getByRole("button", { name: "Unisci", exact: true }).click();
  await expect(said(page)).toHaveText("«Microsoft .NET» ora si legge Microsoft: 3 enti su 9. Vale anche per la domanda 7.");
  await expect(count(term(page, "Microsoft"))).toHaveText("3");
  await expect(term(page, "Microsoft .NET")).toHaveCount(0);
  await expect(term(page, "Microsoft").getByRole("button", { name: /^Modifica/ })).toBeFocused();

  // A spelling that is something else.
  const microsoft = await edit(page, "Microsoft");
  await accessibleAtAllWidths(page);
  await microsoft.locator('[data-spelling="Microsoft .NET framework"]').getByRole("button", { name: /^Separa/ }).click();
  await expect(said(page)).toHaveText(/^«Microsoft \.NET framework» ora è un termine a sé: 1 ente su 9\./);
  await expect(count(term(page, "Microsoft"))).toHaveText("2");
  await expect(count(term(page, "Microsoft .NET framework"))).toHaveText("1");

  // Another name.
  const own = await edit(page, "Microsoft .NET framework");
  await own.getByRole("button", { name: /^Rinomina/ }).click();
  await own.getByRole("textbox").fill("Linux");
  await own.getByRole("button", { name: "Salva nome" }).click();
  await expect(said(page)).toContainText("«Linux» è già una grafia di un altro termine");
  await own.getByRole("textbox").fill("Framework .NET");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("«Microsoft .NET framework» ora si chiama «Framework .NET»: 1 ente su 9.");
  await expect(term(page, "Framework .NET").getByRole("button", { name: "Modifica: Framework .NET" })).toBeFocused();

  await saved(page);
  const expected = { "Riuso gruppo SPAC": 1, Microsoft: 2, "Framework .NET": 1, Linux: 3 };
  const results = await counted(page, "q6", "A");
  expect(results).toMatchObject(expected);
  expect(results).not.toHaveProperty("Piattaforma");
  expect(results).not.toHaveProperty("Microsoft .NET");
  await expect(page.locator('[data-result="q6"] tr[data-unread]')).toHaveCount(0);

  await page.reload();
  expect(await counted(page, "q6", "A")).toEqual(results);
  await read(page, "q6");
  await expect(count(term(page, "Framework .NET"))).toHaveText("1");
  await expect(page.locator("[data-unread]")).toHaveCount(0);
});

test("a piece is read as a term of this question, or of another one", async ({ page }) => {
  await openExample(page);
  await read(page, "q14");
  // It is known elsewhere, and proposed.
  const tomcat = unread(page, "Tomcat");
  await tomcat.getByRole("button", { name: /^Leggi come/ }).click();
  await expect(tomcat.getByRole("combobox")).toBeFocused();
  await expect(tomcat.getByRole("combobox").locator("option:checked")).toHaveText("Tomcat (domanda 7)");
  await accessibleAtAllWidths(page);
  await tomcat.getByRole("button", { name: "Leggi così" }).click();
  await expect(said(page)).toHaveText("«Tomcat» ora si legge Tomcat: 1 ente su 8. Vale anche per la domanda 7.");
  await expect(count(term(page, "Tomcat"))).toHaveText("1");
  await expect(term(page, "Tomcat")).toContainText("Vale anche per la domanda 7.");

  const pagopa = unread(page, "pagoPA");
  await pagopa.getByRole("button", { name: /^Leggi come/ }).click();
  await pagopa.getByRole("combobox").selectOption({ label: "MyPay" });
  await pagopa.getByRole("button", { name: "Leggi così" }).click();
  await expect(said(page)).toHaveText("«pagoPA» ora si legge MyPay: 5 enti su 8. Vale anche per la domanda 6.");

  // From here on the question has a term of its own.
  const mypay = await edit(page, "MyPay");
  await mypay.getByRole("button", { name: /^Separa dalle altre domande/ }).click();
  await expect(said(page)).toContainText("valgono solo per questa domanda");
  const own = await edit(page, "MyPay");
  await own.getByRole("button", { name: /^Non contare/ }).click();
  await expect(said(page)).toHaveText("«MyPay» si legge e non si conta.");
  expect(await counted(page, "q14", "B")).toEqual({ IRIS: 2, MyPivot: 2, Tomcat: 1 });
  expect(await counted(page, "q6", "A")).toMatchObject({ MyPay: 1 });
});

test("the last edit is taken back, and done again; an edit from elsewhere closes that way", async ({ page, context }) => {
  await openExample(page);
  await read(page, "q5");
  const before = await counted(page, "q5", "A");
  await read(page, "q5");
  const takeBack = page.locator("[data-take-back]");
  await expect(takeBack).toBeHidden();
  const row = await edit(page, "PostgreSQL");
  await row.locator('[data-spelling="Postgress"]').getByRole("button", { name: /^Togli/ }).click();
  await expect(said(page)).toHaveText("«Postgress» non si legge più PostgreSQL: 6 enti su 8.");
  await expect(count(unread(page, "Postgress"))).toHaveText("2");

  // It stays so while other questions are looked at.
  await page.locator('[data-list="q7"]').click();
  await expect(page.locator('[data-codebook="q7"]')).toBeVisible();
  await expect(page.locator('[data-list="q7"]')).toBeFocused();
  await page.locator('[data-list="q5"]').click();
  await takeBack.focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Modifica annullata.");
  await expect(count(term(page, "PostgreSQL"))).toHaveText("8");
  await expect(takeBack).toHaveText("Ripeti la modifica");
  await expect(takeBack).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Modifica ripetuta.");
  await expect(count(term(page, "PostgreSQL"))).toHaveText("6");
  await page.keyboard.press("Enter");
  await expect(count(term(page, "PostgreSQL"))).toHaveText("8");
  await saved(page);
  expect(await counted(page, "q5", "A")).toEqual(before);

  // Another window edits the codebook as well.
  await read(page, "q5");
  const oracle = await edit(page, "Oracle");
  await oracle.getByRole("button", { name: /^Togli da questa domanda/ }).click();
  await expect(takeBack).toBeVisible();
  await saved(page);
  const other = await context.newPage();
  await read(other, "q5");
  await unread(other, "Oracle").getByRole("button", { name: /^Aggiungi come termine/ }).click();
  await saved(other);
  await expect(count(term(page, "Oracle"))).toHaveText("7");
  await expect(takeBack).toBeHidden();
});

test("by keyboard alone, and in English", async ({ page }) => {
  await openExample(page);
  await speak(page, "English");
  await read(page, "q6");
  const piece = unread(page, "Riuso gruppo SPAC");
  const readAs = piece.getByRole("button", { name: "Read as…: Riuso gruppo SPAC" });
  await tabTo(page, readAs);
  await page.keyboard.press("Enter");
  const choice = piece.getByRole("combobox", { name: "Term that reads “Riuso gruppo SPAC”" });
  await expect(choice).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(choice).toHaveCount(0);
  await expect(readAs).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("MyPay");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("“Riuso gruppo SPAC” is now read as MyPay: 1 body of 9. It holds for question 14 too.");
  await expect(unread(page, "Piattaforma").getByRole("button").first()).toBeFocused();

  const toggle = term(page, "MyPay").getByRole("button", { name: "Edit: MyPay" });
  await tabTo(page, toggle);
  await page.keyboard.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await tabTo(page, term(page, "MyPay").getByRole("button", { name: "Split off: Riuso gruppo SPAC" }));
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("“Riuso gruppo SPAC” is a term of its own now: 1 body of 9. It holds for question 14 too.");
  await expect(toggle).toBeFocused();
  await tabTo(page, term(page, "MyPay").getByRole("button", { name: "Rename: MyPay" }));
  await page.keyboard.press("Enter");
  await expect(term(page, "MyPay").getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(toggle).toBeFocused();
  await accessibleAtAllWidths(page);
});

test("who was invited to fill in a sheet edits no codebook", async ({ page, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const { path } = await invitationFor(page, "2");
  const guest = await profile();
  await guest.goto("");
  await guest.locator("input[data-import]").setInputFiles(path);
  await guest.locator("[data-confirm]").click();
  await expect(guest.getByRole("heading", { level: 1, name: /Regione Toscana/ })).toBeVisible();
  await guest.goto(`${EXAMPLE}/codebook?q=q5`);
  await expect(guest.locator('[data-codebook="q5"]')).toBeVisible();
  await expect(guest.locator("[data-codebook]").getByRole("button")).toHaveCount(0);
});
