// What the page promised: which answers stood in the form when it said
// "Salvato", and which were typed since.

/// What a question of the form shows, as one text that can be compared.
export type Shown = string;

/// Of one sheet: question → what it shows.
export type Form = Record<string, Shown>;

interface Entry {
  /// What stood there when the page last said that all is saved.
  promised: Shown;
  /// What stood there since; each may have been kept, none must.
  since: Shown[];
  /// Whether somebody edited it since the browser started.
  edited: boolean;
}

/// An answer that is not what it has to be.
export interface Lost {
  sheet: string;
  question: string;
  promised: Shown;
  since: Shown[];
  found: Shown | undefined;
}

/// Keeps the account of one survey, answer by answer.
export class Ledger {
  #sheets = new Map<string, Map<string, Entry>>();

  /// The survey as it is before anybody edits it.
  constructor(pristine: Record<string, Form>) {
    for (const [sheet, form] of Object.entries(pristine)) {
      const entries = Object.entries(form).map(([question, promised]): [string, Entry] => [question, { promised, since: [], edited: false }]);
      this.#sheets.set(sheet, new Map(entries));
    }
  }

  /// The form shows this since an edit.
  typed(sheet: string, question: string, shown: Shown) {
    const entry = this.#entry(sheet, question);
    entry.since.push(shown);
    entry.edited = true;
  }

  /// The form shows this without another edit: the app has answered the last.
  settled(sheet: string, question: string, shown: Shown) {
    const entry = this.#entry(sheet, question);
    if (entry.since.length > 0) entry.since.push(shown);
    else entry.promised = shown;
  }

  /// The page says that all is saved.
  saved() {
    for (const entry of this.#entries()) {
      entry.promised = entry.since.at(-1) ?? entry.promised;
      entry.since = [];
    }
  }

  /// The page shows this form anew and says that all is saved.
  shownAsSaved(sheet: string, form: Form) {
    for (const [question, entry] of this.#sheets.get(sheet) ?? []) {
      entry.promised = form[question];
      entry.since = [];
    }
  }

  /// Whether something typed was not yet shown as saved.
  waits(): boolean {
    return this.#entries().some((entry) => entry.since.length > 0);
  }

  /// How many answers were edited since the start, and promised.
  promises(): number {
    return this.#entries().filter((entry) => entry.edited && entry.since.length === 0).length;
  }

  /// Sheets on which somebody edited since the start.
  edited(): string[] {
    const any = ([, questions]: [string, Map<string, Entry>]) => [...questions.values()].some((entry) => entry.edited);
    return [...this.#sheets].filter(any).map(([sheet]) => sheet);
  }

  /// Holds what a browser shows after its restart against the account. From
  /// here on what it shows is what it has promised.
  compare(found: Record<string, Form>): { checked: number; lost: Lost[] } {
    const lost: Lost[] = [];
    let checked = 0;
    for (const [sheet, form] of Object.entries(found)) {
      for (const [question, entry] of this.#sheets.get(sheet) ?? []) {
        const { promised, since } = entry;
        const shown = form[question];
        checked += 1;
        if (![promised, ...since].includes(shown)) lost.push({ sheet, question, promised, since, found: shown });
        Object.assign(entry, { promised: shown, since: [], edited: false });
      }
    }
    return { checked, lost };
  }

  /// What is lost with the whole survey: all that was promised since the start.
  withoutSurvey(): Lost[] {
    const lost: Lost[] = [];
    for (const [sheet, questions] of this.#sheets) {
      for (const [question, { promised, since, edited }] of questions) {
        if (edited && since.length === 0) lost.push({ sheet, question, promised, since, found: undefined });
      }
    }
    return lost;
  }

  #entry(sheet: string, question: string): Entry {
    const entry = this.#sheets.get(sheet)?.get(question);
    if (!entry) throw new Error(`the example has no question ${question} on a sheet ${sheet}`);
    return entry;
  }

  #entries(): Entry[] {
    return [...this.#sheets.values()].flatMap((questions) => [...questions.values()]);
  }
}
