// A coordinator invites, an officer answers: by file and by link, each in a
// browser of their own; and what leaves for anyone.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { contents, invitationFor, linkFor, panel, text } from "./inviting";
import { accessible, accessibleAtAllWidths, choose, EXAMPLE, exported, home, open, openExample, question, records, saved, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

const OTHERS = ["Bari", "Veneto", "Campania", "Lombardia", "Puglia", "Umbria", "Roma Capitale", "Trento"];

/// The sheet of Toscana is open, and nothing else of the survey is here.
async function onOwnSheet(page: Page) {
  await expect(page).toHaveURL(/#\/s\/payflowpa-a21\/sheets\/2$/);
  await expect(page.getByRole("heading", { level: 1, name: /Regione Toscana/ })).toBeVisible();
  await expect(question(page, "q1").getByRole("radio", { name: "SI" })).toBeChecked();
  const pages = page.getByRole("navigation", { name: "Pagine dell'indagine" });
  await expect(pages.getByRole("link")).toHaveText(["La mia scheda", "Invia"]);
  await expect.poll(async () => (await contents(page)).length).toBeGreaterThan(1);
  const kept = (await contents(page)).join("\n");
  expect(kept).toContain("Oracle, Postgres, MariaDB, Mongo");
  for (const other of OTHERS) expect(kept).not.toContain(other);
  expect(kept).not.toContain("readings");
  expect(kept).not.toContain("codebook");
}

test("an invitation goes out as a file and is opened by the body it is for", async ({ page, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const chosen = page.locator("[data-invite-files]");
  await expect(chosen).toBeDisabled();
  await page.getByRole("checkbox", { name: /Regione Toscana/ }).check();
  await page.getByRole("checkbox", { name: /Regione Umbria/ }).check();
  await expect(page.getByText("2 file, uno dopo l'altro.")).toBeVisible();
  await accessibleAtAllWidths(page);
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await chosen.click();
  await expect.poll(() => downloads.length).toBe(2);
  expect(downloads.map((download) => download.suggestedFilename())).toEqual([
    "payflowpa-a21_invito_2_regione-toscana.json",
    "payflowpa-a21_invito_6_regione-umbria.json",
  ]);
  const invitation = JSON.parse(await text(downloads[0]));
  expect(invitation).toMatchObject({ type: "rilievo-bundle", format: 1, kind: "invitation", scope: "partner" });
  expect(invitation.survey.head.partners.map(({ id }: { id: string }) => id)).toEqual(["2"]);
  expect(invitation.survey.sheets).toHaveLength(1);

  const officer = await profile();
  await open(officer);
  const dryRun = await choose(officer, await downloads[0].path());
  await dryRun.locator("[data-confirm]").click();
  await onOwnSheet(officer);
  await accessible(officer);
  await home(officer);
  const card = officer.locator(".survey-card");
  await expect(card).toContainText("Su invito");
  await expect(card.getByRole("button")).toHaveText(["Elimina"]);
  await accessibleAtAllWidths(officer);
  await card.getByRole("link", { name: "PayFlowPA A.2.1" }).click();
  await onOwnSheet(officer);
});

test("all bodies are chosen at once, and none", async ({ page }) => {
  await openExample(page);
  await visit(page, "exchange");
  const all = page.getByRole("checkbox", { name: "Tutti" });
  const ticked = page.locator("[data-invite] input:checked");
  await all.check();
  await expect(ticked).toHaveCount(10);
  await page.getByRole("checkbox", { name: /Regione Veneto/ }).uncheck();
  await expect(all).not.toBeChecked();
  await all.check();
  await all.uncheck();
  await expect(ticked).toHaveCount(0);
});

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("a link opens the sheet at once, and leaves the address", async ({ page, profile }) => {
      await openExample(page);
      await visit(page, "exchange");
      const link = await linkFor(page, "2");
      expect(link.length).toBeLessThan(8_000);
      await expect(page.locator("[data-link-length]")).toHaveAttribute("data-link-length", `${link.length}`);
      await expect(page.locator("[data-link-length]")).toContainText(`${link.length} caratteri`);
      await accessible(page);

      const officer = await profile();
      const asked: string[] = [];
      officer.on("request", (request) => asked.push(request.url()));
      await officer.goto(link);
      await onOwnSheet(officer);
      await expect(officer.getByText("L'invito a «PayFlowPA A.2.1» è aperto.")).toBeVisible();
      const inside = link.split("#/open/")[1];
      expect(asked.some((url) => url.includes(inside.slice(0, 100)))).toBe(false);
      await accessible(officer);

      // The same link again leads to what was written since.
      await question(officer, "q9").getByRole("textbox").first().fill("SPC 1 Gb/s");
      await saved(officer);
      const before = await records(officer);
      await officer.goto("about:blank");
      await officer.goto(link);
      await expect(question(officer, "q9").getByRole("textbox").first()).toHaveValue("SPC 1 Gb/s");
      await expect(officer).toHaveURL(/sheets\/2$/);
      expect(Object.keys(await records(officer)).sort()).toEqual(expect.arrayContaining(Object.keys(before)));
    });
  });
}

test("an invitation that differs from what is here is shown before it does anything", async ({ page, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const first = await linkFor(page, "2");
  const officer = await profile();
  await officer.goto(first);
  await onOwnSheet(officer);
  await question(officer, "q9").getByRole("textbox").first().fill("SPC");
  await saved(officer);

  await visit(page, "sheets/2");
  await question(page, "q7").getByRole("textbox").first().fill("Tomcat 10");
  await saved(page);
  await visit(page, "exchange");
  const second = await linkFor(page, "2");
  await officer.goto("about:blank");
  await officer.goto(second);
  await expect(officer.locator("[data-dry-run]")).toBeVisible();
  await expect(officer).toHaveURL(/#\/open\/?$/);
  await accessible(officer);
  await officer.goto(`${EXAMPLE}/sheets/2`);
  await expect(question(officer, "q9").getByRole("textbox").first()).toHaveValue("SPC");
});

test("a link that was cut says so, and changes nothing", async ({ page, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const link = await linkFor(page, "2");
  const officer = await profile();
  await open(officer);
  const before = await records(officer);
  for (const [bad, code] of [
    [link.slice(0, -40), "link-damaged"],
    [link.replace("#/open/1", "#/open/2"), "link-too-new"],
    [link.replace(/#.*/, "#/open/javascript:alert(1)"), "link-damaged"],
    [link.replace(/#.*/, "#/open/1%3Cscript%3E"), "link-damaged"],
  ]) {
    await officer.goto("about:blank");
    await officer.goto(bad);
    const alert = officer.getByRole("alert");
    await expect(alert).toHaveAttribute("data-refusal", code);
    await expect(alert).toContainText("Chiedi a chi ti ha invitato il file dell'invito");
    expect(await records(officer)).toEqual(before);
  }
  await accessibleAtAllWidths(officer);
  // The whole link in the same page, after the cut one.
  await officer.goto(link);
  await onOwnSheet(officer);
});

test("where the link is too long there is the file", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/2");
  // Words that do not repeat do not get small.
  const words = Array.from({ length: 400 }, (_, n) => createHash("sha256").update(`${n}`).digest("hex").slice(0, 24));
  await question(page, "q9").getByRole("textbox").first().fill(words.join(" "));
  await saved(page);
  await visit(page, "exchange");
  const row = await panel(page, "2");
  await expect(row).toContainText(/Il link avrebbe \d+ caratteri, più di 8000/);
  await expect(row.locator("[data-link]")).toHaveCount(0);
  await expect(row.locator("[data-cover]")).toHaveValue(/file allegato, payflowpa-a21_invito_2_regione-toscana\.json/);
  const coming = page.waitForEvent("download");
  await row.locator("[data-invite-file]").click();
  expect(await text(await coming)).toContain(words[399]);
});

test("the covering text speaks the language of those who are invited", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExample(page);
  await visit(page, "exchange");
  const row = await panel(page, "6");
  const cover = row.locator("[data-cover]");
  const link = await row.locator("[data-link]").inputValue();
  await expect(cover).toHaveValue(/ti invitiamo a compilare la scheda di Regione Umbria/);
  await row.getByLabel("Rispondere entro").fill("2027-01-15");
  await expect(cover).toHaveValue(/Termine: 15 gennaio 2027/);
  await row.getByLabel("Lingua del testo").selectOption("en");
  await expect(cover).toHaveValue(/fill in the sheet of Regione Umbria/);
  await expect(cover).toHaveValue(/by 15 January 2027|by January 15, 2027/);
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  expect((await cover.inputValue()).split("\n")).toContain(link);
  await row.getByRole("button", { name: "Copia il testo" }).click();
  await expect(row.getByText("Copiato.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await cover.inputValue());
  await row.getByLabel("Allego il file al posto del link").check();
  await expect(cover).toHaveValue(/payflowpa-a21_invito_6_regione-umbria\.json/);
  expect(await cover.inputValue()).not.toContain("#/open/");
});

test("an officer sees what is missing, sends, and has a receipt for the protocol office", async ({ page, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const invitation = await invitationFor(page, "2");
  const began = JSON.parse(invitation.text).survey.sheets[0];

  const officer = await profile();
  await open(officer);
  await (await choose(officer, invitation.path)).locator("[data-confirm]").click();
  await onOwnSheet(officer);
  await officer.getByRole("link", { name: "Vai all'invio" }).click();
  const missing = officer.locator("[data-missing]");
  await expect(missing).toHaveAttribute("data-missing", "2");
  await expect(missing).toContainText("Nulla è obbligatorio");
  await expect(officer.locator("[data-receipt]")).toHaveCount(0);
  await accessibleAtAllWidths(officer);

  // Each leads to its question, with the keyboard in its field.
  await missing.getByRole("link", { name: /^9\./ }).click();
  const field = question(officer, "q9").getByRole("textbox").first();
  await expect(field).toBeFocused();
  await expect(question(officer, "q9").locator(".label")).toBeInViewport();
  await officer.keyboard.type("SPC 1 Gb/s");
  await saved(officer);
  await officer.reload();
  await expect(field).toBeFocused();
  await officer.getByRole("link", { name: "Invia", exact: true }).click();
  await expect(missing).toHaveAttribute("data-missing", "1");

  const coming = officer.waitForEvent("download");
  await officer.locator("[data-send]").click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("payflowpa-a21_risposta_2_regione-toscana.json");
  const bytes = await readFile(await download.path());
  const response = JSON.parse(bytes.toString("utf8"));
  expect(response).toMatchObject({ kind: "response", scope: "partner", base: began });
  expect(response.survey.sheets[0]).toMatchObject({ partner: "2", status: "submitted" });
  expect(response.survey.sheets[0].answers.q9.value).toEqual({ text: "SPC 1 Gb/s" });
  expect(response.survey.head.invited).toBeUndefined();

  const receipt = officer.locator("[data-receipt]");
  const line = (mark: string) => receipt.locator(`[data-line="${mark}"]`);
  const asWritten = async () => {
    await expect(line("file")).toHaveText(download.suggestedFilename());
    await expect(line("sha256")).toHaveText(createHash("sha256").update(bytes).digest("hex"));
    await expect(line("sha256-base64")).toHaveText(createHash("sha256").update(bytes).digest("base64"));
    await expect(line("fingerprint")).toHaveText(response.fingerprint.replace("sha256:", ""));
    await expect(line("answers")).toHaveText("21 di 22");
    await expect(line("body")).toHaveText("Regione Toscana");
  };
  await asWritten();
  await expect(receipt).toContainText("per PEC");
  await expect(receipt.locator("[data-changed]")).toHaveCount(0);
  await accessibleAtAllWidths(officer);
  await saved(officer);
  await officer.reload();
  await asWritten();

  // On paper there is the receipt and nothing else.
  await officer.emulateMedia({ media: "print" });
  await expect(line("sha256")).toBeVisible();
  for (const other of ["[data-send]", "[data-import]", "h1", ".header", ".footer"]) {
    await expect(officer.locator(other).first()).toBeHidden();
  }
  await officer.emulateMedia({ media: "screen" });

  await officer.getByRole("link", { name: "La mia scheda" }).click();
  await question(officer, "q9").getByRole("textbox").first().fill("SPC 10 Gb/s");
  await saved(officer);
  await expect(officer.locator("[data-stale]")).toContainText("prepara di nuovo il file");
  await officer.locator("[data-stale]").getByRole("link", { name: "Vai all'invio" }).click();
  await expect(receipt.locator("[data-changed]")).toBeVisible();
  await expect(receipt).not.toContainText("Ora manda il file");
  const again = officer.waitForEvent("download");
  await receipt.locator("[data-send-again]").click();
  await again;
  await expect(receipt.locator("[data-changed]")).toHaveCount(0);
});

test("what leaves is shown before it does, and a public copy holds nothing personal", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/6");
  await question(page, "q9").getByRole("textbox").first().fill("una frase di prova");
  await question(page, "q2").getByText("Aggiungi un commento").click();
  await question(page, "q2").getByLabel("Commento").fill("un commento di prova");
  await page.locator('[data-contact="ict"]').getByRole("textbox").fill("ufficio@example.org");
  await saved(page);
  await visit(page, "exchange");
  const leaving = async (mark: string) => Number(await page.locator(`[data-leaving="${mark}"]`).textContent());
  expect(await leaving("contacts")).toBeGreaterThan(0);
  expect(await leaving("comments")).toBeGreaterThan(0);
  await expect(page.locator("[data-recognisable]")).toHaveCount(0);
  const whole = await exported(page);
  expect(JSON.stringify(whole.bundle)).toContain("ufficio@example.org");

  await page.locator("[data-scope=public]").check();
  await expect(page.locator("[data-recognisable]")).toContainText("Le schede sono solo 9");
  expect([await leaving("contacts"), await leaving("comments"), await leaving("remarks")]).toEqual([0, 0, 0]);
  const fingerprint = await page.locator("[data-fingerprint]").textContent();
  const open = await exported(page);
  expect(open.name).toMatch(/^payflowpa-a21_pubblica_[\d-]+\.json$/);
  expect(open.bundle).toMatchObject({ scope: "public", fingerprint: `sha256:${fingerprint}` });
  const openText = JSON.stringify(open.bundle);
  expect(openText).not.toContain("ufficio@example.org");
  expect(openText).not.toContain("un commento di prova");
  expect(openText).toContain("una frase di prova");

  await page.locator("[data-no-text]").check();
  await accessibleAtAllWidths(page);
  const strict = JSON.stringify((await exported(page)).bundle);
  expect(strict).not.toContain("una frase di prova");
  expect(strict).not.toContain("Global Payment");

  await page.locator("[data-scope=partner]").check();
  await page.locator("select[data-body]").selectOption("6");
  expect(await leaving("bodies")).toBe(1);
  const one = await exported(page);
  expect(one.name).toBe("payflowpa-a21_scheda_6_regione-umbria.json");
  expect(one.bundle.survey.sheets.map(({ partner }) => partner)).toEqual(["6"]);
});
