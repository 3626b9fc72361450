// The one file, double-clicked: everything is in it, nothing is fetched, and what
// was typed is there when the browser is started again.
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";
import { accessibleAtAllWidths, choose, deleteSurvey, EXAMPLE, exported, home, open, openExample, question, saved, visit } from "./steps";
import { expect, test as base, watch } from "./watched";
import { unzip } from "./zip";

const FILE = fileURLToPath(new URL("../../dist/rilievo.html", import.meta.url));
const ADDRESS = pathToFileURL(FILE).href;
const EXAMPLE_FILE = fileURLToPath(new URL("../../public/examples/payflowpa-a21.json", import.meta.url));
const ANSWER = "LAN 10 Gbps, “simmetrica” — e una linea di riserva";
/// Where a saved copy has its survey.
const PLACE = "<!-- carried -->";

/// A browser with a profile that outlives it.
class Lasting {
  #context?: BrowserContext;
  readonly requests: string[] = [];
  readonly complaints: string[] = [];

  constructor(
    readonly profile: string,
    readonly options: Parameters<typeof chromium.launchPersistentContext>[1],
  ) {}

  /// Starts, or starts again.
  async start(): Promise<Page> {
    await this.#context?.close();
    this.#context = await chromium.launchPersistentContext(this.profile, this.options);
    const [page] = this.#context.pages();
    const complaints = await watch(page, "");
    this.#context.on("request", (request) => this.requests.push(request.url()));
    this.#context.on("close", () => this.complaints.push(...complaints));
    return page;
  }

  async end() {
    await this.#context?.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const test = base.extend<{ lasting: Lasting; folder: string }>({
  lasting: async ({ launchOptions, locale, timezoneId }, use) => {
    const profile = await mkdtemp(join(tmpdir(), "rilievo-alone-"));
    const lasting = new Lasting(profile, { ...launchOptions, locale, timezoneId, baseURL: ADDRESS });
    await use(lasting);
    await lasting.end();
    expect(lasting.complaints).toEqual([]);
  },
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "rilievo-alone-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/// The file without a survey inside, as the app gives it away.
async function template(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLElement>("meta[name=asset][content=alone]")!.dataset;
    const bytes = await (await fetch(href!)).blob();
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.onload = resolve;
      reader.readAsDataURL(bytes);
    });
    return (reader.result as string).split(",")[1];
  });
  return Buffer.from(base64, "base64");
}

/// Presses a button and gives the file that comes of it.
async function made(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return readFile(await download.path());
}

test("the file opens by itself, keeps what is typed, and does what the site does", async ({ lasting }) => {
  let page = await lasting.start();
  await open(page);
  await expect(page.locator("[data-one-file]")).toContainText("I dati restano in questo browser, non nel file");
  await expect(page.locator("#shell")).toHaveCount(0);
  await accessibleAtAllWidths(page);
  // Our letters, at all weights.
  expect(await page.evaluate(() => [400, 600, 700].map((weight) => document.fonts.check(`${weight} 1em "Titillium Web"`)))).toEqual([true, true, true]);

  // An answer, at an address of the app; the page is loaded anew there, and the
  // browser is started again.
  await openExample(page);
  await visit(page, "sheets/EC");
  const field = () => question(page, "q9").getByRole("textbox", { name: "Connettività" });
  await field().fill(ANSWER);
  await saved(page);
  await page.reload();
  await expect(field()).toHaveValue(ANSWER);
  page = await lasting.start();
  await open(page, `${EXAMPLE}/sheets/EC`);
  await expect(field()).toHaveValue(ANSWER);

  // Out, and in again.
  await visit(page, "exchange");
  const { path, bundle } = await exported(page);
  expect(bundle.survey.sheets.find(({ partner }) => partner === "EC")!.answers.q9.value).toEqual({ text: ANSWER });
  await home(page);
  await deleteSurvey(page);
  await choose(page, path);
  await page.locator("[data-confirm]").click();
  await visit(page, "results/A");
  await expect(page.locator('[data-result="q9"] [data-body="EC"]')).toContainText(ANSWER);

  // A chart as pixels, with our letters; the report, written by the worker.
  const figure = page.locator('[data-result="q1"]');
  await figure.getByText("Salva", { exact: true }).first().click();
  const png = await made(page, () => figure.getByRole("button", { name: "Immagine PNG" }).click());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  await page.goto(`${EXAMPLE}/report`);
  const docx = await made(page, () => page.locator("[data-export=docx]").click());
  const names = [...unzip(docx).keys()];
  expect(names.filter((name) => name.startsWith("word/media/")).length).toBeGreaterThan(15);

  await page.goto("#/settings");
  await expect(page.locator("[data-one-file]")).toBeVisible();
  expect(await template(page)).toEqual(await readFile(FILE));
  const beyond = lasting.requests.filter((url) => !/^(blob|data):/.test(url) && url.split("#")[0] !== ADDRESS);
  expect(beyond, "requests beyond the file").toEqual([]);
});

test("a survey that travels in the file is there for the app, and the file stays as it is", async ({ lasting, folder }) => {
  const whole = await readFile(FILE);
  const bundle = JSON.parse(await readFile(EXAMPLE_FILE, "utf8"));
  bundle.survey.head.title = "Città </script><!-- € -->";
  const json = JSON.stringify(bundle);
  const block = `<script type="text/plain" id="packed" data-opens="present">${deflateRawSync(json).toString("base64")}</script>`;
  const at = whole.indexOf(PLACE);
  expect(whole.indexOf(PLACE, at + 1), "one place").toBe(-1);
  const copy = join(folder, "una copia è.html");
  await writeFile(copy, Buffer.concat([whole.subarray(0, at), Buffer.from(block), whole.subarray(at + PLACE.length)]));
  const page = await lasting.start();
  // What the boot leaves for the app, before the app looks at it.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const block = document.getElementById("carried");
      if (block) Object.assign(window, { carried: [block.textContent, block.dataset.opens, document.getElementById("packed")] });
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page, pathToFileURL(copy).href);
  expect(await page.evaluate(() => (window as unknown as { carried: unknown }).carried)).toEqual([json, "present", null]);
  expect(await template(page)).toEqual(whole);
});

/// A host that says of every file that it is UTF-8.
async function host(file: Buffer): Promise<[Server, string]> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return [server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/rilievo.html`];
}

// The pages below are of other origins than the site, or broken: not watched.

base.describe("from a host", () => {
  base("that sends it as UTF-8 the file reads itself once more, and opens", async ({ browser }) => {
    const file = await readFile(FILE);
    const [server, address] = await host(file);
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await open(page, address);
    expect(await template(page)).toEqual(file);
    const sent = requests.filter((url) => !/^(blob|data):/.test(url));
    expect(sent.every((url) => url === address), sent.join("\n")).toBe(true);
    await page.close();
    server.close();
  });

  base("a file that came damaged says that it cannot start", async ({ browser }) => {
    const file = await readFile(FILE);
    file[file.length / 2 | 0] ^= 1;
    const [server, address] = await host(file);
    const page = await browser.newPage();
    await page.goto(address);
    await expect(page.getByRole("alert").getByRole("heading", { level: 1 }).first()).toHaveText("Rilievo non riesce ad avviarsi in questo browser.");
    await page.close();
    server.close();
  });

  base("a browser that cannot unpack it is told so", async ({ browser }) => {
    const page = await browser.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(window, "DecompressionStream"));
    await page.goto(ADDRESS);
    await expect(page.getByRole("alert").locator(":lang(en)").getByRole("heading")).toHaveText("Rilievo cannot start in this browser.");
    await page.close();
  });
});
