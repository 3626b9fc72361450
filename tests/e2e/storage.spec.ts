// What the browser may refuse, and what others keep beside the app: it works
// all the same, says what that means, and touches nothing that is not its own.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Chance, seedOfThisRun } from "./killed/chance";
import { accessible, deleteSurvey, EXAMPLE, home, journalled, open, openExample, put, question, records, saved, settings, visit } from "./steps";
import { expect, test } from "./watched";

/// The browser forbids what the page would keep its data in.
async function blocked(page: Page, name: "localStorage" | "indexedDB") {
  await page.addInitScript((name) => {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }, name);
}

test.describe("blocked", () => {
  test("without local storage the app says so and works in memory", async ({ page }) => {
    await blocked(page, "localStorage");
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

    // The settings work as well: the trash is one in memory.
    await home(page);
    await deleteSurvey(page);
    await settings(page);
    await page.locator("[data-trashed]").getByRole("button", { name: /^Ripristina/ }).click();
    await page.getByRole("button", { name: "Controlla adesso" }).click();
    await expect(page.locator("[data-sound]")).toBeVisible();
    await home(page);
    await expect(page.locator(".survey-card")).toHaveCount(1);
  });

  test("without IndexedDB the app says once what that means, and works", async ({ page }) => {
    await blocked(page, "indexedDB");
    await openExample(page);
    const notice = page.getByText("Questo browser non offre un diario di sicurezza");
    await expect(notice).toBeVisible();
    await accessible(page);
    await visit(page, "sheets/EC");
    const field = question(page, "q9").getByRole("textbox").first();
    await field.fill("LAN 10 Gbps");
    await saved(page);
    // It said so; the settings say it still.
    await page.reload();
    await expect(field).toHaveValue("LAN 10 Gbps");
    await expect(notice).toHaveCount(0);
    await settings(page);
    await expect(page.getByRole("region", { name: "Spazio" })).toContainText("Questo browser non offre un diario di sicurezza");
    await accessible(page);
  });
});

test("who comes back after minutes, again and again, finds what was written, and the journal forgets it", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/2");
  const field = question(page, "q9").getByRole("textbox").first();
  await field.fill("SPC");
  await saved(page);
  expect(await journalled(page)).not.toEqual([]);
  // Looked at once, it has been in the store since then; looked at again after minutes, it
  // is on the disk.
  for (const visits of [1, 2, 3]) {
    await page.addInitScript(() => {
      const now = Date.now;
      Date.now = () => now() + 5 * 60_000;
    });
    await page.goto("about:blank");
    await visit(page, "sheets/2");
    await expect(field).toHaveValue("SPC");
    if (visits > 1) await expect.poll(() => journalled(page)).toEqual([]);
  }
});

test("what a killed browser had not written comes back from a journal that is slow to answer", async ({ page }) => {
  // After a crash the disk is slow: the database opens three seconds late.
  await page.addInitScript(() => {
    if (sessionStorage.getItem("slow") === null) return;
    const { onsuccess } = Object.getOwnPropertyDescriptors(IDBRequest.prototype);
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      Object.defineProperty(request, "onsuccess", {
        set(answered: (event: Event) => void) {
          onsuccess.set!.call(request, (event: Event) => setTimeout(() => answered.call(request, event), 3000));
        },
      });
      return request;
    };
  });
  await openExample(page);
  await visit(page, "sheets/2");
  const field = question(page, "q9").getByRole("textbox").first();
  const before = await records(page);
  await field.fill("SPC");
  await saved(page);
  for (const [key, text] of Object.entries(before)) await put(page, key, text);
  await page.evaluate(() => sessionStorage.setItem("slow", "1"));
  await page.reload();
  await expect(field).toHaveValue("SPC");
  await expect(page.getByText("Questo browser non offre un diario di sicurezza")).toHaveCount(0);
});

test("a storage that fails in the middle of a visit loses no edit, and nothing is called saved", async ({ page }) => {
  await openExample(page);
  // The form comes before the storage fails.
  await page.getByRole("button", { name: "Rinomina" }).click();
  await page.locator("main").getByLabel("Titolo dell'indagine").fill("Rilevazione 2027");
  await page.evaluate(() => {
    const read = Storage.prototype.getItem;
    (window as unknown as { mend: () => void }).mend = () => (Storage.prototype.getItem = read);
    Storage.prototype.getItem = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  const unsaved = async () => {
    await expect(page.getByRole("status").filter({ hasText: "Non salvato" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-saved", "0");
  };
  await page.getByRole("button", { name: "Salva nome" }).click();
  await unsaved();
  await visit(page, "sheets/EC");
  const field = question(page, "q9").getByRole("textbox").first();
  await field.fill("scritto mentre non si leggeva");
  await unsaved();
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await saved(page);
  await page.reload();
  await expect(field).toHaveValue("scritto mentre non si leggeva");
  await expect(page.locator("#survey-title")).toHaveText("Rilevazione 2027");
});

test("keys of others are left alone", async ({ page }) => {
  const foreign = { todo: "pane", rilievo: "altro", "rilievo/9/s/x/head": "{}", "rilievo/1/s/payflowpa-a21": "?", "rilievo/2/other/x": "1" };
  await open(page);
  for (const [key, text] of Object.entries(foreign)) await put(page, key, text);
  await openExample(page);
  await visit(page, "sheets/EC");
  await question(page, "q1").getByRole("radio", { name: "SI" }).check();
  await home(page);
  await deleteSurvey(page);
  await settings(page);
  await page.getByRole("button", { name: "Svuota il cestino" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Svuota il cestino" }).click();
  await expect(page.locator("[data-trashed]")).toHaveCount(0);
  await expect.poll(async () => Object.keys(await records(page)).filter((key) => key.startsWith("rilievo/2/s/"))).toEqual([]);
  const left = await records(page);
  expect(left).toMatchObject(foreign);
  const ours = Object.keys(left).filter((key) => !(key in foreign));
  expect(ours.sort()).toEqual(["rilievo/2/setting/browser", "rilievo/layout"]);
  await page.reload();
  await expect(page.getByText("non si legge più")).toHaveCount(0);
  await expect(page.getByText("non si leggono più")).toHaveCount(0);
});

const ROUNDS = process.env.RILIEVO_LONG === "1" ? 60 : 8;

/// Keys as the app has them, and as somebody could mistake them.
function anyKey(chance: Chance): string {
  const survey = chance.of(["payflowpa-a21", "x", "museums", "", "../x", "é"]);
  const rest = chance.of(["head", "trash", "p/EC", "p/1", "p/9", "p/", "h/EC", "h/2", "was/1795000000000-daily", "was/-", "was/99999999999999999999-import", "was/1-restore", "zz/1"]);
  const whole = chance.of(["setting/browser", "setting/locale", "setting/copied", "setting/no-journal", "setting/", "aside/1/s/x/head", "aside/", "tx/7", "tx/7/rilievo/2/s/x/head", "tx/x", "tx/1795000000000/rilievo/2/setting/locale"]);
  return chance.draw() < 0.6 ? `rilievo/2/s/${survey}/${rest}` : `rilievo/2/${whole}`;
}

/// Texts that something else may have left there: also pieces of real records.
function anyText(chance: Chance, real: string[]): string {
  const sound = chance.of(real);
  switch (chance.whole(0, 7)) {
    case 0:
      return "";
    case 1:
      return chance.of(["null", "{}", "[]", "{", '"', "0", "-1", "99999999999999999999", "true", '{"head":{}}', '{"partner":{"id":"EC"},"sheet":{}}', '{"survey":null}', "en", "\0", "\ufeff{}"]);
    case 2:
      return sound.slice(0, chance.whole(0, sound.length));
    case 3: {
      const at = chance.whole(0, sound.length - 1);
      return sound.slice(0, at) + String.fromCharCode(chance.whole(0, 0xffff)) + sound.slice(at + 1);
    }
    case 4:
      return sound.slice(chance.whole(0, sound.length - 1)) + sound;
    case 5:
      // Sound, under a key that it does not belong to.
      return sound;
    default:
      return String.fromCharCode(...Array.from({ length: chance.whole(1, 60) }, () => chance.whole(0, 0xffff)));
  }
}

test("the app starts whatever stands in the storage", async ({ page }) => {
  test.setTimeout(30_000 + ROUNDS * 10_000);
  const seed = seedOfThisRun();
  console.log(`RILIEVO_SEED=${seed} repeats these records`);
  // A page of the same origin that is not the app's; its icon asks for nothing.
  await page.route("**/nothing-here", (route) => route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }));
  await openExample(page);
  const real = Object.entries(await records(page)).filter(([key]) => key.startsWith("rilievo/2/s/"));
  for (let round = 0; round < ROUNDS; round += 1) {
    await test.step(`round ${round} of seed ${seed}`, async () => {
      const chance = new Chance(seed + round);
      const foreign = { todo: "pane", rilievo: "altro", "rilievo/9/x": "?" };
      const wild = Array.from({ length: chance.whole(1, 25) }, () => {
        const text = anyText(
          chance,
          real.map(([, text]) => text),
        );
        return [anyKey(chance), text];
      });
      // Some rounds have the example as it should be below it all.
      const below = chance.draw() < 0.5 ? real : [];
      // Put there while no page of the app is open; the journal goes, too.
      await page.goto("nothing-here");
      await page.evaluate(
        async (all) => {
          localStorage.clear();
          for (const [key, text] of all) localStorage.setItem(key, text);
          await new Promise<void>((resolve, reject) => {
            const gone = indexedDB.deleteDatabase("rilievo");
            gone.onsuccess = () => resolve();
            gone.onerror = () => reject(gone.error);
          });
        },
        [...below, ...wild, ...Object.entries(foreign)],
      );
      await open(page);
      await expect(page.locator("h1")).not.toBeEmpty();
      // Every survey that is listed opens, and the settings show what there is.
      const links = await page.locator(".survey-card h2 a").evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
      for (const link of links) {
        await page.goto(link);
        await expect(page.locator("[data-tile=bodies]")).toBeVisible();
      }
      await page.goto("#/settings");
      await expect(page.locator("[data-used]")).toBeVisible();
      // The example is one press away, and an edit of it is kept. It is in the
      // list already, or it comes; its sheets are all there. A record may have
      // chosen the other language.
      await page.goto("#/");
      await page.getByRole("button", { name: /^(Apri l'esempio PayFlowPA|Open the PayFlowPA example)$/ }).click();
      await expect(page.locator('[data-partner="2"]')).toBeVisible();
      await page.goto(`${EXAMPLE}/sheets/2`);
      await question(page, "q9").getByRole("textbox").first().fill(`n. ${round}`);
      await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
      await page.reload();
      await expect(question(page, "q9").getByRole("textbox").first()).toHaveValue(`n. ${round}`);
      expect(await records(page)).toMatchObject(foreign);
    });
  }
});
