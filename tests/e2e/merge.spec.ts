// Files come in and are merged: what both sides changed is asked about, all of it
// happens in one step, and it can be taken back.
import type { Page } from "@playwright/test";
import {
  accessible,
  accessibleAtAllWidths,
  type Bundle,
  choose,
  dailySnapshot,
  EXAMPLE,
  exported,
  file,
  fill,
  home,
  makeRoom,
  openExample,
  question,
  records,
  saved,
  tabTo,
  visit,
} from "./steps";
import { expect, test } from "./watched";

/// An answer that somebody else has written, once, on another computer.
function written(text: string) {
  const revision = { n: 1, at: "2026-11-20T10:00:00.000Z", by: "altrove1" };
  return { state: "given", value: { text }, revision };
}

/// The bundle as somebody else sends it back, who has written these answers to
/// question 9.
function changedElsewhere(bundle: Bundle, answers: Record<string, string>): Bundle {
  const changed = structuredClone(bundle);
  for (const [partner, text] of Object.entries(answers)) {
    answersOf(changed, partner).q9 = written(text);
  }
  return changed;
}

function answersOf(bundle: Bundle, partner: string) {
  return bundle.survey.sheets.find((sheet) => sheet.partner === partner)!.answers;
}

function textOf(bundle: Bundle, partner: string): string {
  const { value } = answersOf(bundle, partner).q9 as { value: { text: string } };
  return value.text;
}

function asFile(name: string, bundle: Bundle) {
  return file(name, JSON.stringify(bundle));
}

/// Writes an answer to question 9 on the sheets of these partners.
async function write(page: Page, answers: Record<string, string>) {
  for (const [partner, text] of Object.entries(answers)) {
    await visit(page, `sheets/${partner}`);
    await question(page, "q9").getByRole("textbox").first().fill(text);
    await saved(page);
  }
}

/// The example, as it was exported before anybody wrote anything.
async function startWithExport(page: Page): Promise<Bundle> {
  await openExample(page);
  await visit(page, "exchange");
  return (await exported(page)).bundle;
}

/// What the survey holds now, and its fingerprint on the page.
async function state(page: Page) {
  await visit(page, "exchange");
  const { bundle } = await exported(page);
  return { survey: bundle.survey, fingerprint: bundle.fingerprint };
}

function conflict(page: Page, record: string) {
  return page.locator(`[data-conflict="${record}"]`);
}

/// Says yes to what would happen; the survey opens.
async function confirm(page: Page) {
  await page.locator("[data-confirm]").click();
  await expect(page.getByText("Importazione riuscita")).toBeVisible();
}

test("what both sides changed is asked about and settled in each of three ways; then the file brings nothing more", async ({ page }) => {
  const before = await startWithExport(page);
  await write(page, { EC: "mia EC", "3": "mia uno", "2": "mia due" });
  await visit(page, "exchange");
  const theirs = asFile("loro.json", changedElsewhere(before, { EC: "loro EC", "3": "loro uno", "2": "loro due", "4": "solo loro" }));
  const stored = await records(page);
  const dryRun = await choose(page, theirs);
  await expect(dryRun.locator("[data-counts]")).toContainText("1 aggiornata");
  await expect(dryRun.locator("[data-counts]")).toContainText("3 in conflitto");
  await expect(dryRun.locator("[data-conflict]")).toHaveCount(3);

  // Nothing is done before everything is decided.
  const yes = dryRun.locator("[data-confirm]");
  await expect(yes).toBeDisabled();
  await expect(dryRun.getByRole("status")).toHaveText("Restano 3 scelte da fare prima di importare.");
  await expect(conflict(page, "answer/EC/q9")).toContainText("mia EC");
  await expect(conflict(page, "answer/EC/q9")).toContainText("loro EC");
  await conflict(page, "answer/EC/q9").locator("input[value=mine]").check();
  await conflict(page, "answer/3/q9").locator("input[value=theirs]").check();
  await expect(dryRun.getByRole("status")).toHaveText("Resta una scelta da fare prima di importare.");
  await dryRun.getByRole("button", { name: "Vai alla prossima scelta" }).click();
  await expect(conflict(page, "answer/2/q9").locator("input").first()).toBeFocused();
  await accessibleAtAllWidths(page);
  await conflict(page, "answer/2/q9").locator("input[value=both]").check();
  await expect(dryRun.getByRole("status")).toHaveText("");
  expect(await records(page)).toEqual(stored);
  await confirm(page);
  await expect(page).toHaveURL(/#\/s\/payflowpa-a21\/overview$/);

  const { survey } = await state(page);
  const after = { ...before, survey } as Bundle;
  expect(["EC", "3", "2", "4"].map((partner) => textOf(after, partner))).toEqual(["mia EC", "loro uno", "mia due", "solo loro"]);
  const two = survey.sheets.find((sheet) => sheet.partner === "2") as unknown as { remarks: { author: string; question: string; answer: { value: unknown } }[] };
  expect(two.remarks).toHaveLength(1);
  expect(two.remarks[0]).toMatchObject({ question: "q9", answer: { value: { text: "loro due" } } });
  const name = (before.survey.head as unknown as { partners: { id: string; name: string }[] }).partners.find(({ id }) => id === "2")!.name;
  expect(two.remarks[0].author).toBe(name);

  const again = await choose(page, theirs);
  await expect(again).toContainText("Non c'è nulla da importare.");
  await expect(again.locator("[data-confirm]")).toHaveCount(0);
});

test("one decision for all conflicts", async ({ page }) => {
  const before = await startWithExport(page);
  await write(page, { EC: "mia EC", "3": "mia uno" });
  await visit(page, "exchange");
  const theirs = changedElsewhere(before, { EC: "loro EC", "3": "loro uno" });
  const dryRun = await choose(page, asFile("loro.json", theirs));
  await dryRun.locator("[data-all=theirs]").click();
  await expect(dryRun.locator("input[value=theirs]:checked")).toHaveCount(2);
  await confirm(page);
  const { survey } = await state(page);
  expect(textOf({ ...before, survey } as Bundle, "EC")).toBe("loro EC");
  expect(textOf({ ...before, survey } as Bundle, "3")).toBe("loro uno");
});

test("an import is undone to the letter, also after a reload", async ({ page }) => {
  const original = await startWithExport(page);
  await write(page, { EC: "mia" });
  const before = await state(page);
  const other = structuredClone(original);
  other.survey.head.id = "un-altra";
  other.survey.head.title = "Un'altra indagine";
  const files = [asFile("loro.json", changedElsewhere(original, { "3": "loro" })), asFile("altra.json", other)];

  await choose(page, files);
  await page.locator("[data-confirm]").click();
  const notice = page.locator(".notice").filter({ hasText: "Importazione riuscita: 2 file." });
  await notice.getByRole("button", { name: "Annulla importazione" }).click();
  await expect(page.getByText("Importazione annullata: tutto è come prima.")).toBeVisible();
  await expect(page.locator("[data-undo-import]")).toHaveCount(0);
  expect(await state(page)).toEqual(before);

  // Once more, and now the page is left in between.
  await choose(page, files);
  await page.locator("[data-confirm]").click();
  await expect(notice).toBeVisible();
  expect(await state(page)).not.toEqual(before);
  await saved(page);
  await page.goto("about:blank");
  await page.goto("");
  const line = page.locator("[data-undo-import]");
  await expect(line).toContainText(/Ultima importazione: 2 file, oggi alle \d+:\d\d/);
  await expect(page.locator(".survey-card")).toHaveCount(2);
  await accessibleAtAllWidths(page);
  await line.getByRole("button", { name: "Annulla importazione" }).click();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await expect(line).toHaveCount(0);
  expect(await state(page)).toEqual(before);
});

test("where something was edited since, the undo asks first and loses nothing", async ({ page }) => {
  const original = await startWithExport(page);
  await choose(page, asFile("loro.json", changedElsewhere(original, { "3": "loro", "2": "loro" })));
  await confirm(page);
  await write(page, { "3": "scritta dopo" });
  await visit(page, "exchange");
  const line = page.locator("[data-undo-import]");
  await line.getByRole("button", { name: "Annulla importazione" }).click();
  const dialog = page.getByRole("dialog", { name: "Annullare l'importazione?" });
  await expect(dialog).toContainText("è stata modificata 1 scheda");
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: "Annulla importazione" }).click();
  await dialog.getByRole("button", { name: "Annulla importazione" }).click();
  await expect(page.getByText("Importazione annullata: tutto è come prima.")).toBeVisible();
  expect((await state(page)).survey).toEqual(original.survey);
  // What was written since is in the history of its sheet, and in a snapshot.
  const kept = Object.keys(await records(page));
  expect(kept.filter((key) => key.endsWith("/h/3"))).toHaveLength(1);
  expect(kept.filter((key) => key.endsWith("-restore"))).toHaveLength(1);
});

test("other pages follow an import and its undo", async ({ page, context }) => {
  const original = await startWithExport(page);
  const beside = await context.newPage();
  await beside.goto(`${EXAMPLE}/sheets/3`);
  const text = question(beside, "q9").getByRole("textbox").first();
  const before = await text.inputValue();
  await choose(page, asFile("loro.json", changedElsewhere(original, { "3": "loro" })));
  await confirm(page);
  await expect(text).toHaveValue("loro");
  await page.getByRole("button", { name: "Annulla importazione" }).click();
  await expect(text).toHaveValue(before);
  await beside.reload();
  await expect(text).toHaveValue(before);
});

test("what changes while the person looks is planned anew", async ({ page, context }) => {
  const original = await startWithExport(page);
  const dryRun = await choose(page, asFile("loro.json", changedElsewhere(original, { "3": "loro" })));
  await expect(dryRun.locator("[data-conflict]")).toHaveCount(0);
  const beside = await context.newPage();
  await beside.goto(`${EXAMPLE}/sheets/3`);
  await question(beside, "q9").getByRole("textbox").first().fill("mia, intanto");
  await expect(beside.locator("html")).toHaveAttribute("data-saved", "1");
  await page.locator("[data-confirm]").click();
  await expect(dryRun.getByRole("status")).toContainText("Nel frattempo l'indagine è cambiata");
  await expect(conflict(page, "answer/3/q9")).toContainText("mia, intanto");
  await expect(conflict(page, "answer/3/q9").locator("input").first()).toBeFocused();
  await conflict(page, "answer/3/q9").locator("input[value=mine]").check();
  await confirm(page);
});

test("a full storage changes nothing, and the files wait", async ({ page }) => {
  const original = await startWithExport(page);
  await dailySnapshot(page);
  const before = await state(page);
  await choose(page, asFile("loro.json", changedElsewhere(original, { "3": "loro" })));
  await fill(page);
  await page.locator("[data-confirm]").click();
  await expect(page.getByText("Non è stato possibile scrivere, e non è cambiato nulla.")).toBeVisible();
  await expect(page.locator("[data-dry-run]")).toBeVisible();
  await makeRoom(page);
  expect((await state(page)).survey).toEqual(before.survey);
  await choose(page, asFile("loro.json", changedElsewhere(original, { "3": "loro" })));
  await confirm(page);
});

test("several files at once, in either order, come to the same", async ({ page }) => {
  const original = await startWithExport(page);
  await dailySnapshot(page);
  const one = asFile("uno.json", changedElsewhere(original, { "3": "da uno" }));
  const two = asFile("due.json", changedElsewhere(original, { "2": "da due" }));
  const outcomes = [];
  for (const files of [[one, two], [two, one]]) {
    const dryRun = await choose(page, files);
    await expect(dryRun.locator("[data-file]")).toHaveCount(2);
    await confirm(page);
    outcomes.push(await state(page));
    await page.getByRole("button", { name: "Annulla importazione" }).first().click();
    await expect(page.getByText("Importazione annullata")).toBeVisible();
    await visit(page, "exchange");
  }
  expect(outcomes[0]).toEqual(outcomes[1]);
  expect(textOf({ ...original, survey: outcomes[0].survey } as Bundle, "3")).toBe("da uno");
  expect(textOf({ ...original, survey: outcomes[0].survey } as Bundle, "2")).toBe("da due");
});

test("what would change can be read, question by question", async ({ page }) => {
  const original = await startWithExport(page);
  const changed = changedElsewhere(original, { "3": "fibra", "4": "satellite" });
  const dryRun = await choose(page, asFile("loro.json", changed));
  await dryRun.getByText("Vedi le 2 voci che cambierebbero").click();
  const sheet = dryRun.locator("[data-changes] details").first();
  await sheet.locator("summary").click();
  await expect(sheet).toContainText("9. ");
  await expect(sheet).toContainText("fibra");
  await expect(sheet).toContainText(textOf(original, "3"));
  await accessibleAtAllWidths(page);
});

test("a differing survey can stand beside mine, when I say so", async ({ page }) => {
  const original = await startWithExport(page);
  const mine = await state(page);
  const dryRun = await choose(page, asFile("loro.json", changedElsewhere(original, { "3": "loro" })));
  await dryRun.getByRole("radio", { name: "Aggiungi accanto come copia" }).check();
  await expect(dryRun).toContainText("Verrà aggiunta accanto alla tua, come copia.");
  await expect(dryRun.getByRole("radio", { name: "Aggiungi accanto come copia" })).toBeFocused();
  await confirm(page);
  await expect(page.getByRole("heading", { level: 1, name: "(importata)" })).toBeVisible();
  expect(await state(page)).toEqual(mine);
  await home(page);
  await expect(page.locator(".survey-card")).toHaveCount(2);
});

test("a copy that was worked on is not overwritten when its file comes again", async ({ page }) => {
  const original = await startWithExport(page);
  await write(page, { EC: "mia" });
  await visit(page, "exchange");
  const file = asFile("pubblica.json", { ...original, scope: "public" } as Bundle);
  const dryRun = await choose(page, file);
  await expect(dryRun).toContainText("È una copia pubblica");
  await confirm(page);
  await expect(page.getByRole("heading", { level: 1, name: "(importata)" })).toBeVisible();
  await page.locator('[data-partner="3"] a').first().click();
  await question(page, "q9").getByRole("textbox").first().fill("scritta sulla copia");
  await saved(page);
  await home(page);
  await expect(await choose(page, file)).toContainText("Non c'è nulla da importare.");
  await expect(page.locator(".survey-card")).toHaveCount(2);
  await page.getByRole("link", { name: /\(importata\)/ }).click();
  await page.locator('[data-partner="3"] a').first().click();
  await expect(question(page, "q9").getByRole("textbox").first()).toHaveValue("scritta sulla copia");
});

test("another questionnaire is never merged silently", async ({ page }) => {
  const original = await startWithExport(page);
  const other = structuredClone(original);
  const { questions } = (other.survey.head as unknown as { questionnaire: { questions: { id: string; label: Record<string, string> }[] } }).questionnaire;
  questions.splice(questions.findIndex(({ id }) => id === "q10"), 1);
  for (const { answers } of other.survey.sheets) delete answers?.q10;
  questions.find(({ id }) => id === "q9")!.label.it = "Come siete collegati?";
  (other.survey.head as unknown as { parts: unknown }).parts = { questionnaire: { n: 1, at: "2026-11-20T10:00:00.000Z", by: "altrove1" } };
  const dryRun = await choose(page, asFile("altro.json", other));
  const form = dryRun.locator("[data-form]");
  await expect(dryRun).toContainText("Il questionario è diverso");
  await expect(dryRun).toContainText("Come siete collegati?");
  await expect(dryRun).toContainText("Domanda 10");
  await expect(dryRun.locator("[data-confirm]")).toBeDisabled();
  await accessibleAtAllWidths(page);
  await form.locator("input[value=theirs]").check();
  await expect(dryRun).toContainText("resta");
  await confirm(page);
  await visit(page, "sheets/EC");
  await expect(question(page, "q9")).toContainText("Come siete collegati?");
  await expect(question(page, "q10")).toHaveCount(0);
});

/// Drags files over the page and drops them, as the browser tells of it. Says
/// whether the page keeps the browser from opening them.
async function drop(page: Page, files: { name: string; text: string }[], onto = "main") {
  return page.locator(onto).first().evaluate((target, files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name));
    const send = (kind: string) => {
      const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    send("dragenter");
    const isKept = send("dragover");
    return new Promise<boolean>((resolve) =>
      requestAnimationFrame(() => {
        const shown = document.querySelector("[data-drop-here]") !== null;
        document.documentElement.dataset.dropShown = shown ? "1" : "0";
        resolve(isKept && send("drop"));
      }),
    );
  }, files);
}

test("files can be dropped anywhere on the page, and never take the person away from it", async ({ page }) => {
  const original = await startWithExport(page);
  const text = JSON.stringify(changedElsewhere(original, { "3": "loro" }));
  for (const go of [() => visit(page, "exchange"), () => home(page)]) {
    await go();
    await expect(page.locator("input[data-import]")).toBeAttached();
    expect(await drop(page, [{ name: "loro.txt", text }])).toBe(true);
    await expect(page.locator("html")).toHaveAttribute("data-drop-shown", "1");
    await expect(page.locator("[data-drop-here]")).toHaveCount(0);
    await expect(page.locator("[data-dry-run]")).toContainText("loro.txt");
    await expect(page.getByRole("heading", { name: "Che cosa succederebbe" })).toBeFocused();
  }
  // Elsewhere nothing happens, and the page stays.
  await visit(page, "sheets/3");
  expect(await drop(page, [{ name: "loro.txt", text }])).toBe(true);
  await expect(page.locator("[data-dry-run]")).toHaveCount(0);
});

/// Pastes as the browser tells of it.
async function paste(page: Page, onto: string, text: string) {
  await page.locator(onto).first().evaluate((target, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
  }, text);
}

test("a text can be pasted, with or without a field", async ({ page }) => {
  const original = await startWithExport(page);
  const text = JSON.stringify(changedElsewhere(original, { "3": "loro" }));
  await visit(page, "exchange");
  await paste(page, "main", text);
  await expect(page.locator("[data-dry-run]")).toContainText("Testo incollato");
  await page.locator("[data-dry-run]").getByRole("button", { name: "Annulla" }).click();
  await page.locator("[data-paste] summary").click();
  const field = page.getByLabel("Il contenuto di un file di Rilievo, o il link di un invito");
  // What is pasted into a field is the field's.
  await paste(page, "[data-paste] textarea", text);
  await expect(page.locator("[data-dry-run]")).toHaveCount(0);
  await field.fill(text);
  await accessibleAtAllWidths(page);
  await page.getByRole("button", { name: "Leggi" }).click();
  await expect(page.locator("[data-dry-run]")).toContainText("Testo incollato");
  await field.fill("appunti miei");
  await page.getByRole("button", { name: "Leggi" }).click();
  await expect(page.locator("[data-refusal=not-json]")).toBeVisible();
  // A link leads to what it carries.
  await paste(page, "main", " https://rilievo.example/some/folder/#/open/abc\n");
  await expect(page).toHaveURL(/#\/open\/abc$/);
  // Also where a mail program has broken its line.
  await paste(page, "main", "https://rilievo.example/some/folder/#/open/ab\n  cd\n");
  await expect(page).toHaveURL(/#\/open\/abcd$/);
});

test("hostile names and texts are shown as what they are", async ({ page }) => {
  const original = await startWithExport(page);
  const hostile = changedElsewhere(original, { "3": "<img src=x onerror=alert(1)>", "2": "javascript:alert(1)" });
  hostile.survey.head.id = "ostile";
  hostile.survey.head.title = `<b>${"x".repeat(100_000)}`;
  const changed = changedElsewhere(original, { "3": "<img src=x onerror=alert(1)>", "2": "javascript:alert(1)" });
  await visit(page, "exchange");
  const dryRun = await choose(page, [asFile("scheda\u202Enosj.exe", hostile), asFile("loro.json", changed)]);
  await expect(dryRun.locator("bdi").first()).toHaveText("scheda\uFFFDnosj.exe");
  await expect(dryRun.locator(".survey-name").first()).toContainText("<b>xxx");
  expect((await dryRun.locator(".survey-name").first().textContent())!.length).toBeLessThan(200);
  await dryRun.getByText("Vedi le 2 voci che cambierebbero").click();
  const summaries = dryRun.locator("[data-changes] details summary");
  await expect(summaries.first()).toBeVisible();
  for (const summary of await summaries.all()) await summary.click();
  await expect(dryRun).toContainText("<img src=x onerror=alert(1)>");
  await expect(dryRun).toContainText("javascript:alert(1)");
  await expect(dryRun.locator("img, a[href^=javascript]")).toHaveCount(0);
  await accessibleAtAllWidths(page);
  await page.locator("[data-confirm]").click();
  await expect(page.getByText("Importazione riuscita")).toBeVisible();
  await visit(page, "sheets/3");
  await expect(question(page, "q9").getByRole("textbox").first()).toHaveValue("<img src=x onerror=alert(1)>");
  await page.goto("#/s/ostile/overview");
  await expect(page.locator("[data-tile=bodies]")).toBeVisible();
  await expect(page.locator("main b, a[href^=javascript]")).toHaveCount(0);
});

test("an import by keyboard alone", async ({ page }) => {
  const before = await startWithExport(page);
  await write(page, { EC: "mia", "3": "mia" });
  await visit(page, "exchange");
  await page.locator("[data-import]").focus();
  await choose(page, asFile("loro.json", changedElsewhere(before, { EC: "loro", "3": "loro" })));
  await expect(page.getByRole("heading", { name: "Che cosa succederebbe" })).toBeFocused();
  // One choice of each group is reached by Tab, the others by the arrows.
  const first = conflict(page, "answer/EC/q9");
  await tabTo(page, first.locator("input[value=mine]"));
  await page.keyboard.press("Space");
  await expect(first.locator("input[value=mine]")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(first.locator("input[value=theirs]")).toBeChecked();
  await expect(first.locator("input[value=theirs]")).toBeFocused();
  const next = page.getByRole("button", { name: "Vai alla prossima scelta" });
  await tabTo(page, next);
  await page.keyboard.press("Enter");
  await expect(conflict(page, "answer/3/q9").locator("input[value=mine]")).toBeFocused();
  await page.keyboard.press("Space");
  await tabTo(page, page.locator("[data-confirm]"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Importazione riuscita")).toBeVisible();
  await expect(page.locator("main")).toBeFocused();
});
