// A round of remarks without e-mail, by keyboard alone: the coordinator asks
// beside the answers and sends the sheet back, the officer replies beside the
// question and sends it again, the coordinator settles and approves.
import type { Locator, Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { accessible, accessibleAtAllWidths, choose, EXAMPLE, exported, file, open, openExample, question, saved, tabTo, visit } from "./steps";
import { expect, test } from "./watched";

/// Goes to a button or a link by the keyboard, and presses it.
async function enter(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await tabTo(page, target, key);
  await page.keyboard.press("Enter");
}

/// What a page gives to the person when this is pressed by the keyboard.
async function given(page: Page, press: Locator): Promise<string> {
  await tabTo(page, press);
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  return readFile(await (await coming).path(), "utf8");
}

/// Writes into the form that has just opened and hands it in; signs where the
/// form asks for it.
async function write(page: Page, text: string, add: string, signature?: string) {
  await expect(page.locator(".writing textarea")).toBeFocused();
  await page.keyboard.type(text);
  if (signature) {
    await tabTo(page, page.locator(".writing").getByLabel("Come ti firmi (ufficio)"));
    await page.keyboard.type(signature);
  }
  const button = page.locator(".writing").getByRole("button", { name: add });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await expect(page.locator(".writing")).toHaveCount(0);
}

const status = (page: Page) => page.locator(".sheet-status .badge").first();

/// The remarks of a question that wait for something.
const pending = (page: Page, id: string) => question(page, id).getByRole("list", { name: /^Rilievi aperti/ }).locator("[data-remark]");

test("one round of remarks, by keyboard alone", async ({ page, profile }) => {
  test.slow();
  await openExample(page);
  await visit(page, "exchange");
  const row = page.locator('[data-invite="2"]');
  await enter(page, row.locator("[data-invite-link]"));
  const first = await row.locator("[data-link]").inputValue();

  // The officer has the sheet, and has written something since.
  const officer = await profile();
  await officer.goto(first);
  await expect(officer).toHaveURL(/sheets\/2$/);
  await tabTo(officer, question(officer, "q9").getByRole("textbox").first());
  await officer.keyboard.press("Control+A");
  await officer.keyboard.type("SPC 1 Gb/s");
  await saved(officer);

  // The coordinator asks beside two answers, and signs once.
  await page.goto(`${EXAMPLE}/sheets/2?q=q5`);
  await expect(status(page)).toHaveText("Consegnata");
  await enter(page, question(page, "q5").locator("[data-raise]"));
  await accessible(page);
  await write(page, "Quale versione di Oracle?", "Aggiungi il rilievo", "Coordinamento A.2.1");
  await expect(pending(page, "q5")).toBeFocused();
  await expect(pending(page, "q5")).toContainText("Coordinamento A.2.1");
  await enter(page, question(page, "q7").locator("[data-raise]"));
  await expect(page.locator(".writing .signature")).toContainText("Firma: Coordinamento A.2.1");
  await write(page, "Manca la versione di Tomcat.", "Aggiungi il rilievo");
  await expect(pending(page, "q7")).toBeFocused();
  await expect(page.locator("[data-open-remarks]")).toHaveText("2 rilievi da chiarire");
  const approve = page.locator("#sheet-actions").getByText("Ci sono 2 rilievi aperti");
  await expect(approve).toBeVisible();
  await expect(page.locator('[data-become="approved"]')).toHaveCount(0);
  await enter(page, page.locator('[data-become="returned"]'));
  await expect(status(page)).toHaveText("Da rivedere");
  await expect(page.locator("#sheet-actions")).toBeFocused();
  await expect(page.locator('[data-step="returned"]')).toContainText("Coordinamento A.2.1");
  await saved(page);

  // The invitation carries them; the officer's own browser keeps what is there.
  await enter(page, page.getByRole("link", { name: "Prepara l'invito" }));
  await expect(row).toContainText("con 2 rilievi");
  await enter(page, row.locator("[data-invite-link]"));
  await expect(row).toContainText("con 2 rilievi da chiarire");
  expect(await row.locator("[data-cover] textarea, textarea[data-cover]").first().inputValue()).toContain("Ci sono 2 rilievi da chiarire");
  const second = await row.locator("[data-link]").inputValue();
  await officer.goto("about:blank");
  await officer.goto(second);
  await expect(officer.locator("[data-dry-run]")).toBeVisible();
  // It is read already: there is nothing to choose.
  await expect(officer.locator("[data-returns]")).toContainText("La tua scheda torna con 2 rilievi da chiarire.");
  await expect(officer.locator("[data-import], [data-paste]")).toHaveCount(0);
  await enter(officer, officer.locator("[data-changes] > summary").first());
  await expect(officer.locator("[data-changes]")).toContainText("Quale versione di Oracle?");
  await expect(officer.locator("[data-changes]")).toContainText("Da rivedere · Trascritta da carta · Coordinamento A.2.1");
  await accessible(officer);
  await enter(officer, officer.locator("[data-confirm]"));
  await expect(officer.locator("[data-dry-run]")).toHaveCount(0);

  // Two remarks are to be clarified, each a link away.
  await officer.goto(`${EXAMPLE}/sheets/2`);
  await expect(officer.getByRole("heading", { name: "2 rilievi da chiarire" })).toBeVisible();
  await expect(status(officer)).toHaveText("Da rivedere");
  await accessibleAtAllWidths(officer);
  await enter(officer, officer.locator("#to-clarify").getByRole("link", { name: "Domanda 5" }));
  await expect(question(officer, "q5").locator(":focus")).toHaveCount(1);
  // Who was asked neither raises nor settles.
  await expect(officer.locator("[data-raise], [data-settle]")).toHaveCount(0);
  await enter(officer, pending(officer, "q5").getByRole("button", { name: "Replica: Domanda 5" }));
  await write(officer, "La 19c.", "Aggiungi la replica", "Ufficio ICT");
  await expect(pending(officer, "q5")).toBeFocused();
  await expect(pending(officer, "q5").getByRole("list", { name: "Repliche" })).toContainText("La 19c.");
  await tabTo(officer, question(officer, "q7").getByRole("textbox").first());
  await officer.keyboard.press("Control+A");
  await officer.keyboard.type("Tomcat 10");
  await enter(officer, pending(officer, "q7").getByRole("button", { name: "Replica: Domanda 7" }));
  await write(officer, "Aggiunta nella risposta.", "Aggiungi la replica");
  await saved(officer);
  await enter(officer, officer.getByRole("link", { name: "Vai all'invio" }).last());
  await expect(officer.locator("[data-send]")).toBeVisible();
  await expect(officer.locator("[data-unanswered]")).toHaveCount(0);
  const response = await given(officer, officer.locator("[data-send]"));
  await expect(officer.locator("[data-receipt]")).toBeVisible();
  await expect(officer.locator('[data-step="submitted"]').last()).toContainText("Ufficio ICT");
  await accessible(officer);

  // The dry run says in words what comes back.
  await visit(page, "exchange");
  const dryRun = await choose(page, file("risposta.json", response));
  await enter(page, dryRun.locator("[data-changes] > summary").first());
  await expect(dryRun).toContainText("Replica di Ufficio ICT: «La 19c.»");
  await expect(dryRun).toContainText("Consegnata · Trascritta da carta · Ufficio ICT");
  await accessible(page);
  await enter(page, dryRun.locator("[data-confirm]"));
  await expect(page.locator("[data-dry-run]")).toHaveCount(0);

  // Replies, the new answers, and what was written before: all is here.
  await page.goto(`${EXAMPLE}/sheets/2?q=q5`);
  await expect(status(page)).toHaveText("Consegnata");
  await expect(pending(page, "q5")).toContainText("La 19c.");
  await enter(page, page.locator("[data-to-actions]"), "Shift+Tab");
  await expect(page.locator("#sheet-actions")).toBeFocused();
  await expect(question(page, "q7").getByRole("textbox").first()).toHaveValue("Tomcat 10");
  await expect(question(page, "q9").getByRole("textbox").first()).toHaveValue("SPC 1 Gb/s");
  for (const id of ["q5", "q7"]) {
    await enter(page, pending(page, id).locator("[data-settle]"));
    await expect(question(page, id).locator(".remarks")).toBeFocused();
    await expect(question(page, id).getByText("1 rilievo chiarito")).toBeVisible();
    await expect(pending(page, id)).toHaveCount(0);
  }
  await enter(page, page.locator('[data-become="approved"]'));
  await expect(status(page)).toHaveText("Approvata");
  await expect(page.locator("li[data-step]")).toHaveCount(3);
  await saved(page);
  await accessible(page);

  // What is settled can be opened again, and then looked at.
  await page.goto(`${EXAMPLE}/sheets/2?q=q5`);
  await enter(page, question(page, "q5").getByText("1 rilievo chiarito"));
  await enter(page, question(page, "q5").getByRole("button", { name: "Riapri il rilievo: Domanda 5" }));
  await expect(pending(page, "q5")).toBeFocused();
  await expect(page.locator("[data-open-remarks]")).toHaveText("1 rilievo da chiarire");
});

test("a sheet goes back with one remark on the whole, written on the spot", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/2");
  const back = page.locator('[data-become="returned"]');
  await expect(back).toHaveAttribute("aria-expanded", "false");
  await enter(page, back);
  await expect(page.locator(".writing")).toContainText("Quello che scrivi diventa un rilievo");
  await accessible(page);
  // Escape closes it, and the keyboard is where it was.
  await page.keyboard.press("Escape");
  await expect(back).toBeFocused();
  await page.keyboard.press("Enter");
  await write(page, "Chi ha compilato la parte B?", "Aggiungi il rilievo e rimanda", "Coordinamento");
  await expect(status(page)).toHaveText("Da rivedere");
  await expect(page.getByRole("heading", { name: "1 rilievo da chiarire" })).toBeVisible();
  await expect(page.locator("#to-clarify [data-remark]")).toContainText("Chi ha compilato la parte B?");
  await saved(page);
  await page.reload();
  await expect(page.locator("#to-clarify [data-remark]")).toContainText("Coordinamento");
});

test("both sides replied apart: both replies stay, in the order in which they were written", async ({ page, profile }) => {
  await openExample(page);
  await page.goto(`${EXAMPLE}/sheets/2?q=q5`);
  await question(page, "q5").locator("[data-raise]").click();
  await write(page, "Quale versione di Oracle?", "Aggiungi il rilievo", "Coordinamento");
  await page.locator('[data-become="returned"]').click();
  await saved(page);
  await visit(page, "exchange");
  const row = page.locator('[data-invite="2"]');
  await row.locator("[data-invite-link]").click();
  const link = await row.locator("[data-link]").inputValue();

  const officer = await profile();
  await officer.goto(link);
  await expect(officer.getByRole("heading", { name: "1 rilievo da chiarire" })).toBeVisible();
  await pending(officer, "q5").getByRole("button", { name: "Replica: Domanda 5" }).click();
  // What was begun stays, folded and on the way to another page, which says so.
  await expect(officer.locator(".writing textarea")).toBeFocused();
  await officer.keyboard.type("La 19");
  await officer.keyboard.press("Escape");
  await expect(officer.locator(".writing")).toHaveCount(0);
  await expect(pending(officer, "q5").locator("[data-answer]")).toHaveText("Riprendi il testo iniziato");
  await officer.getByRole("link", { name: "Vai all'invio" }).last().click();
  const begun = officer.locator("[data-begun]");
  await expect(begun).toContainText("1 replica scritta e non aggiunta");
  await begun.getByRole("link", { name: "Domanda 5" }).click();
  await expect(officer.locator(".writing textarea")).toHaveValue("La 19");
  await officer.locator(".writing textarea").press("End");
  await write(officer, "c.", "Aggiungi la replica", "Ufficio ICT");
  await expect(officer.getByRole("heading", { name: "Hai risposto a tutti i rilievi: rinvia la scheda" })).toBeVisible();
  await officer.getByRole("link", { name: "Vai all'invio" }).last().click();
  await expect(officer.locator("[data-send]")).toBeVisible();
  await expect(begun).toHaveCount(0);
  const response = await given(officer, officer.locator("[data-send]"));
  await officer.goto(`${EXAMPLE}/sheets/2`);
  await expect(officer.getByRole("heading", { name: "Hai risposto: ora tocca a chi coordina" })).toBeVisible();

  await page.goto(`${EXAMPLE}/sheets/2?q=q5`);
  await pending(page, "q5").getByRole("button", { name: "Replica: Domanda 5" }).click();
  await write(page, "Basta il numero.", "Aggiungi la replica");
  await saved(page);
  for (const again of [false, true]) {
    await visit(page, "exchange");
    const dryRun = await choose(page, file("risposta.json", response));
    if (again) {
      await expect(dryRun.locator("[data-changes]")).toHaveCount(0);
      break;
    }
    await dryRun.locator("[data-confirm]").click();
    await expect(page.locator("[data-dry-run]")).toHaveCount(0);
  }
  await page.goto(`${EXAMPLE}/sheets/2?q=q5`);
  await expect(pending(page, "q5").locator("[data-reply] .said")).toHaveText(["La 19c.", "Basta il numero."]);
});

test("another version of an answer, kept by a merge, is shown in words and can be taken", async ({ page, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const { bundle } = await exported(page);
  const sheet = bundle.survey.sheets.find(({ partner }) => partner === "2")! as { answers: Record<string, unknown>; remarks?: unknown[] };
  const version = { state: "given", value: { text: "Oracle 19c, PostgreSQL 15" }, comment: "dal protocollo" };
  sheet.remarks = [
    { id: "kept-1", question: "q5", author: "Regione Toscana", answer: version },
    { id: "kept-2", question: "q99", author: "Regione Toscana", answer: version },
  ];
  const other = await profile();
  await open(other);
  const dryRun = await choose(other, file("copia.json", JSON.stringify(bundle)));
  await dryRun.locator("[data-confirm]").click();
  await other.goto(`${EXAMPLE}/sheets/2?q=q5`);
  const kept = pending(other, "q5");
  await expect(kept.locator(".version")).toContainText("Oracle 19c, PostgreSQL 15 · Commento: dal protocollo");
  await enter(other, kept.locator("[data-use]"));
  await expect(question(other, "q5").getByRole("textbox").first()).toHaveValue("Oracle 19c, PostgreSQL 15");
  await expect(kept).toContainText("È la risposta che vale adesso.");
  await expect(kept.locator("[data-use]")).toHaveCount(0);
  // What is about a question that is gone stands above the form, and cannot be
  // taken.
  const gone = other.locator("#to-clarify [data-remark]");
  await expect(gone).toContainText("Su una domanda che il questionario non ha più.");
  await expect(gone.locator("[data-use]")).toHaveCount(0);
  await saved(other);
});
