// Somebody opens a sheet, reads it, changes it, and finds every change again.
import type { Locator, Page } from "@playwright/test";
import {
  accessible,
  assisted,
  elsewhere,
  EXAMPLE,
  exported,
  home,
  open,
  openExample,
  question,
  records,
  saved,
  speak,
  visit,
  watchSaving,
  WIDTHS,
} from "./steps";
import { expect, test } from "./watched";

/// Everything but 22 and 23, which repeat 20 and 21.
const ASKED = [...Array(21).keys()].map((i) => `q${i + 1}`).concat("q24", "q25");

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("a sheet shows every question once, in order, and the contacts", async ({ page }) => {
      await openExample(page);
      await page.locator('[data-partner="EC"]').getByRole("link", { name: "Comune di Bari" }).click();
      await expect(page).toHaveURL(new RegExp(`${EXAMPLE}/sheets/EC$`));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Comune di Bari/);

      const shown = (mark: string) => page.locator(`[${mark}]`).evaluateAll((all, mark) => all.map((one) => one.getAttribute(mark)), mark);
      await expect(page.locator("#contacts")).toBeVisible();
      expect(await shown("data-question")).toEqual(ASKED);
      expect(await shown("data-contact")).toEqual(["ict", "payments"]);
      await expect(question(page, "q20")).toContainText("La domanda 22 del questionario ripete questa");
      await expect(question(page, "q21")).toContainText("La domanda 23 del questionario ripete questa");
      await accessible(page);
    });
  });
}

/// What a person sees of an answer: the state that stands beside it, with its
/// look, and what is ticked.
async function seen(page: Page, id: string) {
  return question(page, id).evaluate((one) => {
    // The place of a badge that went is kept, and nobody sees it.
    const badges = [...one.querySelectorAll(".badge, [data-declare][aria-pressed=true]")];
    const badge = badges.find((badge) => getComputedStyle(badge).visibility === "visible") ?? null;
    const look = badge && getComputedStyle(badge);
    const inputs = [...one.querySelectorAll<HTMLInputElement>("input, textarea")];
    return {
      badge: badge && [badge.textContent, look!.color, look!.backgroundColor, look!.borderStyle].join(" | "),
      ticked: inputs.filter((input) => input.checked).map((input) => input.value),
    };
  });
}

test("unclear, blank and no are told apart", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  const [unclear, blank, no] = await Promise.all(["q1", "q14", "q11"].map((id) => seen(page, id)));
  expect(unclear.badge).toContain("Non leggibile");
  expect(unclear.ticked).toEqual([]);
  expect(blank.badge).toContain("Vuota");
  expect(blank.ticked).toEqual([]);
  expect(no).toEqual({ badge: null, ticked: ["no"] });
  // By words and by look.
  expect(unclear.badge!.split(" | ").slice(1)).not.toEqual(blank.badge!.split(" | ").slice(1));

  await visit(page, "sheets/5");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Regione Puglia/);
  expect((await seen(page, "q1")).badge).toBe(unclear.badge);
});

test("every kind of edit is saved by itself and is there after a reload", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/9");
  const savings = await watchSaving(page);
  const q = (id: string) => question(page, id);

  // A choice, another choice with a qualifier, a text, a comment, "Non so",
  // and a contact.
  await q("q4").getByRole("radio", { name: "SI" }).check();
  await q("q2").getByRole("checkbox", { name: "in house" }).check();
  await q("q2").getByLabel("Precisazione per in house").fill("60%, riuso");
  await q("q8").getByRole("textbox").first().fill("incrementale, ogni notte\ncopia a Bari");
  await q("q10").getByText("Aggiungi un commento").click();
  await q("q10").getByLabel("Commento").fill("Da confermare: “dislocate” dove?");
  await q("q13").locator('[data-declare="unknown"]').click();
  await page.locator('[data-contact="payments"]').getByRole("textbox").fill("pagamenti@cittametropolitana.ba.it");

  await expect.poll(savings).toEqual(expect.arrayContaining(["0", "1"]));
  expect((await savings())[0]).toBe("0");
  await saved(page);
  await accessible(page);

  const everything = async () => {
    await expect(q("q4").locator("input:checked")).toHaveValue("si");
    await expect(q("q2").locator('input[value="in_house"]')).toBeChecked();
    await expect(q("q2").locator('input[value="esterno"]')).toBeChecked();
    await expect(q("q2").locator("input[type=text]").nth(1)).toHaveValue("60%, riuso");
    await expect(q("q8").locator("textarea").first()).toHaveValue("incrementale, ogni notte\ncopia a Bari");
    await expect(q("q10").locator("details textarea")).toHaveValue("Da confermare: “dislocate” dove?");
    await expect(q("q13")).toHaveAttribute("data-effective", "unknown");
    await expect(q("q13").locator('[data-declare="unknown"]')).toHaveAttribute("aria-pressed", "true");
    await expect(page.locator('[data-contact="payments"]').getByRole("textbox")).toHaveValue("pagamenti@cittametropolitana.ba.it");
  };
  await page.reload();
  await everything();
  await expect(q("q13").getByRole("button", { name: "Non so" })).toHaveAttribute("aria-pressed", "true");
  await expect(q("q10").getByLabel("Commento")).toBeVisible();

  // Another language shows the same answers, and so does coming back to this.
  await speak(page, "English");
  await everything();
  await expect(q("q13").getByRole("button", { name: "Do not know" })).toHaveAttribute("aria-pressed", "true");
  await accessible(page);
  await speak(page, "Italiano");
  await everything();
});

test("a language chosen while typing loses nothing", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/9");
  await question(page, "q9").getByRole("textbox").fill("Fastweb, e una linea di riserva");
  await speak(page, "English");
  await expect(question(page, "q9").getByRole("textbox")).toHaveValue("Fastweb, e una linea di riserva");
  await saved(page);
  await speak(page, "Italiano");
  await page.reload();
  await expect(question(page, "q9").getByRole("textbox")).toHaveValue("Fastweb, e una linea di riserva");
});

test("changing one's mind costs nothing", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/8");
  const q = question(page, "q15");
  const beside = (label: string) => q.getByLabel(`Precisazione per ${label}`);
  await expect(beside("interno")).toHaveValue("50%");

  // "Non so" and back: the choices are as they were.
  await q.locator('[data-declare="unknown"]').click();
  await expect(q).toHaveAttribute("data-effective", "unknown");
  await q.locator('[data-declare="unknown"]').click();
  await expect(q).toHaveAttribute("data-effective", "given");
  await expect(q.getByRole("checkbox", { name: "esterno" })).toBeChecked();

  // Unticked and ticked again, with what stood beside it.
  await q.getByRole("checkbox", { name: "interno" }).uncheck();
  await expect(beside("interno")).toBeHidden();
  await q.getByRole("checkbox", { name: "interno" }).check();
  await expect(beside("interno")).toHaveValue("50%");
  await saved(page);
  await page.reload();
  await expect(beside("interno")).toHaveValue("50%");
  await visit(page, "exchange");
  const sheet = (await exported(page)).bundle.survey.sheets.find(({ partner }) => partner === "8")!;
  expect(sheet.answers.q15.value).toMatchObject({
    choices: [
      { option: "interno", qualifier: "50%" },
      { option: "esterno", qualifier: "50%" },
    ],
  });
});

test("a follow-up follows the answer that it hangs on", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/4");
  const outside = question(page, "q15").getByRole("checkbox", { name: "esterno" });
  const company = question(page, "q16");
  const is = (state: string) => expect(company).toHaveAttribute("data-effective", state);
  await is("not_asked");
  await expect(company).toContainText("Non richiesta: si compila quando la risposta è «esterno» alla domanda 15.");

  await outside.check();
  await is("blank");
  await expect(company).toContainText("Richiesta perché la risposta è «esterno» alla domanda 15.");
  await company.getByRole("textbox").first().fill("ARIA S.p.A.");
  await is("given");

  // The answer is kept where it is not called for any more, and comes back.
  await outside.uncheck();
  await is("off-condition");
  await expect(company).toContainText("Risposta fuori condizione");
  await expect(company.getByRole("textbox").first()).toHaveValue("ARIA S.p.A.");
  await saved(page);
  await accessible(page);
  await page.reload();
  await is("off-condition");
  await assisted(page);
  await outside.check();
  await is("given");
  await outside.uncheck();
  await company.getByRole("textbox").first().fill("");
  await is("not_asked");
});

/// Types into a field and, within the same instant, does what a browser does
/// when the page goes; gives the records that are then in storage.
function typeAndLeave(field: Locator, text: string, parting: string): Promise<Record<string, string>> {
  return field.evaluate(
    (element, { text, parting }) => {
      const area = element as HTMLTextAreaElement;
      area.value = text;
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
      (parting === "visibilitychange" ? document : window).dispatchEvent(new Event(parting, { bubbles: true }));
      return { ...localStorage };
    },
    { text, parting },
  );
}

/// The example's sheet 2 as another browser shows it that has these records
/// says this on question 9.
async function holds(page: Page, kept: Record<string, string>, text: string) {
  const other = await elsewhere(page, kept);
  await open(other, `${EXAMPLE}/sheets/2`);
  await expect(question(other, "q9").getByRole("textbox").first()).toHaveValue(text);
  await other.context().close();
}

test("what is typed in the last instant is kept", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/2");
  const field = question(page, "q9").getByRole("textbox").first();
  await holds(page, await typeAndLeave(field, "nascosta", "visibilitychange"), "nascosta");
  await holds(page, await typeAndLeave(field, "lasciata", "pagehide"), "lasciata");

  // And for real: type and reload at once; type and leave at once.
  await field.fill("ricaricata");
  await page.reload();
  await expect(field).toHaveValue("ricaricata");
  await field.fill("abbandonata");
  await page.goto("about:blank");
  await open(page, `${EXAMPLE}/sheets/2`);
  await expect(field).toHaveValue("abbandonata");
  // Going to another page of the app is no loss either.
  await field.fill("altra pagina");
  await home(page);
  await holds(page, await records(page), "altra pagina");
});

/// From here on frames come when the journey says so.
async function holdFrames(page: Page) {
  await page.evaluate(() => {
    const waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => waiting.push(callback);
    Object.assign(window, { frame: () => waiting.splice(0).forEach((callback) => callback(performance.now())) });
  });
}

const frame = (page: Page) => page.evaluate(() => (window as unknown as { frame: () => void }).frame());

/// A sheet whose first frame is still to come, and a field of it that is in sight.
async function beforeTheFirstFrame(page: Page): Promise<Locator> {
  await openExample(page);
  await holdFrames(page);
  await page.goto(`${EXAMPLE}/sheets/2`);
  const choice = question(page, "q2").locator(".choice").last();
  await choice.getByRole("checkbox").check();
  return choice.getByRole("textbox");
}

test("who is in a field before the first frame of its page types into that field", async ({ page }) => {
  const field = await beforeTheFirstFrame(page);
  await field.focus();
  await frame(page);
  await page.keyboard.insertText("SPC");
  await expect(field).toHaveValue("SPC");
  await saved(page);
  await page.reload();
  await expect(field).toHaveValue("SPC");
});

test("what is in sight can be filled in before the rest is there, and that changes nothing in it", async ({ page }) => {
  const field = await beforeTheFirstFrame(page);
  await field.pressSequentially("SPC");
  await expect(page.locator("[data-question]")).toHaveCount(4);
  const before = await field.boundingBox();
  await frame(page);
  await expect(page.locator("#contacts")).toBeAttached();
  await expect(page.locator("[data-question]")).toHaveCount(ASKED.length);
  await expect(field).toBeFocused();
  expect(await field.boundingBox()).toEqual(before);
  await page.keyboard.insertText(" 2");
  await expect(field).toHaveValue("SPC 2");
  await saved(page);
});

test("a sheet that is opened at a question has all before it at once", async ({ page }) => {
  await openExample(page);
  await holdFrames(page);
  await page.goto(`${EXAMPLE}/sheets/2?q=q16`);
  await expect(question(page, "q16")).toBeVisible();
  await expect(question(page, "q11")).toBeVisible();
  await expect(question(page, "q19")).toHaveCount(0);
  await frame(page);
  await expect(question(page, "q16").getByRole("textbox").first()).toBeFocused();
  await expect(page.locator("#contacts")).toBeVisible();
  await expect(question(page, "q16").getByRole("textbox").first()).toBeFocused();
});
