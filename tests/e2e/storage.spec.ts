// The browser's storage is blocked, damaged or full: nothing that was typed is
// lost, and the person is told.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { accessible, EXAMPLE, open, openExample, question, record, RECORD, records, saved, visit } from "./steps";
import { expect, test } from "./watched";

async function home(page: Page) {
  await page.getByRole("link", { name: "Rilievo", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Le tue indagini" })).toBeVisible();
}

/// Writes a text under a key, as another program or a fault would.
async function put(page: Page, key: string, text: string) {
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
}

/// Fills the storage to the last character with a record of somebody else.
async function fill(page: Page) {
  await page.evaluate(() => {
    let text = "";
    for (let size = 4 << 20; size >= 1; size = Math.floor(size / 2)) {
      for (;;) {
        try {
          localStorage.setItem("somebody-else", text + "x".repeat(size));
          text += "x".repeat(size);
        } catch {
          break;
        }
      }
    }
  });
}

async function makeRoom(page: Page) {
  await page.evaluate(() => localStorage.removeItem("somebody-else"));
}

test.describe("blocked", () => {
  test("the app says so and works in memory", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    });
    await openExample(page);
    const notice = page.getByText("Questo browser non permette di salvare");
    await expect(notice).toBeVisible();
    await accessible(page);
    await visit(page, "sheets/EC");
    const field = question(page, "q9").getByRole("textbox").first();
    await field.fill("LAN 10 Gbps");
    await saved(page);
    await home(page);
    await expect(page.locator(".survey-card")).toHaveCount(1);
    await visit(page, "sheets/EC");
    await expect(field).toHaveValue("LAN 10 Gbps");
    await visit(page, "results/A");
    await expect(page.locator('[data-result="q9"] [data-body="EC"]')).toContainText("LAN 10 Gbps");
    await visit(page, "exchange");
    const download = page.waitForEvent("download");
    await page.locator("[data-export]").click();
    expect(await readFile(await (await download).path(), "utf8")).toContain("LAN 10 Gbps");
  });
});

test("a sheet that cannot be read is set aside, and the rest opens", async ({ page }) => {
  await openExample(page);
  await home(page);
  const key = `${RECORD}/sheet/EC`;
  const aside = (n: number) => `rilievo/1/aside/${n}/s/payflowpa-a21/sheet/EC`;
  const broken = (await records(page))[key].slice(0, 300);
  await put(page, key, broken);
  await page.reload();

  await visit(page, "overview");
  await expect(page.getByText("Un dato salvato non si legge più.")).toBeVisible();
  await expect(page.locator('[data-partner="EC"] .badge')).toHaveText("Attesa");
  await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(8);
  expect((await records(page))[key]).toBeUndefined();
  expect((await records(page))[aside(1)]).toBe(broken);
  await accessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Scarica i testi" }).click();
  const texts = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(texts).toEqual({ [aside(1)]: broken });

  // The sheet can be filled in anew; neither that nor a second fault touches
  // what was set aside.
  await visit(page, "sheets/EC");
  await question(page, "q1").getByRole("radio", { name: "SI" }).check();
  await saved(page);
  expect((await record(page, key)).answers.q1.value.choices[0].option).toBe("si");
  await home(page);
  await put(page, key, "{");
  await page.reload();
  await visit(page, "overview");
  await expect(page.locator('[data-partner="EC"] .badge')).toHaveText("Attesa");
  expect(await records(page)).toMatchObject({ [aside(1)]: broken, [aside(2)]: "{" });

  // Nor does deleting the survey.
  await home(page);
  await page.getByRole("button", { name: /^Elimina: / }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Elimina" }).click();
  await expect(page.locator(".survey-card")).toHaveCount(0);
  expect(await records(page)).toMatchObject({ [aside(1)]: broken, [aside(2)]: "{" });
});

test("a survey whose head cannot be read is set aside, and the others open", async ({ page }) => {
  await openExample(page);
  await home(page);
  await page.getByRole("button", { name: /^Duplica: / }).click();
  await expect(page.locator(".survey-card")).toHaveCount(2);
  const sheets = Object.fromEntries(Object.entries(await records(page)).filter(([key]) => key.startsWith(`${RECORD}/sheet/`)));
  await put(page, `${RECORD}/head`, '{"head":{"id":"payflowpa-a21"');
  await page.reload();

  await expect(page.getByText("Un dato salvato non si legge più.")).toBeVisible();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await accessible(page);
  const after = await records(page);
  expect(after["rilievo/1/aside/1/s/payflowpa-a21/head"]).toBe('{"head":{"id":"payflowpa-a21"');
  expect(after[`${RECORD}/head`]).toBeUndefined();
  expect(after).toMatchObject(sheets);
  await page.locator(".survey-card").getByRole("link").click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  await open(page, `${EXAMPLE}/overview`);
  await expect(page.getByRole("heading", { name: "Indagine non presente" })).toBeVisible();

  // The example comes anew; the sheets that were left are kept as well.
  await open(page);
  await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  const kept = await records(page);
  for (const [key, text] of Object.entries(sheets)) expect(kept[key.replace("/s/", "/aside/1/s/")]).toBe(text);
});

test("an unreadable head in a full store hides no other survey", async ({ page }) => {
  await openExample(page);
  await home(page);
  await page.getByRole("button", { name: /^Duplica: / }).click();
  await expect(page.locator(".survey-card")).toHaveCount(2);
  await put(page, `${RECORD}/head`, "{");
  await fill(page);
  await page.reload();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await expect(page.getByText("Lo spazio di questo browser è pieno.")).toBeVisible();
  expect((await records(page))[`${RECORD}/head`]).toBe("{");
});

test("keys of others are left alone", async ({ page }) => {
  const foreign = { todo: "pane", rilievo: "altro", "rilievo/2/s/x/head": "{}", "rilievo/1/s/payflowpa-a21": "?" };
  await open(page);
  for (const [key, text] of Object.entries(foreign)) await put(page, key, text);
  await openExample(page);
  await visit(page, "sheets/EC");
  await question(page, "q1").getByRole("radio", { name: "SI" }).check();
  await home(page);
  await page.getByRole("button", { name: /^Elimina: / }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Elimina" }).click();
  await expect(page.locator(".survey-card")).toHaveCount(0);
  const left = await records(page);
  expect(left).toMatchObject(foreign);
  const ours = Object.keys(left).filter((key) => !(key in foreign));
  expect(ours).toEqual(["rilievo/1/setting/browser"]);
  await page.reload();
  await expect(page.getByText("non si legge più")).toHaveCount(0);
});

test.describe("full", () => {
  test("an edit is kept, told of, and saved as soon as there is room", async ({ page }) => {
    await openExample(page);
    await visit(page, "sheets/EC");
    await fill(page);
    const key = `${RECORD}/sheet/EC`;
    const before = (await records(page))[key];
    const field = question(page, "q9").getByRole("textbox").first();
    await field.fill(`LAN 10 Gbps, ${"e una linea di riserva, ".repeat(20)}`);
    await expect(page.locator("html")).toHaveAttribute("data-saved", "0");
    const banner = page.getByRole("alert").filter({ hasText: "Lo spazio di questo browser è pieno." });
    await expect(banner).toContainText("Le ultime modifiche sono solo in questa pagina");
    await expect(page.getByRole("status").filter({ hasText: "Non salvato" })).toBeVisible();
    expect((await records(page))[key]).toBe(before);
    await accessible(page);

    // The edit can be taken out at once, and is in use everywhere.
    const download = page.waitForEvent("download");
    await banner.getByRole("button", { name: "Esporta ora" }).click();
    expect(await readFile(await (await download).path(), "utf8")).toContain("e una linea di riserva");
    await visit(page, "results/A");
    await expect(page.locator('[data-result="q9"] [data-body="EC"]')).toContainText("e una linea di riserva");

    // It survives a walk out of the survey and back.
    await home(page);
    await expect(banner).toBeVisible();
    await visit(page, "sheets/EC");
    await expect(field).toHaveValue(/e una linea di riserva/);

    await makeRoom(page);
    await expect(page.locator("html")).toHaveAttribute("data-saved", "1", { timeout: 10_000 });
    await expect(banner).toHaveCount(0);
    await page.reload();
    await expect(field).toHaveValue(/e una linea di riserva/);
  });

  test("a survey deleted with edits that did not fit stays deleted, and comes back with them", async ({ page }) => {
    await openExample(page);
    await fill(page);
    // One edit of the head and one of a sheet, neither of which fits.
    await page.getByRole("button", { name: "Rinomina" }).click();
    const title = `Rilevazione ${"lunga ".repeat(30)}`.trim();
    await page.locator("main").getByLabel("Titolo dell'indagine").fill(title);
    await page.getByRole("button", { name: "Salva nome" }).click();
    await visit(page, "sheets/EC");
    const field = question(page, "q9").getByRole("textbox").first();
    await field.fill("una linea di riserva, ".repeat(20));
    await expect(page.getByRole("alert")).toContainText("Lo spazio di questo browser è pieno.");

    await home(page);
    await page.getByRole("button", { name: /^Elimina: / }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Elimina" }).click();
    await expect(page.locator(".survey-card")).toHaveCount(0);
    await makeRoom(page);
    await expect(page.locator("html")).toHaveAttribute("data-saved", "1", { timeout: 10_000 });
    const left = Object.keys(await records(page)).filter((key) => key.startsWith(RECORD));
    expect(left).toEqual([]);
    await page.getByRole("button", { name: "Ripristina" }).click();
    await expect(page.locator(".survey-card")).toContainText(title);
    await visit(page, "sheets/EC");
    await expect(field).toHaveValue(/una linea di riserva/);
  });

  test("what cannot be brought back now can be later", async ({ page }) => {
    await openExample(page);
    await home(page);
    const before = await records(page);
    await page.getByRole("button", { name: /^Elimina: / }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Elimina" }).click();
    await expect(page.locator(".survey-card")).toHaveCount(0);
    await fill(page);
    await page.getByRole("button", { name: "Ripristina" }).click();
    await expect(page.getByText("Lo spazio di questo browser è pieno.")).toBeVisible();
    await makeRoom(page);
    await page.getByRole("button", { name: "Ripristina" }).click();
    await expect(page.locator(".survey-card")).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Ripristina" })).toHaveCount(0);
    expect(await records(page)).toEqual(before);
  });

  test("a survey that does not fit leaves nothing behind", async ({ page }) => {
    await open(page);
    await fill(page);
    const before = await records(page);
    await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
    await expect(page.getByText("Lo spazio di questo browser è pieno.")).toBeVisible();
    expect(await records(page)).toEqual(before);
    await expect(page.locator(".survey-card")).toHaveCount(0);
    await accessible(page);
    await makeRoom(page);
    await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
    await expect(page.locator("[data-partner]")).toHaveCount(10);
  });
});
