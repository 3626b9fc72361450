// A survey travels as a file: out, and in again; and a wrong file changes
// nothing.
import { open as openFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import {
  accessible,
  type Bundle,
  choose,
  dailySnapshot,
  exported,
  file,
  home,
  open,
  openExample,
  question,
  RECORD,
  records,
  saved,
  speak,
  visit,
  WIDTHS,
} from "./steps";
import { expect, test } from "./watched";

/// The card of a survey on the first page.
function card(page: Page, title: string | RegExp) {
  return page.locator(".survey-card").filter({ has: page.getByRole("link", { name: title }) });
}

/// The title of the survey whose overview is open.
async function titleHere(page: Page): Promise<string> {
  return (await page.locator("h1").textContent())!;
}

/// Deletes a survey, saying yes to the question.
async function remove(page: Page, title: string) {
  await card(page, title).getByRole("button", { name: `Elimina: ${title}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Elimina" }).click();
  await expect(card(page, title)).toHaveCount(0);
}

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("a survey is exported, deleted, and comes back from its file", async ({ page }) => {
      await openExample(page);
      const title = await titleHere(page);
      await visit(page, "sheets/6");
      await question(page, "q9").getByRole("textbox").first().fill("SPC — 1 Gb/s “simmetrici”");
      await saved(page);

      await page.getByRole("link", { name: "Scambio", exact: true }).click();
      const fingerprint = await page.locator("[data-fingerprint]").textContent();
      await accessible(page);
      const first = await exported(page);
      expect(first.name).toMatch(/^[\w.-]+\.json$/);
      expect(first.bundle).toMatchObject({ type: "rilievo-bundle", format: 1, kind: "survey" });
      expect(first.bundle.fingerprint).toBe(`sha256:${fingerprint}`);
      expect(JSON.stringify(first.bundle.survey)).toContain("“simmetrici”");

      // Deleting asks first; the keyboard stands on the harmless answer.
      await home(page);
      const ask = card(page, title).getByRole("button", { name: `Elimina: ${title}` });
      await ask.click();
      const dialog = page.getByRole("dialog", { name: `Eliminare «${title}»?` });
      await expect(dialog.getByRole("button", { name: "Annulla" })).toBeFocused();
      await accessible(page);
      await page.keyboard.press("Enter");
      await expect(dialog).toBeHidden();
      await expect(ask).toBeFocused();
      await expect(card(page, title)).toBeVisible();
      await ask.click();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await ask.click();
      await dialog.getByRole("button", { name: "Elimina" }).click();
      await expect(page.getByText(`«${title}» è stato eliminato.`)).toBeVisible();
      await expect(page.getByText("In questo browser non c'è ancora nessuna indagine.")).toBeVisible();
      // It is in the trash, and counts as gone: what comes is new.
      expect(Object.keys(await records(page))).toContain(`${RECORD}/trash`);

      // First what would happen, and only then, when told so, does it happen.
      const before = await records(page);
      const dryRun = await choose(page, first.path);
      await expect(dryRun).toContainText("Nuova: in questo browser non c'è ancora.");
      await expect(dryRun).toContainText("10 enti, 9 schede");
      await expect(dryRun).toContainText(fingerprint!);
      await expect(dryRun.getByText("avvis")).toHaveCount(0);
      expect(await records(page)).toEqual(before);
      await accessible(page);
      await dryRun.getByRole("button", { name: "Annulla" }).click();
      await expect(dryRun).toHaveCount(0);
      expect(await records(page)).toEqual(before);
      await (await choose(page, first.path)).locator("[data-confirm]").click();
      await expect(page).toHaveURL(/#\/s\/payflowpa-a21\/overview$/);
      await expect(page.getByText("Importazione riuscita: 1 file.")).toBeVisible();
      await expect(page.locator("[data-partner]")).toHaveCount(10);

      await visit(page, "exchange");
      await expect(page.locator("[data-fingerprint]")).toHaveText(fingerprint!);
      const second = await exported(page);
      expect(second.bundle.survey).toEqual(first.bundle.survey);
      expect(second.bundle.fingerprint).toBe(first.bundle.fingerprint);
      await page.reload();
      await expect(page.locator("[data-fingerprint]")).toHaveText(fingerprint!);
    });
  });
}

test("the same file again is identical; after an edit of mine it is older, and brings nothing", async ({ page }) => {
  await openExample(page);
  await visit(page, "exchange");
  const { path } = await exported(page);

  let dryRun = await choose(page, path);
  await expect(dryRun).toContainText("Identica a quella che hai: non cambia nulla.");
  await expect(dryRun).toContainText("Non c'è nulla da importare.");
  await expect(dryRun.locator("[data-confirm]")).toHaveCount(0);
  await accessible(page);

  await visit(page, "sheets/EC");
  await question(page, "q11").getByRole("radio", { name: "SI" }).check();
  await question(page, "q9").getByRole("textbox").first().fill("LAN 10 Gbps");
  await saved(page);
  await visit(page, "exchange");
  const newer = await exported(page);
  const mine = await records(page);
  dryRun = await choose(page, path);
  await expect(dryRun).toContainText("La tua è più recente: non c'è nulla da importare.");
  await expect(dryRun.locator("[data-confirm]")).toHaveCount(0);
  await accessible(page);
  expect(await records(page)).toEqual(mine);

  // The other way round, what is newer is merged.
  await home(page);
  await remove(page, newer.bundle.survey.head.title);
  await (await choose(page, path)).locator("[data-confirm]").click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  await visit(page, "exchange");
  dryRun = await choose(page, newer.path);
  await expect(dryRun.locator("[data-counts]")).toContainText("2 aggiornate");
  await dryRun.locator("[data-confirm]").click();
  await expect(page).toHaveURL(/overview$/);
  await visit(page, "exchange");
  expect((await exported(page)).bundle.survey).toEqual(newer.bundle.survey);
});

test("several files at once: each is said and done by itself", async ({ page }) => {
  await openExample(page);
  await visit(page, "exchange");
  const { bundle } = await exported(page);
  const other = structuredClone(bundle);
  other.survey.head.id = "another";
  other.survey.head.title = "Un'altra indagine";
  const dryRun = await choose(page, [
    file("mine.json", JSON.stringify(bundle)),
    file("other.json", JSON.stringify(other)),
    file("other-again.json", JSON.stringify(other)),
    file("notes.txt", "appunti"),
  ]);
  await expect(dryRun.getByRole("listitem").filter({ hasText: "mine.json" })).toContainText("Identica");
  await expect(dryRun.locator("[data-refusal]")).toHaveCount(1);
  await expect(dryRun).toContainText("il file è stato modificato dopo l'esportazione");
  await accessible(page);
  await dryRun.locator("[data-confirm]").click();
  await expect(page.getByRole("heading", { level: 1, name: "Un'altra indagine" })).toBeVisible();
  await home(page);
  await expect(page.locator(".survey-card")).toHaveCount(2);
});

test("a deletion can be taken back", async ({ page }) => {
  await openExample(page);
  const title = await titleHere(page);
  await visit(page, "sheets/4");
  await question(page, "q9").getByRole("textbox").first().fill("Internet, SPC e 5G");
  await home(page);
  const before = await records(page);
  await remove(page, title);
  await page.getByRole("button", { name: "Ripristina" }).click();
  await expect(card(page, title)).toBeVisible();
  await expect(page.getByText("è stato eliminato")).toHaveCount(0);
  expect(await records(page)).toEqual(before);
});

/// A file of 140 MB, most of which is nothing.
async function large(path: string): Promise<string> {
  const handle = await openFile(path, "w");
  await handle.truncate(140 * 1024 * 1024);
  await handle.close();
  return path;
}

test("a wrong file is refused with its own words, and nothing changes", async ({ page }, testInfo) => {
  await openExample(page);
  await dailySnapshot(page);
  await visit(page, "exchange");
  const { bundle } = await exported(page);
  const text = JSON.stringify(bundle);
  const newer: Bundle = { ...bundle, format: 99 };
  const wrong = [
    {
      code: "not-json",
      file: file("letter.json", "Gentile collega, in allegato la scheda."),
      it: "il suo contenuto non è in formato JSON",
      en: "its content is not JSON",
    },
    {
      code: "not-json",
      file: file("risposta.json.p7m", "-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n"),
      it: "È un file firmato (.p7m)",
      en: "This is a signed file (.p7m)",
    },
    {
      code: "damaged",
      file: file("twice.json", text.replace('"kind":', '"kind":"survey","kind":')),
      it: "«kind» compare due volte",
      en: "“kind” stands there twice",
    },
    {
      code: "not-a-bundle",
      file: file("other.json", JSON.stringify({ name: "PayFlowPA", sheets: 9 })),
      it: "non è un pacchetto di Rilievo",
      en: "not a Rilievo bundle",
    },
    {
      code: "damaged",
      file: file("half.json", text.slice(0, text.length / 2)),
      it: "si interrompe prima della fine",
      en: "it breaks off before its end",
    },
    {
      code: "too-new",
      file: file("newer.json", JSON.stringify(newer)),
      it: "da una versione più recente di Rilievo",
      en: "by a newer version of Rilievo",
    },
    {
      code: "too-large",
      file: await large(testInfo.outputPath("large.json")),
      it: "140 MB, il limite è 128 MB",
      en: "140 MB, the limit is 128 MB",
    },
  ];
  for (const language of ["Italiano", "English"] as const) {
    await speak(page, language);
    const before = await records(page);
    for (const { code, file, it, en } of wrong) {
      const dryRun = await choose(page, file);
      const refusal = dryRun.getByRole("alert");
      await expect(refusal).toHaveAttribute("data-refusal", code);
      await expect(refusal).toContainText(language === "English" ? en : it);
      await expect(refusal).toContainText(language === "English" ? "Your surveys are as they were." : "Le tue indagini sono come prima.");
      await expect(dryRun.locator("[data-confirm]")).toHaveCount(0);
      expect(await records(page)).toEqual(before);
    }
    await accessible(page);
  }
});

test("a file can be chosen on the first visit", async ({ page }) => {
  await open(page);
  const dryRun = await choose(page, "public/examples/payflowpa-a21.json");
  await dryRun.locator("[data-confirm]").click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
});
