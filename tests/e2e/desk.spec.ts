// Whoever runs the survey works at the overview as at a desk: sees who is where,
// acts on several sheets at once, sets the deadline, accepts or puts aside what
// the program proposes, and says which sheets the indicator counts.
import type { Page } from "@playwright/test";
import { invitationFor, panel, send } from "./inviting";
import { accessibleAtAllWidths, choose, EXAMPLE, open, openExample, question, saved, tabTo, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

/// The bodies in the table, in their order.
function listed(page: Page): Promise<(string | null)[]> {
  return page.locator("[data-partner]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-partner")));
}

function row(page: Page, partner: string) {
  return page.locator(`[data-partner="${partner}"]`);
}

/// A day so many days from today, where this browser is.
function daysFromToday(page: Page, days: number): Promise<string> {
  return page.evaluate((days) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    const two = (n: number) => String(n).padStart(2, "0");
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  }, days);
}

const PROPOSED = ["differs/q13/mypay 8", "other_field/q14 4", "off_condition/q16 7", "no_reference/q25 2", "no_reference/q25 6"];

test("the table is sorted and filtered, and both stand in the address", async ({ page }) => {
  await openExample(page);
  await expect(row(page, "EC").locator(".answers")).toContainText("14 di 21");
  await expect(row(page, "EC").locator(".dims")).toContainText("A 8/10");
  const answers = page.getByRole("columnheader", { name: "Risposte", exact: true });
  await answers.getByRole("button").click();
  await expect(answers).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/overview\?sort=answered$/);
  // 14 of 22, 14 of 21, 17 of 21; who has no sheet stands last.
  expect((await listed(page)).slice(0, 3)).toEqual(["5", "EC", "8"]);
  expect((await listed(page)).at(-1)).toBe("1");
  await answers.getByRole("button").click();
  await expect(answers).toHaveAttribute("aria-sort", "descending");
  await expect.poll(async () => (await listed(page)).at(-1)).toBe("1");
  expect((await listed(page)).slice(0, 2)).toEqual(["7", "9"]);
  await page.reload();
  await expect(answers).toHaveAttribute("aria-sort", "descending");
  await page.goBack();
  await expect(answers).toHaveAttribute("aria-sort", "ascending");

  await page.locator("[data-show=incomplete]").check();
  await expect(page.getByText("8 enti su 10")).toBeVisible();
  await page.locator("[data-show=sheet]").selectOption("missing");
  await expect(page.locator("[data-partner]")).toHaveCount(1);
  await expect(page).toHaveURL(/sort=answered&incomplete=1&sheet=missing$/);
  await page.locator("[data-show=remarks]").check();
  await expect(page.getByText("Nessun ente corrisponde.")).toBeVisible();

  // By name, as people type it; the address keeps it.
  await page.goto(`${EXAMPLE}/overview`);
  const find = page.getByRole("textbox", { name: "Cerca un ente" });
  await find.pressSequentially("ROMA cap");
  await expect(page.getByText("1 ente su 10")).toBeVisible();
  await expect.poll(() => listed(page)).toEqual(["7"]);
  await expect(find).toHaveValue("ROMA cap");
  await expect(page).toHaveURL(/overview\?name=roma-cap$/);
  await page.reload();
  await expect(find).toHaveValue("roma cap");
  await expect.poll(() => listed(page)).toEqual(["7"]);
});

test("several sheets at once: what is refused is said with its reason before anything is done", async ({ page }) => {
  test.slow();
  await openExample(page);
  // What comes next leads to the sheets.
  await page.locator("[data-next=submitted]").click();
  await expect(page).toHaveURL(/overview\?sheet=submitted$/);
  await expect(page.locator("[data-partner]")).toHaveCount(9);
  await page.goto(`${EXAMPLE}/overview`);
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  // One sheet gets a remark, so that it cannot be approved.
  await page.locator("[data-proposals]").click();
  await page.locator('[data-proposal="off_condition/q16 7"] [data-accept]').click();
  await expect(row(page, "7").locator("[data-remarks]")).toHaveText("1 rilievo aperto");

  await page.locator("[data-choose-all]").check();
  await expect(page.getByText("10 enti selezionati")).toBeVisible();
  await page.locator("[data-bulk=approve]").click();
  const verdict = page.locator("[data-verdict]");
  await expect(verdict).toContainText("Approva: si può fare con 8 schede.");
  await expect(verdict).toContainText("Non si può con 2 schede:");
  await expect(verdict).toContainText("Città metropolitana di Roma Capitale – C'è 1 rilievo aperto");
  await expect(verdict).toContainText("Regione Veneto – La scheda è segnata come non pervenuta");
  await expect(page.locator("#desk-asked")).toBeFocused();
  // Nothing has been done yet.
  await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(9);
  await accessibleAtAllWidths(page);
  // It follows the ticks.
  await row(page, "EC").locator("[data-choose]").uncheck();
  await expect(verdict).toContainText("si può fare con 7 schede");
  await verdict.getByLabel("Come ti firmi (ufficio)").fill("Ufficio coordinamento");
  await verdict.locator("[data-do]").click();
  await expect(page.locator("#desk-said")).toHaveText("Approva: fatto con 7 schede.");
  await expect(page.locator("#desk-said")).toBeFocused();
  await expect(page.locator("[data-partner] .status-approved")).toHaveCount(7);
  await expect(row(page, "7").locator(".badge")).toHaveText("Consegnata");
  // Since today.
  await expect(row(page, "2").locator(".since")).toContainText(String(new Date().getFullYear()));

  // Sent back is what has an open remark, and nothing else.
  await page.locator("[data-bulk=send-back]").click();
  await expect(verdict).toContainText("si può fare con 1 scheda");
  await expect(verdict).toContainText("scrivi prima un rilievo");
  await expect(verdict).toContainText("Firma: Ufficio coordinamento");
  await verdict.locator("[data-do]").click();
  await expect(row(page, "7").locator(".badge")).toHaveText("Da rivedere");
  await saved(page);
  await page.reload();
  await expect(page.locator("[data-partner] .status-approved")).toHaveCount(7);
  await expect(row(page, "7").locator(".status-returned")).toBeVisible();
});

test("who is chosen and out of sight is not acted on", async ({ page }) => {
  await openExample(page);
  await page.locator("[data-choose-all]").check();
  await page.locator("[data-show=sheet]").selectOption("missing");
  await expect(page.getByText("1 ente selezionato")).toBeVisible();
  await page.locator("[data-bulk=reopen]").click();
  await expect(page.locator("[data-verdict]")).toContainText("Riapri: si può fare con 1 scheda.");
  await page.locator("[data-do]").click();
  await expect(page.getByText("Nessun ente corrisponde.")).toBeVisible();
  await page.goto(`${EXAMPLE}/overview`);
  await expect(row(page, "1").locator(".badge")).toHaveText("Attesa");
  await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(9);
});

test("the deadline is set, says how long it is, and goes out with the invitation", async ({ page, profile }) => {
  await openExample(page);
  const left = page.locator("[data-days-left]");
  await expect(left).toHaveText("Nessuna scadenza");
  const field = page.locator("input[data-deadline]");
  for (const [days, words] of [
    [12, "mancano 12 giorni"],
    [1, "manca 1 giorno"],
    [0, "scade oggi"],
    [-3, "scaduta da 3 giorni"],
    [20, "mancano 20 giorni"],
  ] as const) {
    await field.fill(await daysFromToday(page, days));
    await expect(left).toHaveText(words);
  }
  await saved(page);
  await page.reload();
  await expect(left).toHaveText("mancano 20 giorni");
  // The letter says it, and so does the officer's page.
  await visit(page, "exchange");
  const letter = await panel(page, "2");
  const day = await daysFromToday(page, 20);
  await expect(letter.locator("[data-cover-until]")).toHaveValue(day);
  await expect(letter.locator("[data-cover]")).toHaveValue(new RegExp(`Termine: \\d+ \\p{L}+ ${day.slice(0, 4)}\\.`, "u"));
  const link = await letter.locator("[data-link]").inputValue();
  const officer = await profile();
  await officer.goto(link);
  await expect(officer.getByRole("heading", { level: 1, name: /Regione Toscana/ })).toBeVisible();
  await officer.getByRole("link", { name: "Invia" }).click();
  await expect(officer.locator(`[data-deadline="${day}"]`)).toContainText("20");
  // An officer has no desk.
  await open(officer, `${EXAMPLE}/overview`);
  await expect(row(officer, "2")).toBeVisible();
  for (const tool of ["[data-choose]", "[data-bulk]", "[data-proposals]", "input[data-deadline]", "[data-counts-from]"]) {
    await expect(officer.locator(tool)).toHaveCount(0);
  }
});

test("the last file of each body stands in its row, with the fingerprint of the file", async ({ page, profile }) => {
  await openExample(page);
  await expect(page.locator("[data-exchanged]")).toHaveCount(0);
  await visit(page, "exchange");
  const file = await invitationFor(page, "2");
  const sent: string = JSON.parse(file.text).fingerprint.replace("sha256:", "");
  await visit(page, "overview");
  const last = row(page, "2").locator("[data-exchanged]");
  await expect(last).toHaveAttribute("data-exchanged", "sent");
  await expect(last.locator("code")).toHaveText(sent.slice(0, 12));
  await expect(last).toContainText("invito");

  const officer = await profile();
  await open(officer);
  await (await choose(officer, file.path)).locator("[data-confirm]").click();
  await expect(officer.getByRole("heading", { level: 1, name: /Regione Toscana/ })).toBeVisible();
  await question(officer, "q8").getByRole("textbox").first().fill("Nodo dei pagamenti");
  await saved(officer);
  const response = await send(officer);
  const came: string = JSON.parse(response.text).fingerprint.replace("sha256:", "");

  await visit(page, "exchange");
  await (await choose(page, response.path)).locator("[data-confirm]").click();
  await expect(page.getByText("Importazione riuscita")).toBeVisible();
  await visit(page, "overview");
  await expect(last).toHaveAttribute("data-exchanged", "received");
  await expect(last.locator("code")).toHaveText(came.slice(0, 12));
  // The same file again changes nothing.
  await visit(page, "exchange");
  await expect(await choose(page, response.path)).toContainText("Non c'è nulla da importare.");
  // The undo of the import takes the note along.
  await page.reload();
  await page.locator("[data-undo-import]").getByRole("button", { name: "Annulla importazione" }).click();
  await expect(page.getByText("Importazione annullata: tutto è come prima.")).toBeVisible();
  await visit(page, "overview");
  await expect(last).toHaveAttribute("data-exchanged", "sent");
  await expect(last.locator("code")).toHaveText(sent.slice(0, 12));
});

test("what the program proposes becomes a remark only when it is accepted", async ({ page }) => {
  await openExample(page);
  await page.getByRole("button", { name: "5 proposte di rilievo" }).click();
  await expect(page.locator("#proposals-title")).toBeFocused();
  const proposals = page.locator("[data-proposal]");
  await expect(proposals).toHaveCount(5);
  expect(await proposals.evaluateAll((all) => all.map((one) => one.getAttribute("data-proposal")))).toEqual(PROPOSED);
  await expect(page.locator("[data-remarks]")).toHaveCount(0);
  await accessibleAtAllWidths(page);

  // Accepted as somebody has changed it.
  const roma = page.locator('[data-proposal="off_condition/q16 7"]');
  await expect(roma).toContainText("Città metropolitana di Roma Capitale, domanda 16");
  await roma.getByRole("textbox").fill("Qual è la ditta, e per che cosa?");
  await roma.locator("[data-accept]").click();
  await expect(proposals).toHaveCount(4);
  await expect(page.locator("#proposals-title")).toBeFocused();
  await expect(page.getByText("1 rilievo aggiunto.")).toBeVisible();
  await expect(row(page, "7").locator("[data-remarks]")).toHaveText("1 rilievo aperto");

  // Put aside, also after a reload, until it is brought back.
  await page.locator('[data-proposal="differs/q13/mypay 8"] [data-dismiss]').click();
  await expect(proposals).toHaveCount(3);
  await saved(page);
  await page.reload();
  await page.getByRole("button", { name: "3 proposte di rilievo" }).click();
  await expect(proposals).toHaveCount(3);
  await page.locator("[data-set-aside] summary").click();
  await page.locator('[data-dismissed="differs/q13/mypay 8"] [data-bring-back]').click();
  await expect(proposals).toHaveCount(4);

  // All at once only after a question.
  await page.locator("[data-accept-all]").click();
  await expect(page.locator("#proposals-asked")).toBeFocused();
  await expect(page.locator("#proposals-asked")).toHaveText("Aggiungere 4 rilievi a 4 schede?");
  await expect(proposals).toHaveCount(4);
  await page.locator("[data-do-accept-all]").click();
  await expect(proposals).toHaveCount(0);
  await expect(page.getByText("4 rilievi aggiunti.")).toBeVisible();
  await expect(page.locator("[data-remarks]")).toHaveCount(5);
  await expect(page.locator("[data-proposals]")).toHaveCount(0);
  await expect(page.locator("[data-next='1']")).toHaveText("5 schede con rilievi aperti");
});

test("the survey says which sheets its indicator counts, and the page why another does not", async ({ page }) => {
  await openExample(page);
  const result = page.locator("[data-indicator-result]");
  await expect(result).toHaveText("9");
  await page.locator("[data-indicator] summary").click();
  const counted = (what: string) => page.locator(`[data-counted="${what}"]`);
  await expect(counted("yes")).toContainText("Contano 9 schede");
  await expect(counted("missing")).toContainText("non pervenuta");
  await expect(counted("missing")).toContainText("Regione Veneto");
  await accessibleAtAllWidths(page);

  await page.locator("[data-counts-from]").selectOption("approved");
  await expect(result).toHaveText("0");
  await expect(counted("not-approved")).toContainText("Non contano 9 schede: ricevuta ma non approvata");
  await page.locator("[data-counts-from]").selectOption("received");
  await expect(result).toHaveText("9");

  // Only bodies in a role, which the list says.
  await page.locator("[data-edit-partners]").click();
  const role = row(page, "2").locator("[data-role]");
  await role.selectOption("giver");
  await expect(role).toBeFocused();
  await expect(role).toHaveValue("giver");
  await page.locator("[data-edit-partners]").click();
  await expect(row(page, "2")).toContainText("Cedente");
  await page.locator("[data-counts-role=giver]").check();
  await expect(result).toHaveText("1");
  await expect(counted("yes")).toContainText("Regione Toscana");
  await expect(counted("role")).toContainText("ruolo non previsto");
  await saved(page);
  await page.reload();
  await expect(result).toHaveText("1");
});

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("the desk is worked at by keyboard alone", async ({ page }) => {
      await openExample(page);
      await accessibleAtAllWidths(page);
      const proposals = page.locator("[data-proposals]");
      await tabTo(page, proposals);
      await page.keyboard.press("Enter");
      await expect(page.locator("#proposals-title")).toBeFocused();
      const accept = page.locator('[data-proposal="no_reference/q25 2"] [data-accept]');
      await tabTo(page, accept);
      await page.keyboard.press("Enter");
      await expect(page.locator("[data-proposal]")).toHaveCount(4);
      const tick = row(page, "2").locator("[data-choose]");
      await tabTo(page, tick);
      await page.keyboard.press("Space");
      const sendBack = page.locator("[data-bulk=send-back]");
      await expect(sendBack).toBeVisible();
      // The actions stand before the table.
      while (!(await sendBack.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await expect(page.locator("#desk-asked")).toBeFocused();
      await tabTo(page, page.locator("[data-do]"));
      await page.keyboard.press("Enter");
      await expect(page.locator("#desk-said")).toBeFocused();
      await expect(row(page, "2").locator(".badge")).toHaveText("Da rivedere");
    });
  });
}
