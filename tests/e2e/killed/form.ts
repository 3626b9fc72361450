// The form of a sheet: what it shows, what is typed into it, and when the page
// says that this is saved.
import type { Page } from "@playwright/test";
import { EXAMPLE } from "../steps";
import type { Chance } from "./chance";
import type { Form, Ledger, Shown } from "./ledger";

/// How a question is answered.
interface Field {
  question: string;
  kind: "text" | "single" | "multiple";
  options: string[];
}

/// What the page tells the test.
type Report = { typed: Edit } | { settled: Edit } | { saved: true };

interface Edit {
  sheet: string;
  question: string;
  shown: Shown;
}

interface Watched extends Window {
  rilievoReport(report: Report): void;
  rilievoForm(): { sheet: string; form: Form };
}

/// Runs in the page, before the app. Reports every edit as the form shows it,
/// and every moment in which the page comes to say that all is saved.
function watch() {
  const page = window as unknown as Watched;
  const shown = (question: Element): Shown => {
    const chosen = [...question.querySelectorAll<HTMLInputElement>(".choice input:checked")].map((input) => {
      const beside = input.closest(".choice")!.querySelector<HTMLInputElement>(".qualifier");
      return { option: input.value, beside: beside?.value ?? "" };
    });
    // The note of who transcribed the sheet is a field only once its part is here.
    const fields = "textarea:not(.below textarea), input[type=text]:not(.qualifier), input[type=date]";
    const typed = [...question.querySelectorAll<HTMLInputElement>(fields)].map((field) => field.value);
    const declared = question.querySelector<HTMLElement>('[data-declare][aria-pressed="true"]')?.dataset.declare;
    return JSON.stringify({ chosen, typed, declared });
  };
  const sheet = () => document.querySelector("h1 .code")?.textContent ?? "";
  page.rilievoForm = () => {
    const questions = [...document.querySelectorAll<HTMLElement>("[data-question]")];
    return { sheet: sheet(), form: Object.fromEntries(questions.map((q) => [q.dataset.question!, shown(q)])) };
  };

  // Not `change`: a field tells it of its text when it is left, which may be
  // when another sheet is on the page.
  let edits = 0;
  const edited = (event: Event) => {
    const question = (event.target as Element).closest<HTMLElement>("[data-question]");
    if (!question) return;
    const edit = { sheet: sheet(), question: question.dataset.question!, shown: shown(question) };
    edits += 1;
    page.rilievoReport({ typed: edit });
    // The app may answer the edit: whoever chooses takes "not legible" back.
    setTimeout(() => {
      const now = shown(question);
      if (question.isConnected && now !== edit.shown) page.rilievoReport({ settled: { ...edit, shown: now } });
    });
  };
  addEventListener("input", edited, true);
  // The document, because its root is not there yet. A page in which nobody has
  // edited says nothing about the edits of the page before.
  new MutationObserver(() => {
    if (edits > 0 && document.documentElement.dataset.saved === "1") page.rilievoReport({ saved: true });
  }).observe(document, { subtree: true, attributeFilter: ["data-saved"] });
}

/// The example's form in one page, whose edits go into an account.
export class SheetForm {
  #fields: Field[] = [];
  #waiting: (() => void)[] = [];
  #heard?: Ledger;

  private constructor(
    readonly page: Page,
    readonly chance: Chance,
  ) {}

  /// Prepares a page that shows nothing yet.
  static async in(page: Page, chance: Chance): Promise<SheetForm> {
    const form = new SheetForm(page, chance);
    await page.exposeBinding("rilievoReport", (_, report: Report) => form.#hear(report));
    await page.addInitScript(watch);
    return form;
  }

  /// From here on edits go into this account.
  account(ledger: Ledger) {
    this.#heard = ledger;
  }

  /// Goes to a sheet.
  async visit(sheet: string) {
    await this.page.evaluate((address) => location.assign(address), `${EXAMPLE}/sheets/${sheet}`);
    await this.page.locator("h1 .code").getByText(sheet, { exact: true }).waitFor();
    await this.whole();
  }

  /// Comes back when all of the sheet is there: the contacts are the last of it.
  async whole() {
    await this.page.locator("#contacts").waitFor();
  }

  /// What sheets show, one after the other.
  async read(sheets: readonly string[]): Promise<Record<string, Form>> {
    const found: Record<string, Form> = {};
    for (const sheet of sheets) {
      await this.visit(sheet);
      found[sheet] = (await this.shown()).form;
    }
    return found;
  }

  /// What the open sheet shows, and whether the page says that it is saved.
  shown(): Promise<{ sheet: string; form: Form; saved: boolean }> {
    return this.page.evaluate(() => ({
      ...(window as unknown as Watched).rilievoForm(),
      saved: document.documentElement.dataset.saved === "1",
    }));
  }

  /// Gives any answer of the open sheet another value; `text` is one that no
  /// answer has had.
  async edit(text: string) {
    const field = this.chance.of(await this.#known());
    const question = this.page.locator(`[data-question="${field.question}"]`);
    if (field.kind === "text") {
      const area = question.locator("textarea, input[type=text]").first();
      if (this.chance.draw() < 0.5) return area.fill(text);
      return area.pressSequentially(text.slice(0, 8), { delay: this.chance.whole(0, 15) });
    }
    if (field.kind === "single") {
      return question.locator(`input[value="${this.chance.of(field.options)}"]`).check();
    }
    const choice = question.locator(".choice").filter({ has: this.page.locator(`input[value="${this.chance.of(field.options)}"]`) });
    const tick = choice.locator("input[type=checkbox]");
    if (!(await tick.isChecked())) await tick.check();
    else if (this.chance.draw() < 0.5) await tick.uncheck();
    else await choice.locator(".qualifier").fill(text);
  }

  /// Comes back when the page has shown everything typed as saved.
  async saved(): Promise<void> {
    while (this.#heard?.waits()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #known(): Promise<Field[]> {
    if (this.#fields.length > 0) return this.#fields;
    this.#fields = await this.page.locator("[data-question]").evaluateAll((questions) =>
      questions.map((question) => {
        const inputs = [...question.querySelectorAll<HTMLInputElement>(".choice input:not(.qualifier)")];
        const kind = inputs.length === 0 ? "text" : inputs[0].type === "radio" ? "single" : "multiple";
        return { question: (question as HTMLElement).dataset.question!, kind, options: inputs.map((input) => input.value) };
      }),
    );
    return this.#fields;
  }

  #hear(report: Report) {
    if ("typed" in report) {
      const { sheet, question, shown } = report.typed;
      this.#heard?.typed(sheet, question, shown);
      return;
    }
    if ("settled" in report) {
      const { sheet, question, shown } = report.settled;
      this.#heard?.settled(sheet, question, shown);
      return;
    }
    this.#heard?.saved();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
