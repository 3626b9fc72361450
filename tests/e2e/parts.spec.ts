// What a sheet and its results do not need is fetched when it is asked for; and
// where that fails, the page says so and tries again when told to.
import type { Page, Route } from "@playwright/test";
import { accessible, choose, EXAMPLE, exported, open, openExample, saved, speak, question, visit } from "./steps";
import { expect, test } from "./watched";

/// Files of the part that reads and writes bundles.
const PART = /\/rilievo-exchange-[0-9a-f]{10}\.wasm$/;

const SENTENCE = {
  it: "Non è stato possibile scaricare questa parte del programma",
  en: "This part of the program could not be fetched",
};

/// Notes the files of the part that are asked for, from here on.
function watchPart(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (PART.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/// The example is in this browser, and the program has just been started.
async function startedAnew(page: Page) {
  await openExample(page);
  await page.goto("about:blank");
  await open(page);
}

const cut = (route: Route) => route.abort();

test("the part is fetched once, when the exchange page is opened", async ({ page }) => {
  await startedAnew(page);
  const asked = watchPart(page);
  await page.getByRole("link", { name: /PayFlowPA/ }).click();
  await visit(page, "sheets/6");
  await question(page, "q9").getByRole("textbox").first().fill("SPC");
  await saved(page);
  await visit(page, "results");
  await visit(page, "results/A");
  expect(asked).toEqual([]);

  await page.getByRole("link", { name: "Scambio", exact: true }).click();
  await expect(page.locator("[data-export]")).toBeVisible();
  await expect(page.locator("main")).toBeFocused();
  expect(asked).toHaveLength(1);
  // From now on it is here: for the page in another language, for the way back,
  // for a file.
  await speak(page, "English");
  await expect(page.getByRole("heading", { level: 1, name: "Exchange" })).toBeVisible();
  await visit(page, "overview");
  await visit(page, "exchange");
  await choose(page, (await exported(page)).path);
  expect(asked).toHaveLength(1);
});

test("the page stays as it is while the part comes, and says when that takes longer", async ({ page }) => {
  // A window that holds the whole page: nothing in it may jump.
  await page.setViewportSize({ width: 1280, height: 2600 });
  await startedAnew(page);
  await visit(page, "overview");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(PART, async (route) => {
    await arrived;
    await route.continue();
  });
  const frame = async () => ({
    header: await page.locator("header").first().boundingBox(),
    footer: await page.locator("footer").boundingBox(),
  });
  await page.getByRole("link", { name: "Scambio", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Un momento…" })).toBeVisible();
  const waiting = await frame();
  await accessible(page);
  arrive();
  await expect(page.locator("[data-export]")).toBeVisible();
  await expect(page.getByText("Un momento…")).toHaveCount(0);
  expect(await frame()).toEqual(waiting);
  await expect(page.locator("main")).toBeFocused();
});

test("a page that was left while its part came does not come back", async ({ page }) => {
  await startedAnew(page);
  await visit(page, "overview");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(PART, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.getByRole("link", { name: "Scambio", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Un momento…" })).toBeVisible();
  await visit(page, "results");
  const came = page.waitForResponse(PART);
  arrive();
  await came;
  await page.getByRole("link", { name: "Panoramica", exact: true }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  await expect(page.locator("[data-export]")).toHaveCount(0);
});

test.describe("without network", () => {
  test.use({
    expected: {
      complaints: [/^console: Failed to load resource: net::ERR_FAILED$/, /^console: TypeError: Failed to fetch/],
    },
  });

  test("the exchange page says what is missing, and comes when it is tried again", async ({ page }) => {
    await startedAnew(page);
    await visit(page, "overview");
    await page.route(PART, cut);
    await page.getByRole("link", { name: "Scambio", exact: true }).click();
    const alert = page.locator("main").getByRole("alert");
    await expect(alert).toContainText(SENTENCE.it);
    await accessible(page);
    await speak(page, "English");
    await expect(alert).toContainText(SENTENCE.en);
    await speak(page, "Italiano");

    // Trying again too early changes nothing, and the keyboard stays.
    const again = page.getByRole("button", { name: "Riprova" });
    const failed = page.waitForEvent("requestfailed");
    await again.focus();
    await page.keyboard.press("Enter");
    await failed;
    await expect(page.getByText("Un momento…")).toHaveCount(0);
    await expect(alert).toBeVisible();
    await expect(again).toBeFocused();

    await page.unroute(PART, cut);
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-fingerprint]")).toHaveText(/^[0-9a-f]{64}$/);
    await expect(alert).toHaveCount(0);
    await expect(page.locator("main")).toBeFocused();
    await exported(page);
  });

  test("without what draws charts, what they count is read in tables", async ({ page }) => {
    await startedAnew(page);
    await page.route(/\/rilievo-chunk_/, cut);
    await page.goto(`${EXAMPLE}/results/A`);
    await expect(page.getByRole("region", { name: "Avvisi" }).filter({ hasText: SENTENCE.it })).toBeVisible();
    const card = page.locator('[data-result="q1"]');
    await expect(card.locator("[data-option=si] [data-count]")).toBeVisible();
    await expect(card.locator(".base")).not.toBeEmpty();
    await expect(card.locator("svg")).toHaveCount(0);
    await accessible(page);
    // They are fetched when the page is opened again.
    await page.unroute(/\/rilievo-chunk_/, cut);
    await visit(page, "results/B");
    await expect(page.locator('[data-result="q11"] svg').first()).toBeVisible();
  });

  test("chosen files stay chosen until they can be read", async ({ page }) => {
    await page.route(PART, cut);
    await open(page);
    const input = page.locator("input[data-import]");
    await input.setInputFiles("public/examples/payflowpa-a21.json");
    await expect(page.locator("main").getByRole("alert")).toContainText(SENTENCE.it);
    await accessible(page);
    await page.unroute(PART, cut);
    await page.getByRole("button", { name: "Riprova" }).click();
    await expect(page.locator("[data-dry-run]")).toContainText("Nuova: in questo browser non c'è ancora.");
    await expect(page.locator("main").getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Che cosa succederebbe" })).toBeFocused();
    await page.locator("[data-confirm]").click();
    await expect(page.locator("[data-partner]")).toHaveCount(10);
  });

  test("the example that cannot be read is told, and opens later", async ({ page }) => {
    await page.route(PART, cut);
    await open(page);
    const example = page.getByRole("button", { name: "Apri l'esempio PayFlowPA" });
    await example.click();
    await expect(page.getByText("L'esempio non si è potuto aprire")).toBeVisible();
    await page.unroute(PART, cut);
    await example.click();
    await expect(page.locator("[data-partner]")).toHaveCount(10);
  });
});
