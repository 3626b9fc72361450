// Somebody prints a sheet, or keeps it as PDF: what comes out is the sheet as it
// was laid out on paper, and nothing of the page around it.
import type { Page } from "@playwright/test";
import { download } from "./inviting";
import { printed, type Printed } from "./pdf";
import { accessibleAtAllWidths, EXAMPLE, open, openExample, question, saved, speak, visit } from "./steps";
import { expect, test } from "./watched";

const NINE = ["EC", "2", "3", "4", "5", "6", "7", "8", "9"];

/// What the page around the sheet says, in words that no sheet has.
const AROUND = ["Rilievo", "Salvato", "Scambio", "Aggiungi un commento", "Stampa la scheda", "Riporta i contatti", "Risposte date"];

interface Head {
  questionnaire: {
    questions: { number: string; label: { it: string; en: string }; repeats?: string }[];
    contacts: { label: { it: string; en: string } }[];
  };
  partners: { id: string; code: string; name: string }[];
}

/// The survey as it ships, from the site itself.
async function example(page: Page): Promise<Head> {
  await open(page);
  const href = await page.locator("meta[name=asset][data-project=PayFlowPA]").getAttribute("data-href");
  const response = await page.request.get(new URL(href!, page.url()).href);
  return (await response.json()).survey.head;
}

/// The rows that a sheet must have, as they are printed.
function rows(head: Head, language: "it" | "en" = "it"): string[] {
  const asked = head.questionnaire.questions.filter((question) => !question.repeats);
  const questions = asked.map((question) => `${question.number} ${question.label[language]}`);
  const contacts = head.questionnaire.contacts.map((contact) => contact.label[language]);
  return [...questions, ...contacts].map((text) => text.replace(/\s+/g, " "));
}

/// All of these stand in the print, in this order.
function inOrder({ text }: Printed, wanted: string[]) {
  let from = 0;
  for (const words of wanted) {
    const at = text.indexOf(words, from);
    expect(at, `“${words}” comes after what stands before it`).toBeGreaterThanOrEqual(from);
    from = at + words.length;
  }
}

async function sheet(page: Page, id: string, show = /Stampa la scheda|Print the sheet/) {
  await visit(page, `sheets/${id}`);
  await expect(page.getByRole("button", { name: show })).toBeVisible();
}

test("each of the nine sheets prints on two pages with the rows of the original", async ({ page }) => {
  test.setTimeout(120_000);
  const head = await example(page);
  const wanted = rows(head);
  expect(wanted).toHaveLength(25);
  await openExample(page);
  for (const id of NINE) {
    await page.goto(`${EXAMPLE}/exchange`);
    await page.locator("[data-scope=partner]").check();
    await page.locator("[data-body]").selectOption(id);
    const sent = await download(page, page.locator("[data-export]"));
    const { fingerprint } = JSON.parse(sent.text) as { fingerprint: string };
    const { code, name } = head.partners.find((partner) => partner.id === id)!;
    // No preview is open: this is what the browser's own command prints.
    await sheet(page, id);
    const paper = await printed(page);
    await test.step(name, async () => {
      expect(paper.pages.length).toBeLessThanOrEqual(2);
      const first = ["PayFlowPA Piattaforma abilitante", `${code} · ${name}`, "CUP J91J18000010006", "Avviso OCPA2020"];
      const then = ["Stato della scheda Consegnata", "A.2.1 — Individuazione", "Stampata il", `Impronta ${fingerprint.slice("sha256:".length, "sha256:".length + 12)}`];
      inOrder(paper, [...first, ...then, "L'impronta è formata", ...wanted]);
      paper.pages.forEach((text, at) => {
        // Whose answers they are stands on every page, and which page it is.
        expect(text).toContain(`Risposta — ${code} · ${name}`);
        expect(text).toContain(`${at + 1} / ${paper.pages.length}`);
      });
      for (const words of AROUND) expect(paper.text, words).not.toContain(words);
      // A table for those who do not see it: each row begins with its heading.
      expect(paper.roles).toContain("Table");
      expect(paper.roles.filter((role) => role === "TH").length).toBeGreaterThanOrEqual(2 + 6 + 25);
    });
  }
});

test("what was chosen, what was not asked and what cannot be read are told apart", async ({ page }) => {
  await openExample(page);
  await sheet(page, "8");
  expect((await printed(page)).text).toMatch(/personale \.\.\. X interno 50% X esterno 50% 16 /);
  await sheet(page, "7");
  const rome = await printed(page);
  inOrder(rome, [
    "3 Gestore del Data Center X interno X in house X esterno",
    "15 La gestione è affidata a personale ... X interno esterno",
    "16 Se esterno indicare la ditta Società in House Capitale Lavoro spa ! Risposta fuori condizione: la domanda 15 non la richiedeva.",
    "21 Se SI quali gestori? · Non richiesta, per la risposta alla domanda 20.",
  ]);
  await sheet(page, "EC");
  inOrder(await printed(page), [
    "1 L'ente ha un settore con competenze specifiche di ICT? SI NO ≈ Non leggibile Nota di chi ha trascritto:",
    "11 L'ente ha una piattaforma tecnologica per la gestione dei pagamenti? SI X NO",
    "14 Quale? – Nessuna risposta",
    "Commento: Direttive interne agli Uffici",
  ]);
});

test("the preview shows the paper, follows the answers, and can leave the contacts out", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "1");
  });
  await openExample(page);
  await sheet(page, "2");
  const show = page.getByRole("button", { name: "Stampa la scheda" });
  const preview = page.getByRole("region", { name: "Anteprima di stampa" });
  await expect(preview).toBeHidden();
  await show.focus();
  await page.keyboard.press("Enter");
  await expect(preview).toBeFocused();
  const line = (id: string) => preview.locator(`tr[data-line="${id}"]`);
  await expect(line("payments")).toContainText("iris@regione.toscana.it");
  await expect(line("q4").locator(".made")).toHaveText("X SI");
  await question(page, "q4").locator('input[value="no"]').check();
  await expect(line("q4").locator(".made")).toHaveText("X NO");
  await saved(page);

  await preview.getByRole("checkbox", { name: "Riporta i contatti" }).uncheck();
  await expect(line("payments")).toHaveCount(0);
  const bare = await printed(page);
  expect(bare.text).not.toContain("iris@regione.toscana.it");
  expect(bare.text).not.toContain("Contatti del gestore");
  expect(bare.text).toContain("I contatti non sono riportati in questa stampa.");
  expect(bare.text).toContain("25 Se SI indicare gli estremi (URL)");

  await preview.getByRole("button", { name: "Stampa o salva come PDF" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "1");
  await preview.getByRole("button", { name: "Chiudi" }).click();
  await expect(preview).toBeHidden();
  await expect(show).toBeFocused();
});

test("the preview serves everyone at every width", async ({ page }) => {
  // The checker reads the form and the paper, three times.
  test.slow();
  await openExample(page);
  await sheet(page, "7");
  await page.getByRole("button", { name: "Stampa la scheda" }).click();
  await expect(page.locator("article.paper")).toBeVisible();
  await accessibleAtAllWidths(page);
});

test("a sheet on which nothing stands prints as a form for the pen", async ({ page }) => {
  const head = await example(page);
  await openExample(page);
  await sheet(page, "1");
  const blank = await printed(page);
  expect(blank.pages.length).toBeLessThanOrEqual(2);
  inOrder(blank, ["1 · Regione Veneto", "Segnare con una X le caselle scelte.", ...rows(head)]);
  expect(blank.text).not.toContain("Nessuna risposta");
  expect(blank.text).not.toMatch(/X (SI|NO|interno|in house|esterno|ente|licenza)/);
  // The first answer makes a draft of it, and the paper says since when.
  await question(page, "q4").locator('input[value="si"]').check();
  await saved(page);
  const begun = await printed(page);
  expect(begun.text).toMatch(/Stato della scheda Bozza, dal \d+ \S+ \d{4}/);
  expect(begun.text).toContain("4 L'ente eroga servizi cloud? X SI NO");
  expect(begun.text).toContain("5 Database usati – Nessuna risposta");
  expect(begun.text).not.toContain("Segnare con una X");
});

test("no word of a long answer is cut", async ({ page }) => {
  await openExample(page);
  await sheet(page, "3");
  const words = Array.from({ length: 900 }, (_, at) => `parola${at}`);
  await question(page, "q8").locator("textarea, input[type=text]").first().fill(words.join(" "));
  await saved(page);
  const { text, pages } = await printed(page);
  expect(pages.length).toBeGreaterThan(1);
  for (const word of words) expect(text).toContain(word);
});

test("the paper speaks the language of the page", async ({ page }) => {
  const head = await example(page);
  await openExample(page);
  await speak(page, "English");
  await sheet(page, "9");
  const english = await printed(page);
  inOrder(english, ["Status of the sheet Submitted", "Printed on", "Fingerprint", "The fingerprint is", "Question", "Answer — 9 · ", ...rows(head, "en")]);
  expect(english.pages.length).toBeLessThanOrEqual(2);
});

test("where no paper was made it is the form that prints", async ({ page }) => {
  await openExample(page);
  await sheet(page, "2");
  await expect(page.locator("article.paper")).toHaveCount(0);
  // The look of print without its event: as before the part has come.
  await page.emulateMedia({ media: "print" });
  await expect(question(page, "q1")).toBeVisible();
});
