// The survey is open in two tabs: both show the same, answer by answer, and
// nobody's words are lost.
import type { Page } from "@playwright/test";
import { EXAMPLE, open, openExample, put, question, RECORD, records, saved, visit } from "./steps";
import { expect, test } from "./watched";

/// Another tab of the same browser, on a page of the example.
async function beside(page: Page, path: string): Promise<Page> {
  const other = await page.context().newPage();
  await open(other, `${EXAMPLE}/${path}`);
  return other;
}

function answer(page: Page, id = "q9") {
  return question(page, id).getByRole("textbox").first();
}

test("an answer appears in the other tab within a second", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  const other = await beside(page, "sheets/EC");
  const times: number[] = [];
  for (let n = 1; n <= 5; n += 1) {
    const seen = answer(other).evaluate(
      (field, text) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if ((field as HTMLTextAreaElement).value === text) resolve(Date.now());
            else setTimeout(look, 10);
          };
          look();
        }),
      `linea ${n}`,
    );
    await answer(page).fill(`linea ${n}`);
    const typed = Date.now();
    times.push((await seen) - typed);
  }
  const median = times.sort((a, b) => a - b)[2];
  console.log(`an answer is in the other tab after ${times.join(", ")} ms`);
  expect(median).toBeLessThan(1000);
});

test("every kind of edit appears in the other tab, and takes nothing along", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/8");
  const other = await beside(page, "sheets/8");
  // What is being written there stays, and so does where it is written.
  await answer(other, "q8").focus();

  await question(page, "q4").getByRole("radio", { name: "NO" }).check();
  await expect(question(other, "q4").locator("input:checked")).toHaveValue("no");
  await question(page, "q15").getByLabel("Precisazione per interno").fill("70%, riuso");
  await expect(question(other, "q15").getByLabel("Precisazione per interno")).toHaveValue("70%, riuso");
  await question(page, "q15").getByRole("checkbox", { name: "esterno" }).uncheck();
  await expect(question(other, "q15").getByRole("checkbox", { name: "esterno" })).not.toBeChecked();
  await question(page, "q13").locator('[data-declare="unknown"]').click();
  await expect(question(other, "q13")).toHaveAttribute("data-effective", "unknown");
  await question(page, "q10").getByText("Aggiungi un commento").click();
  await question(page, "q10").getByLabel("Commento").fill("da confermare");
  await expect(question(other, "q10").locator("details textarea")).toHaveValue("da confermare");
  await page.locator('[data-contact="ict"]').getByRole("textbox").fill("ict@comune.example");
  await expect(other.locator('[data-contact="ict"]').getByRole("textbox")).toHaveValue("ict@comune.example");
  await page.getByRole("button", { name: "Riapri come bozza" }).click();
  await expect(other.locator("main .badge").filter({ hasText: "Bozza" }).first()).toBeVisible();
  await expect(answer(other, "q8")).toBeFocused();

  // Different answers of one sheet, in both at once: both stay.
  await Promise.all([answer(page, "q9").fill("dalla prima"), answer(other, "q8").fill("dalla seconda")]);
  for (const one of [page, other]) {
    await expect(answer(one, "q9")).toHaveValue("dalla prima");
    await expect(answer(one, "q8")).toHaveValue("dalla seconda");
    await saved(one);
    await expect(one.getByText("due finestre")).toHaveCount(0);
  }
  await page.reload();
  await expect(answer(page, "q9")).toHaveValue("dalla prima");
  await expect(answer(page, "q8")).toHaveValue("dalla seconda");
});

test("bodies and the title follow in the other tab", async ({ page }) => {
  await openExample(page);
  const other = await beside(page, "overview");
  const listed = (one: Page) => one.locator("[data-partner]").evaluateAll((all) => all.map((row) => row.getAttribute("data-partner")));
  await page.getByRole("button", { name: "Rinomina" }).click();
  await page.locator("main").getByLabel("Titolo dell'indagine").fill("Rilevazione 2027");
  await page.getByRole("button", { name: "Salva nome" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Rilevazione 2027" })).toBeVisible();
  await page.getByLabel("Obiettivo").fill("12");
  await page.getByLabel("Obiettivo").blur();
  await expect(other.getByLabel("Obiettivo")).toHaveValue("12");

  await page.getByRole("button", { name: "Modifica gli enti" }).click();
  await page.getByLabel("Nome del nuovo ente").fill("Comune di Lecce");
  await page.getByRole("button", { name: "Aggiungi ente" }).click();
  await expect(other.locator("[data-partner]")).toHaveCount(11);
  await expect(other.locator("[data-partner]").last()).toContainText("Comune di Lecce");
  await page.getByLabel("Nome dell'ente EC").fill("Comune di Bari (capofila)");
  await page.getByLabel("Nome dell'ente EC").press("Tab");
  await expect(other.locator('[data-partner="EC"]')).toContainText("Comune di Bari (capofila)");
  await page.getByRole("button", { name: "Sposta su Comune di Lecce" }).click();
  await page.getByRole("button", { name: "Sposta su Comune di Lecce" }).click();
  await expect.poll(() => listed(other)).toEqual(await listed(page));
  await page.getByRole("button", { name: "Rimuovi Comune di Lecce" }).click();
  await expect(other.locator("[data-partner]")).toHaveCount(10);
  await expect.poll(() => listed(other)).toEqual(["EC", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  // And back again, by who removed it.
  await page.locator(".notice").getByRole("button", { name: "Ripristina" }).click();
  await expect(other.locator("[data-partner]")).toHaveCount(11);
  await expect.poll(() => listed(other)).toEqual(await listed(page));
  await other.reload();
  await expect.poll(() => listed(other)).toEqual(await listed(page));
});

test("the list of surveys follows in the other tab", async ({ page }) => {
  await openExample(page);
  const list = await page.context().newPage();
  await open(list);
  await page.goto("#/");
  await page.getByRole("button", { name: /^Duplica: / }).click();
  await expect(list.locator(".survey-card")).toHaveCount(2);
  await page.getByRole("button", { name: /^Elimina: .*\(copia\)$/ }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Elimina" }).click();
  await expect(list.locator(".survey-card")).toHaveCount(1);
  await page.locator(".notice").getByRole("button", { name: "Ripristina" }).click();
  await expect(list.locator(".survey-card")).toHaveCount(2);
});

test("the same answer in both at once: the later stands, and the other is offered", async ({ page }) => {
  await openExample(page);
  await saved(page);
  await page.goto("about:blank");
  // Time stands still in both tabs, so that neither saves before both have typed.
  const clock = page.context().clock;
  const now = Date.now();
  await clock.install({ time: now });
  const [first, second] = [await page.context().newPage(), await page.context().newPage()];
  for (const tab of [first, second]) await open(tab, `${EXAMPLE}/sheets/EC`);
  await clock.pauseAt(now + 60_000);
  expect(Object.keys(await records(first))).not.toContain(`${RECORD}/h/EC`);
  await answer(first).fill("dalla prima finestra");
  await clock.runFor(50);
  await answer(second).fill("dalla seconda finestra");
  await clock.resume();
  for (const tab of [first, second]) {
    await expect(answer(tab)).toHaveValue("dalla seconda finestra");
    await saved(tab);
  }
  const offers = [first, second].map((tab) => tab.locator(".notice").filter({ hasText: "Domanda 9, Comune di Bari: due finestre hanno cambiato la risposta" }));
  await expect.poll(async () => (await offers[0].count()) + (await offers[1].count())).toBeGreaterThan(0);
  // What does not stand is kept in the sheet's history.
  expect(Object.keys(await records(first))).toContain(`${RECORD}/h/EC`);

  const tab = (await offers[0].count()) > 0 ? 0 : 1;
  const history = (await records(first))[`${RECORD}/h/EC`];
  await offers[tab].getByRole("button", { name: "Usa l'altra risposta" }).first().click();
  for (const one of [first, second]) {
    await expect(answer(one)).toHaveValue("dalla prima finestra");
    await saved(one);
  }
  await expect(offers[tab]).toHaveCount(0);
  // And what stood is now kept there, too.
  expect((await records(first))[`${RECORD}/h/EC`]).not.toBe(history);
  await first.reload();
  await expect(answer(first)).toHaveValue("dalla prima finestra");
});

test("a tab of older code stops writing and says so", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  const other = await beside(page, "overview");
  await put(other, "rilievo/layout", "99");
  const notice = page.locator(".notice").filter({ hasText: "Questa pagina è di una versione più vecchia" });
  await expect(notice.first()).toBeVisible();
  const sheet = (await records(page))[`${RECORD}/p/EC`];
  await answer(page).fill("questa non va da nessuna parte");
  await expect(page.getByRole("status").filter({ hasText: "Non salvato" })).toBeVisible();
  await page.goto(`${EXAMPLE}/overview`);
  await expect(notice.first()).toBeVisible();
  expect((await records(page))[`${RECORD}/p/EC`]).toBe(sheet);
  // Loaded anew, the newer code is there.
  await put(other, "rilievo/layout", "2");
  page.on("dialog", (dialog) => dialog.accept());
  const loaded = page.waitForEvent("load");
  await notice.first().getByRole("button", { name: "Ricarica la pagina" }).click();
  await loaded;
  await expect(page.locator("html")).toHaveAttribute("data-ready", "1");
  await expect(notice).toHaveCount(0);
  // What was typed meanwhile was in the journal.
  await visit(page, "sheets/EC");
  await expect(answer(page)).toHaveValue("questa non va da nessuna parte");
});

test("a survey that is deleted in one tab is shown in no other, and comes back there", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  const other = await beside(page, "overview");
  await other.getByRole("link", { name: "Rilievo", exact: true }).click();
  await other.getByRole("button", { name: /^Elimina: / }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Elimina" }).click();
  await expect(page.getByRole("heading", { name: "Le tue indagini" })).toBeVisible();
  await expect(page.locator(".survey-card")).toHaveCount(0);
  await page.getByRole("button", { name: "Ripristina" }).click();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await expect(other.locator(".survey-card")).toHaveCount(1);
});
