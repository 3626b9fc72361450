// After one visit the app needs no network; and a new version comes when somebody
// wants it, while other pages go on with the files that they began with.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { nextVersion, Site } from "./offline/site";
import { accessibleAtAllWidths, choose, exported, open, openExample, question, saved, settings, visit } from "./steps";
import { expect, test, watch } from "./watched";
import { unzip } from "./zip";

const READY = "Pronto anche senza rete";
/// The first visit takes the whole program.
const TAKING = { timeout: 60_000 };

const word = (page: Page) => page.locator("[data-offline-word]");
const version = (page: Page) => page.locator("meta[name=version]").getAttribute("content");
const notice = (page: Page, text: string) => page.locator(".notice").filter({ hasText: text });
const caches = (page: Page) => page.evaluate(() => window.caches.keys());

async function ready(page: Page) {
  await expect(word(page)).toHaveText(READY, TAKING);
}

/// A page of this browser that is watched; what it complains of.
async function watched(context: BrowserContext, site: Site, page?: Page): Promise<[Page, string[]]> {
  page ??= await context.newPage();
  return [page, await watch(page, site.origin)];
}

/// What Chromium says of a worker whose site does not answer.
const NO_SITE = /ERR_CONNECTION_REFUSED|An unknown error occurred when fetching the script/;

let site: Site;
test.beforeEach(async () => {
  site = await Site.start();
});
test.afterEach(async () => {
  await site.stop();
});

test("one visit, then the site is gone and the browser is another: everything works", async ({ launchOptions }) => {
  const profile = await mkdtemp(join(tmpdir(), "rilievo-offline-"));
  const requests: string[] = [];
  const launch = async (): Promise<[BrowserContext, Page, string[]]> => {
    const options = { ...launchOptions, baseURL: site.address, locale: "it-IT", serviceWorkers: "allow" as const };
    const context = await chromium.launchPersistentContext(profile, options);
    context.on("request", (request) => requests.push(request.url()));
    return [context, ...(await watched(context, site, context.pages()[0]))];
  };
  try {
    const [before, first, complaints] = await launch();
    await open(first);
    await ready(first);
    // Every file of the site came, and came to stay.
    const [kept, listed] = await first.evaluate(async () => {
      const [name] = await window.caches.keys();
      const worker = await (await fetch("sw.js")).text();
      return [(await (await window.caches.open(name)).keys()).length, worker.match(/^ {2}".+": "[0-9a-f]{10}",?$/gm)?.length];
    });
    expect(listed).toBeGreaterThan(30);
    expect(kept).toBe(listed);
    expect(complaints).toEqual([]);
    await before.close();
    await site.stop();
    const asked = site.asked.length;

    const [after, page, later] = await launch();
    await openExample(page);
    await ready(page);
    await visit(page, "sheets/6");
    await question(page, "q9").getByRole("textbox").first().fill("SPC");
    await saved(page);
    await visit(page, "results/A");
    await expect(page.locator("[data-result] svg").first()).toBeVisible();
    await visit(page, "exchange");
    const { path } = await exported(page);
    await expect(await choose(page, path)).toBeVisible();
    await page.goto("#/s/payflowpa-a21/report");
    await expect(page.locator(".report-doc").first()).toBeVisible();
    // The worker that writes files is not here either: it comes from the cache.
    const [file] = await Promise.all([page.waitForEvent("download", TAKING), page.locator("[data-export=docx]").click()]);
    expect(unzip(await readFile(await file.path())).has("word/document.xml")).toBe(true);
    // In the meeting: the slides, and a file to take along, made without the site.
    await page.goto("#/s/payflowpa-a21/present/title");
    await expect(page.locator("[data-stage] [data-slide=title]")).toBeVisible();
    await page.keyboard.press("End");
    await expect(page.locator("[data-stage] [data-slide=sources]")).toBeVisible();
    await visit(page, "exchange");
    const [alone] = await Promise.all([page.waitForEvent("download", TAKING), page.locator("[data-take=present]").click()]);
    expect((await readFile(await alone.path())).includes('id="packed" data-opens="present"')).toBe(true);
    // Where the network is off altogether, the page says that it does not matter.
    await after.setOffline(true);
    await expect(word(page)).toHaveText("Senza rete: tutto continua a funzionare");
    await settings(page);
    await expect(page.locator("[aria-labelledby=offline-title]")).toContainText("Tutto il programma è in questo browser");
    await accessibleAtAllWidths(page);
    await page.getByRole("button", { name: "Cerca una nuova versione" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Il sito non risponde" })).toBeVisible();
    expect(later.filter((text) => !NO_SITE.test(text) && !/ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
    await after.close();

    expect(site.asked).toHaveLength(asked);
    const elsewhere = requests.filter((url) => /^(http|ws)/.test(url) && new URL(url).origin !== site.origin);
    expect(elsewhere).toEqual([]);
    expect(requests.length).toBeGreaterThan(20);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test.describe("in one browser", () => {
  test.use({ serviceWorkers: "allow" });

  test("a new version waits until somebody wants it, and an older page keeps its files", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: site.address });
    const next = await nextVersion(["exchange", "report", "settings"]);
    try {
      const [one, complaints] = await watched(context, site);
      await openExample(one);
      await ready(one);
      await one.evaluate(() => window.caches.open("of another program"));
      const [other, others] = await watched(context, site);
      await open(other, "#/s/payflowpa-a21/sheets/6");
      await ready(other);
      const first = await version(one);
      expect(await version(other)).toBe(first);

      // The site has the new files and no longer the old ones.
      site.folder = next.folder;
      site.asked.length = 0;
      await settings(one);
      await one.getByRole("button", { name: "Cerca una nuova versione" }).click();
      for (const page of [one, other]) await expect(notice(page, "Una nuova versione è pronta")).toBeVisible(TAKING);
      await accessibleAtAllWidths(one);
      // Later is later: the page is not asked again, and the settings keep the button.
      await notice(one, "Una nuova versione").getByRole("button", { name: "Più tardi" }).click();
      await expect(one.locator(".notice")).toHaveCount(0);
      await expect(one.getByRole("button", { name: "Aggiorna ora" })).toBeVisible();
      // A part of the old version that nobody had asked for yet.
      await visit(one, "exchange");
      expect(await version(one)).toBe(first);

      // What was typed just before is saved first.
      await question(other, "q9").getByRole("textbox").first().fill("Rete regionale");
      await notice(other, "Una nuova versione").getByRole("button", { name: "Aggiorna ora" }).click();
      await expect(other.locator(`meta[name=version][content="${next.version}"]`)).toBeAttached();
      await expect(question(other, "q9").getByRole("textbox").first()).toHaveValue("Rete regionale");
      await expect(other.locator(".notice")).toHaveCount(0);
      await ready(other);

      // The page beside goes on with its own files, is told, and is not reloaded.
      const told = notice(one, "Rilievo è stato aggiornato");
      await expect(told).toBeVisible();
      await one.goto("#/s/payflowpa-a21/report");
      await expect(one.locator(".report-doc").first()).toBeVisible();
      expect(await version(one)).toBe(first);
      expect((await caches(one)).filter((name) => name.startsWith("rilievo "))).toHaveLength(2);
      await told.getByRole("button", { name: "Ricarica la pagina" }).click();
      await expect(one.locator(`meta[name=version][content="${next.version}"]`)).toBeAttached();
      await ready(one);

      // Nobody needs the old files any more; what belongs to others stays.
      await expect.poll(() => caches(one)).toEqual(["of another program", `rilievo /some/folder/ ${next.version}`]);
      // Nothing was fetched that an older copy had, and nothing that had gone.
      const hashed = site.asked.filter((name) => /-[0-9a-f]{10}\./.test(name));
      expect(hashed.sort()).toEqual(next.files);
      expect([...complaints, ...others]).toEqual([]);
    } finally {
      await context.close();
      await next.drop();
    }
  });

  test("a copy that could not be completed is no copy, and is completed at the next visit", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: site.address });
    site.spoilt = /^exporter-glue-/;
    const [page, complaints] = await watched(context, site);
    await open(page);
    await expect(page.locator("html")).toHaveAttribute("data-offline", "failed", TAKING);
    await expect(word(page)).toBeEmpty();
    const active = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active));
    expect(await active()).toBe(false);
    await settings(page);
    await expect(page.locator("[aria-labelledby=offline-title]")).toContainText("non è completa");

    site.spoilt = undefined;
    await page.goto("about:blank");
    site.asked.length = 0;
    await open(page);
    await ready(page);
    expect(await active()).toBe(true);
    // What had come before need not come again.
    expect(site.asked.filter((name) => /^(exporter-glue|rilievo-(report|writing))-/.test(name))).toHaveLength(1);

    // One worker, for this folder and nothing else; what is not listed is not there.
    const scopes = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
    expect(await scopes()).toEqual([site.address]);
    const status = (name: string) => page.evaluate(async (name) => (await fetch(name)).status, name);
    expect(await status("nothing-0123456789.wasm")).toBe(404);
    expect(await status("nothing.html")).toBe(404);
    expect((await page.goto("nothing/"))!.status()).toBe(404);
    expect((await page.goto(site.origin))!.status()).toBe(404);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(complaints.filter((text) => !/404/.test(text))).toEqual([]);
    await context.close();
  });
});
