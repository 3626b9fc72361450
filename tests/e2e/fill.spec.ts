// A sheet is filled in: step by step or all on one page, with the keyboard
// alone; and a sheet that nobody changes stays as it is.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import {
  accessible,
  accessibleAtAllWidths,
  assisted,
  type Bundle,
  EXAMPLE,
  exported,
  open,
  openExample,
  question,
  saved,
  tabTo,
  visit,
} from "./steps";
import { expect, test } from "./watched";

const STEPS = ["A", "B", "C", "D", "E"];
const RECEIVED = ["EC", "2", "3", "4", "5", "6", "7", "8", "9"];

const byStep = (page: Page) => page.getByRole("button", { name: "Una dimensione alla volta" });
const together = (page: Page) => page.getByRole("button", { name: "Tutte insieme" });
const stepButton = (page: Page, title: string | RegExp) => page.getByRole("navigation", { name: "Dimensioni della scheda" }).getByRole("button", { name: title });
const section = (page: Page, step: string) => page.locator(step === "contacts" ? "#contacts" : `#dimension-${step}`);

/// Goes on with Tab to `target` and presses a key there.
async function press(page: Page, target: Locator, key: string) {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/// Goes on with Tab to `target` and types.
async function type(page: Page, target: Locator, text: string) {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/// The step is the only one in sight, the keyboard is at its beginning, the
/// address and the step list say so.
async function isAt(page: Page, step: string) {
  await expect(section(page, step)).toBeFocused();
  await expect(page.locator(".dimension:visible")).toHaveCount(1);
  const name = step === "contacts" ? "~contacts" : step;
  await expect(page).toHaveURL(new RegExp(`step=${name}$`));
  await expect(page.locator(".step[aria-current=step]")).toHaveCount(1);
  await expect(page.locator(".step[aria-current=step] .code")).toHaveText(step === "contacts" ? "@" : step);
}

test("one sheet is filled in step by step with the keyboard alone", async ({ page }) => {
  test.setTimeout(300_000);
  // Tab, Space, Enter, arrows and letters: nothing else touches the page.
  const next = () => press(page, page.getByRole("button", { name: "Avanti" }), "Enter");
  const field = (id: string) => question(page, id).getByRole("textbox").first();
  const choice = (id: string, option: string) => question(page, id).locator(`input[value="${option}"]`);
  const state = (id: string, state: string) => expect(question(page, id)).toHaveAttribute("data-effective", state);
  const declare = async (id: string, code: string) => {
    await press(page, question(page, id).locator(`[data-declare="${code}"]`), "Space");
    await state(id, code);
  };

  await open(page);
  await press(page, page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }), "Enter");
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  await press(page, page.locator('[data-partner="1"]').getByRole("link"), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Regione Veneto/);
  await assisted(page);
  await expect(page.locator("main [data-missing]")).toHaveAttribute("data-missing", "23");

  // The sheet came on paper: what cannot be read can be marked.
  await press(page, page.getByRole("checkbox", { name: "Scheda trascritta da carta" }), "Space");
  await press(page, byStep(page), "Space");
  await expect(byStep(page)).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".dimension:visible")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Indietro" })).toBeHidden();

  // A. Every state; a qualifier, a comment, an evidence.
  await press(page, choice("q1", "si"), "Space");
  await press(page, choice("q2", "interno"), "Space");
  await type(page, question(page, "q2").getByLabel("Precisazione per interno"), "50%");
  await press(page, choice("q2", "esterno"), "Space");
  await declare("q3", "unclear");
  await declare("q4", "declined");
  await type(page, field("q5"), "PostgreSQL, Oracle");
  await declare("q6", "not_applicable");
  await declare("q7", "unknown");
  await type(page, field("q8"), "incrementale, ogni notte");
  await press(page, question(page, "q8").getByText("Aggiungi un commento"), "Enter");
  // Who opens the field is in it.
  await expect(question(page, "q8").getByLabel("Commento")).toBeFocused();
  await page.keyboard.type("Da confermare con il CED");
  await type(page, field("q9"), "SPC");
  await press(page, question(page, "q9").getByText("Aggiungi un riscontro"), "Enter");
  await expect(question(page, "q9").getByLabel("Riscontro")).toBeFocused();
  await page.keyboard.type("contratto (https://www.example.org/spc)");
  const evidence = question(page, "q9").getByRole("link", { name: "https://www.example.org/spc" });
  await expect(evidence).toHaveAttribute("href", "https://www.example.org/spc");
  await expect(evidence).toHaveAttribute("rel", "noopener noreferrer");
  await type(page, field("q10"), "non so");
  await state("q10", "unknown");
  await expect(stepButton(page, /^A /)).toContainText("completa");
  await expect(stepButton(page, /^A /)).toContainText("5/10");
  await expect(stepButton(page, /^B /)).not.toContainText("completa");

  // B. An arrow key changes a choice of two.
  await next();
  await isAt(page, "B");
  await press(page, choice("q11", "si"), "Space");
  await page.keyboard.press("ArrowRight");
  await expect(choice("q11", "no")).toBeChecked();
  await press(page, choice("q12", "ente"), "Space");
  await press(page, choice("q13", "si"), "Space");
  await type(page, field("q14"), "MyPay");

  // C. Follow-ups come with their reason, and say what is still open.
  await next();
  await isAt(page, "C");
  await expect(question(page, "q16")).toContainText("Si compila quando la risposta è «esterno» alla domanda 15");
  await press(page, choice("q15", "esterno"), "Space");
  await expect(question(page, "q16")).toContainText("Richiesta perché la risposta è «esterno» alla domanda 15.");
  await expect(question(page, "q16").getByRole("status")).toContainText("Qui si aspetta una precisazione");
  await type(page, field("q16"), "ARIA S.p.A.");
  await expect(question(page, "q16").getByRole("status")).toBeEmpty();
  // The reason goes and comes back; the answer stays.
  await tabBackTo(page, choice("q15", "esterno"));
  await page.keyboard.press("Space");
  await tabBackTo(page, choice("q15", "interno"));
  await page.keyboard.press("Space");
  await state("q16", "off-condition");
  await expect(question(page, "q16")).toContainText("Risposta fuori condizione");
  await press(page, choice("q15", "esterno"), "Space");
  await state("q16", "given");
  await press(page, choice("q17", "si"), "Space");
  await type(page, field("q18"), "Ragioneria");

  // D. What is not asked is no part of what is missing.
  await next();
  await isAt(page, "D");
  await press(page, choice("q19", "si"), "Space");
  await press(page, choice("q20", "si"), "Space");
  await page.keyboard.press("ArrowRight");
  await state("q21", "not_asked");
  await expect(question(page, "q21")).toContainText("Non richiesta");

  // E. Half an address is kept, and mended on demand.
  await next();
  await isAt(page, "E");
  await press(page, choice("q24", "si"), "Space");
  await type(page, field("q25"), "www.example.org/norme");
  await press(page, page.getByRole("button", { name: "Scrivi https://www.example.org/norme" }), "Enter");
  await expect(field("q25")).toHaveValue("https://www.example.org/norme");
  await expect(field("q25")).toBeFocused();
  await expect(question(page, "q25").getByRole("status")).toBeEmpty();

  // The contacts end the sheet. A mailbox of a person is remarked, not refused.
  await next();
  await isAt(page, "contacts");
  const contact = (id: string) => page.locator(`[data-contact="${id}"]`);
  await type(page, contact("ict").getByRole("textbox"), "anna.rossi@example.org");
  await expect(contact("ict").getByRole("status")).toContainText("sembra la casella di una persona");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("ufficio.ict@example");
  await expect(contact("ict").getByRole("status")).toContainText("non è un indirizzo di posta completo");
  await page.keyboard.type(".org");
  await expect(contact("ict").getByRole("status")).toBeEmpty();
  await type(page, contact("payments").getByRole("textbox"), "pagamenti@example.org");

  await expect(page.getByRole("button", { name: "Avanti" })).toBeHidden();
  await expect(page.locator("main [data-missing]")).toHaveAttribute("data-missing", "0");
  await expect(page.getByText("Tutte le domande hanno una risposta.")).toBeVisible();
  await expect(page.locator(".step").filter({ hasText: "completa" })).toHaveCount(6);
  await saved(page);
  await accessibleAtAllWidths(page);

  // It is all there, on paper's terms, when the page is opened again.
  await page.reload();
  await isAt(page, "contacts");
  await expect(contact("ict").getByRole("textbox")).toHaveValue("ufficio.ict@example.org");
  await visit(page, "exchange");
  const sheet = (await exported(page)).bundle.survey.sheets.find(({ partner }) => partner === "1")!;
  expect(sheet).toMatchObject({
    status: "draft",
    transcribed: true,
    answers: {
      q2: { state: "given", value: { choices: [{ option: "interno", qualifier: "50%" }, { option: "esterno" }] } },
      q3: { state: "unclear" },
      q4: { state: "declined" },
      q6: { state: "not_applicable" },
      q7: { state: "unknown" },
      q8: { comment: "Da confermare con il CED" },
      q9: { evidence: "contratto (https://www.example.org/spc)" },
      q16: { state: "given", value: { text: "ARIA S.p.A." } },
      q20: { value: { choices: [{ option: "no" }] } },
      q25: { value: { text: "https://www.example.org/norme" } },
    },
  });
});

/// Presses Shift+Tab until the keyboard stands on `target`.
async function tabBackTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Shift+Tab");
  }
  throw new Error(`the keyboard does not get back to ${target}`);
}

test("the address leads to a step, and the way back keeps it", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/3");
  await assisted(page);
  await byStep(page).click();
  await stepButton(page, /^C /).click();
  await isAt(page, "C");
  await page.getByRole("button", { name: "Avanti" }).click();
  await isAt(page, "D");
  await page.getByRole("button", { name: "Indietro" }).click();
  await isAt(page, "C");
  await page.goBack();
  await isAt(page, "D");
  await page.reload();
  await isAt(page, "D");

  // A question brings its step with it.
  await page.goto(`${EXAMPLE}/sheets/3?q=q14`);
  await expect(question(page, "q14").getByRole("textbox").first()).toBeFocused();
  await expect(page.locator(".dimension:visible")).toHaveCount(1);
  await expect(page.locator(".step[aria-current=step] .code")).toHaveText("B");
  await page.goto(`${EXAMPLE}/sheets/EC?q=q14`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Comune di Bari/);
  await expect(question(page, "q14").getByRole("textbox").first()).toBeFocused();
  await expect(page.locator(".step[aria-current=step] .code")).toHaveText("B");

  // The choice is the browser's, and so is its end.
  await together(page).click();
  await expect(page.locator(".dimension:visible")).toHaveCount(6);
  await expect(page.locator(".step[aria-current]")).toHaveCount(0);
  await stepButton(page, /^D /).click();
  await expect(section(page, "D")).toBeFocused();
  await page.reload();
  await expect(page.locator(".dimension:visible")).toHaveCount(6);
});

test("what is missing is one press away, in either view", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/2");
  const missing = page.locator("main [data-missing]");
  await assisted(page);
  const listed = await missing.getByRole("link").count();
  await expect(missing).toHaveAttribute("data-missing", String(listed));
  expect(listed).toBeGreaterThan(1);
  const way = missing.getByRole("link", { name: /^25\. / });
  for (const view of [together, byStep]) {
    await view(page).click();
    // As a person does it: what comes into sight is laid out then, and moves the list.
    await way.scrollIntoViewIfNeeded();
    await way.click();
    await expect(question(page, "q25").getByRole("textbox").first()).toBeFocused();
    // And again, although the address leads there already.
    await way.focus();
    await page.keyboard.press("Enter");
    await expect(question(page, "q25").getByRole("textbox").first()).toBeFocused();
  }
  // Step by step, it is what this step lacks, and how much there is elsewhere.
  await expect(missing.getByRole("link")).toHaveCount(1);
  await expect(missing).toContainText("nelle altre dimensioni");
  await page.keyboard.type("Delibera 12");
  await expect(way).toHaveCount(0);
  await expect(missing).toContainText("In questa dimensione hai risposto a tutto.");
  await expect(missing).toHaveAttribute("data-missing", String(listed - 1));
  await expect(question(page, "q25").getByRole("status")).toContainText("Non sembra un indirizzo web");
  await page.getByRole("button", { name: `${listed - 1} da completare` }).click();
  await expect(page.locator("#what-is-missing")).toBeFocused();
});

test("an answer that is not asked for any more can be taken away", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/7");
  const company = question(page, "q16");
  await expect(company).toHaveAttribute("data-effective", "off-condition");
  await company.getByRole("button", { name: "Togli la risposta" }).click();
  await expect(company).toHaveAttribute("data-effective", "not_asked");
  await expect(company).toBeFocused();
  await expect(company.getByRole("textbox").first()).toHaveValue("");
  await expect(company).toContainText("Non richiesta: si compila quando la risposta è «esterno» alla domanda 15.");
  await saved(page);
});

test("a click below a follow-up that nobody asks for is heard", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/7");
  await assisted(page);
  await byStep(page).click();
  await stepButton(page, /^C /).click();
  const company = question(page, "q16");
  await company.getByRole("button", { name: "Togli la risposta" }).click();
  await expect(company).toHaveAttribute("data-effective", "not_asked");
  await company.getByRole("textbox").first().focus();
  // One press and one release of the mouse, at the same place.
  const next = page.getByRole("button", { name: "Avanti" });
  await next.scrollIntoViewIfNeeded();
  const box = (await next.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 50 });
  await isAt(page, "D");
});

test("screen and paper agree on a choice that a state has replaced", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  const one = question(page, "q11");
  const chosen = one.locator("input:checked");
  await expect(chosen).toHaveValue("no");
  const unknown = one.locator('[data-declare="unknown"]');
  await unknown.click();
  await expect(chosen).toHaveCount(0);
  // It is kept, and comes back.
  await unknown.click();
  await expect(chosen).toHaveValue("no");
});

test("an approved sheet cannot be written on, and says what to do", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/9");
  await assisted(page);
  const field = question(page, "q9").getByRole("textbox").first();
  await expect(field).toBeEnabled();
  await page.locator('[data-become="approved"]').click();
  await expect(page.getByText("Questa scheda è approvata e non si può modificare.")).toBeVisible();
  await expect(field).toBeDisabled();
  const open = await page.locator("main :is([data-question], [data-contact]) fieldset :is(input, textarea, button):enabled").count();
  expect(open, "fields that take something in").toBe(0);
  await expect(page.getByRole("heading", { name: "Da completare" })).toHaveCount(0);
  await accessible(page);
  await page.reload();
  await expect(field).toBeDisabled();
});

for (const [view, choose] of [["all together", together], ["step by step", byStep]] as const) {
  test(`the nine real sheets pass through the form unchanged, ${view}`, async ({ page }) => {
    test.setTimeout(240_000);
    await openExample(page);
    for (const [at, partner] of RECEIVED.entries()) {
      await visit(page, `sheets/${partner}`);
      await assisted(page);
      if (at === 0) await choose(page).click();
      const rounds = choose === byStep ? STEPS.concat("contacts") : ["all"];
      const seen = new Set<string>();
      for (const step of rounds) {
        if (step !== "all") {
          await stepButton(page, step === "contacts" ? /Contatti/ : new RegExp(`^${step} `)).focus();
          await page.keyboard.press("Enter");
          await expect(section(page, step)).toBeVisible();
        }
        await section(page, step === "all" ? "A" : step).focus();
        // On the first sheet by Tab; the others have the same fields.
        for (const id of await (at === 0 ? throughFields(page) : visitFields(page))) seen.add(id);
      }
      // Every question and contact had the keyboard on its field.
      expect(seen.size, `fields of sheet ${partner}`).toBe(25);
    }
    await saved(page);
    if (choose === byStep) await accessibleAtAllWidths(page);
    await visit(page, "exchange");
    const { bundle } = await exported(page);
    const original: Bundle = JSON.parse(await readFile("public/examples/payflowpa-a21.json", "utf8"));
    expect(bundle.survey).toEqual(original.survey);
    expect(bundle.fingerprint).toBe(original.fingerprint);
  });
}

/// Presses Tab until the keyboard has left the fields; gives the questions and
/// contacts whose field had it.
async function throughFields(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const seen: string[] = [];
    (window as unknown as { seen: string[] }).seen = seen;
    document.addEventListener("focusin", ({ target }) => {
      const field = (target as Element).closest("input, textarea")?.closest<HTMLElement>("[data-question], [data-contact]");
      if (field) seen.push(field.dataset.question ?? field.dataset.contact!);
    });
  });
  const inside = () => page.evaluate(() => document.activeElement?.closest(".dimension") !== null);
  let rounds = 0;
  do for (let presses = 0; presses < 20; presses++) await page.keyboard.press("Tab");
  while (++rounds < 50 && (await inside()));
  return page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

/// Every field in sight has the keyboard and loses it; gives the questions and
/// contacts that they belong to.
async function visitFields(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>(".dimension :is(input, textarea)")];
    const seen = all.filter((one) => one.checkVisibility()).map((field) => {
      field.focus();
      field.blur();
      const place = field.closest<HTMLElement>("[data-question], [data-contact]")!;
      return place.dataset.question ?? place.dataset.contact!;
    });
    return seen;
  });
}

/// What a screen reader is told of a sheet. After a change that is meant, write
/// it anew with `UPDATE_GOLDENS=1` and look at what changed.
test("a screen reader is told what the sheet asks and what stands on it", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/7");
  await assisted(page);
  await accessibleAtAllWidths(page);
  const told = `${await page.locator("main").ariaSnapshot()}\n`;
  const golden = "tests/golden/form/sheet.yml";
  if (process.env.UPDATE_GOLDENS === "1") {
    await mkdir("tests/golden/form", { recursive: true });
    await writeFile(golden, told);
  }
  expect(told).toBe(await readFile(golden, "utf8"));
});
