// Somebody reads the results: every number on every page is the one that a
// person counts in the nine sheets.
import type { Page } from "@playwright/test";
import { accessible, open, openExample, saved, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

/// What the page shows of a question: rows by choice or term, combinations,
/// entries that the codebook does not read, and states.
interface Counts {
  options?: Record<string, number>;
  combinations?: Record<string, number>;
  unread?: Record<string, number>;
  states: Record<string, number>;
}

const one = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 1]));

/// Counted by hand in the nine sheets; the tenth is missing everywhere.
const EXPECTED: Record<string, Record<string, Counts>> = {
  A: {
    q1: { options: { si: 7, no: 0 }, states: { given: 7, unclear: 2 } },
    q2: {
      options: { interno: 5, in_house: 3, esterno: 5 },
      combinations: { "interno+esterno": 4, in_house: 3, interno: 1, esterno: 1 },
      states: { given: 9 },
    },
    q3: {
      options: { interno: 4, in_house: 5, esterno: 5 },
      combinations: { in_house: 4, "interno+esterno": 3, "interno+in_house+esterno": 1, esterno: 1 },
      states: { given: 9 },
    },
    q4: { options: { si: 6, no: 1 }, states: { given: 7, unclear: 2 } },
    q5: {
      options: { PostgreSQL: 8, Oracle: 7, "SQL Server": 5, MySQL: 5, MariaDB: 1, MongoDB: 1, Access: 1 },
      states: { given: 8, blank: 1 },
    },
    q6: {
      options: {
        "VMware vSphere": 3,
        Linux: 3,
        Microsoft: 2,
        ...one("Java", "Microsoft .NET", "LAMP", "MyPay", "TIBCO", "SAP", "E-procurement", "Flussi documentali"),
        ...one("IrisWin", "Gipel", "Cipel", "Catalogo Polo SBN", "OPAC", "SbnWeb", "MAP_BARI"),
      },
      unread: one("Piattaforma", "Riuso gruppo SPAC"),
      states: { given: 9 },
    },
    q7: {
      options: {
        Tomcat: 8,
        JBoss: 5,
        IIS: 4,
        SharePoint: 2,
        Liferay: 2,
        ...one("WordPress", "Joomla", "Microsoft .NET", "Apache"),
      },
      states: { given: 8, blank: 1 },
    },
    q8: { states: { given: 8, blank: 1 } },
    q9: { states: { given: 7, blank: 2 } },
    q10: { states: { given: 7, blank: 1, not_applicable: 1 } },
  },
  B: {
    q11: { options: { si: 7, no: 1 }, states: { given: 8, unclear: 1 } },
    q12: { options: { ente: 6, licenza: 1 }, states: { given: 7, unclear: 2 } },
    q13: { options: { si: 6, no: 1 }, states: { given: 7, unclear: 2 } },
    q14: {
      options: { MyPay: 5, IRIS: 2, MyPivot: 2 },
      unread: one("Tomcat", "Postgresql", "Java 1.7", "pagoPA"),
      states: { given: 8, blank: 1 },
    },
  },
  C: {
    q15: {
      options: { interno: 6, esterno: 6 },
      combinations: { "interno+esterno": 4, interno: 2, esterno: 2 },
      states: { given: 8, unclear: 1 },
    },
    q16: { states: { given: 7, not_asked: 1, "off-condition": 1 } },
    q17: { options: { si: 6, no: 2 }, states: { given: 8, unclear: 1 } },
    q18: { states: { given: 7, not_asked: 2 } },
  },
  D: {
    q19: { options: { si: 6, no: 2 }, states: { given: 8, unclear: 1 } },
    q20: { options: { si: 2, no: 7 }, states: { given: 9 } },
    q21: {
      options: one("Gruppo SPAC", "InnovaPuglia"),
      unread: one(
        "Regione Veneto",
        "Regione Puglia",
        "Provincia Autonoma di Trento",
        "Regione Lombardia",
        "Città Metropolitana di Roma",
        "Regione Calabria",
      ),
      states: { given: 2, not_asked: 7 },
    },
  },
  E: {
    q24: { options: { si: 5, no: 1 }, states: { given: 6, blank: 1, unclear: 2 } },
    q25: { states: { given: 5, blank: 3, not_asked: 1 } },
  },
};

/// Reads the counts of all questions on the page.
function counted(page: Page): Promise<Record<string, Counts>> {
  return page.locator("[data-result]").evaluateAll((cards) => {
    const rows = (card: Element, mark: string) => {
      const found = [...card.querySelectorAll(`table tr[data-${mark}]`)].map((row) => {
        const cell = row.querySelector("[data-count]")!;
        if (cell.textContent !== cell.getAttribute("data-count")) throw new Error(`${cell.textContent} is shown`);
        return [row.getAttribute(`data-${mark}`), Number(cell.textContent)];
      });
      return found.length ? Object.fromEntries(found) : undefined;
    };
    const counts = cards.map((card) => [
      card.getAttribute("data-result"),
      { options: rows(card, "option"), combinations: rows(card, "combination"), unread: rows(card, "unread"), states: rows(card, "state") },
    ]);
    return Object.fromEntries(counts);
  });
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("every count is the one in the nine sheets", async ({ page }) => {
      await openExample(page);
      await page.getByRole("link", { name: "Risultati", exact: true }).click();
      await expect(page.getByText("Contano le schede ricevute: 9 di 10 enti.")).toBeVisible();
      await expect(page.getByText("Senza scheda: Regione Veneto.")).toBeVisible();
      await expect(page.locator('[data-dimension="A"]')).toContainText("79 di 90");
      await accessible(page);

      for (const [dimension, questions] of Object.entries(EXPECTED)) {
        await page.getByRole("navigation", { name: "Dimensioni" }).getByRole("link", { name: dimension, exact: true }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${dimension} `));
        const missing = Object.entries(questions).map(([id, counts]) => [id, { ...counts, states: { ...counts.states, missing: 1 } }]);
        // Combinations come a moment after the choices that they are made of.
        await expect.poll(() => counted(page)).toEqual(Object.fromEntries(missing));
        for (const [id, { states }] of Object.entries(await counted(page))) expect(total(states), `states of ${id}`).toBe(10);
        await accessible(page);
      }
    });
  });
}

test("a chart stands for its table, and the table names the bodies", async ({ page }) => {
  await openExample(page);
  await visit(page, "results/A");
  for (const [id, { options, combinations, states }] of Object.entries(EXPECTED.A)) {
    const card = page.locator(`[data-result="${id}"]`);
    await expect(card.locator("svg")).toHaveCount((options ? 1 : 0) + (combinations ? 1 : 0));
    if (!options) continue;
    const chart = card.locator("svg").first();
    const heading = (await card.getByRole("heading", { level: 2 }).textContent())!.replace(/^(\d+)\s*/, "$1 · ");
    await expect(chart.locator("> title")).toHaveText(heading);
    const description = (await chart.locator("> desc").textContent())!;
    for (const count of Object.values(options)) expect(description).toContain(`: ${count} di ${states.given}`);
    const together = card.locator("svg").nth(1).locator("> desc");
    for (const count of Object.values(combinations ?? {})) await expect(together).toContainText(`: ${count} di ${states.given}`);
  }

  const names = (id: string, row: string) => page.locator(`[data-result="${id}"] tr[${row}] .names`);
  await expect(names("q2", 'data-option="in_house"')).toHaveText("Regione Lombardia, Regione Puglia, Provincia Autonoma di Trento");
  await expect(names("q1", 'data-state="unclear"')).toHaveText("Comune di Bari, Regione Puglia");
  await expect(names("q1", 'data-state="missing"')).toHaveText("Regione Veneto");
  await expect(names("q1", 'data-option="no"')).toHaveText("");
  await expect(names("q5", 'data-option="MariaDB"')).toHaveText("Regione Toscana");
  await expect(page.locator('[data-result="q2"]')).toContainText("Più scelte possibili");
  await expect(page.locator('[data-result="q5"] svg')).toContainText("PostgreSQL");

  await visit(page, "results/C");
  await expect(names("q15", 'data-option="interno"')).toContainText("Provincia Autonoma di Trento (50%)");
});

test("answers in words are shown by body", async ({ page }) => {
  await openExample(page);
  await visit(page, "results/A");
  const line = (id: string, body: string) => page.locator(`[data-result="${id}"] [data-body="${body}"]`);
  await expect(page.locator('[data-result="q10"] [data-body]')).toHaveCount(9);
  await expect(line("q10", "6")).toContainText("Regione Umbria");
  await expect(line("q10", "6")).toContainText("Cloud geografico");
  await expect(line("q10", "4")).toContainText("Non applicabile");
  await expect(line("q9", "2")).toContainText("Vuota");
  await expect(line("q9", "1")).toHaveCount(0);
  await visit(page, "results/C");
  await expect(line("q16", "7")).toContainText("Fuori condizione");
  await expect(line("q16", "7")).toContainText("Capitale Lavoro");
  await visit(page, "results/E");
  await expect(line("q25", "EC")).toContainText("Intranet Comunale");
});

test("a draft counts when it is asked for, and from the moment it is handed in", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/1");
  await page.locator('[data-question="q1"]').getByRole("radio", { name: "NO" }).check();
  await saved(page);
  await expect(page.locator(".status-draft").first()).toBeVisible();

  const no = page.locator('[data-result="q1"] tr[data-option="no"] [data-count]');
  const missing = page.locator('[data-result="q1"] tr[data-state="missing"] [data-count]');
  await visit(page, "results/A");
  await expect(no).toHaveText("0");
  await expect(missing).toHaveText("1");
  await expect(page.getByText("1 bozza non è contata.")).toBeVisible();

  await page.getByRole("link", { name: "Conta anche le bozze" }).click();
  await expect(page.getByText("Contano le schede ricevute e le bozze: 10 di 10 enti.")).toBeVisible();
  await expect(no).toHaveText("1");
  await expect(missing).toHaveCount(0);
  await accessible(page);
  // It stays so from dimension to dimension, until it is taken back.
  await page.getByRole("navigation", { name: "Dimensioni" }).getByRole("link", { name: "B", exact: true }).click();
  await expect(page.locator('[data-result="q11"] tr[data-state="blank"] [data-count]')).toHaveText("1");
  await page.getByRole("link", { name: "Conta solo le schede ricevute" }).click();
  await expect(page.locator('[data-result="q11"] tr[data-state="blank"]')).toHaveCount(0);
  await expect(page.locator('[data-result="q11"] tr[data-state="missing"] [data-count]')).toHaveText("1");

  await visit(page, "sheets/1");
  await page.getByRole("button", { name: "Consegna la scheda" }).click();
  await visit(page, "results/A");
  await expect(page.getByText("Contano le schede ricevute: 10 di 10 enti.")).toBeVisible();
  await expect(no).toHaveText("1");
});

test("an answer that was not asked for is shown, and is in no count", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/9");
  await page.locator('[data-question="q20"]').getByRole("radio", { name: "NO" }).check();
  await saved(page);
  await visit(page, "results/D");
  const question = page.locator('[data-result="q21"]');
  await expect(question.locator('[data-body="9"]')).toContainText("InnovaPuglia");
  await expect(question.locator('[data-body="9"]')).toContainText("Fuori condizione");
  await expect(question.locator('tr[data-option="InnovaPuglia"]')).toHaveCount(0);
  await expect(question.locator('tr[data-state="off-condition"] [data-count]')).toHaveText("1");
});

test("the figures of the landing page say who is behind them", async ({ page }) => {
  await openExample(page);
  await visit(page, "results");
  const row = page.locator('[data-dimension-result="C"]');
  await expect(row.locator("[data-answered]")).toHaveText("30 di 32");
  await expect(row.locator("[data-readings]")).toHaveText("18");
  await row.locator("[data-hindering] summary").click();
  await expect(row.locator("[data-hindering]")).toContainText("Domanda 17: Comune di Bari, Città metropolitana di Bari");
  await page.locator("summary", { hasText: "Ente per ente: C" }).click();
  await expect(page.locator('[data-bodies-of="C"] [data-body="9"] [data-hindering]')).toHaveText("1");
  await accessible(page);
  // Each view has a name of its own in the browser's history.
  await expect(page).toHaveTitle("Risultati · PayFlowPA A.2.1 · Rilievo");
  await page.goto("#/s/payflowpa-a21/results/matrix");
  await expect(page).toHaveTitle("Matrice · PayFlowPA A.2.1 · Rilievo");
});

test("a survey without bodies says that there are none", async ({ page }) => {
  await open(page);
  await page.getByLabel("Titolo dell'indagine").fill("Biblioteche");
  await page.getByRole("button", { name: "Crea l'indagine" }).click();
  await page.getByRole("link", { name: "Risultati", exact: true }).click();
  await expect(page.getByText("In questa indagine non c'è ancora nessun ente.")).toBeVisible();
  await expect(page.locator("svg")).toHaveCount(0);
  await accessible(page);
});
