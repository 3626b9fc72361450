// Somebody presents the survey in a meeting: walks through the slides, is asked
// who said no, looks at the notes in a window of their own.
import type { Page } from "@playwright/test";
import { accessible, EXAMPLE, open, openExample, question, saved, visit } from "./steps";
import { expect, test } from "./watched";

/// Opens the stage at a slide.
async function present(page: Page, slide = "title") {
  await page.goto(`${EXAMPLE}/present/${slide}`);
  await expect(page.locator("[data-stage] .slide")).toBeVisible();
}

/// The slide with this number is shown; gives how many there are.
async function at(page: Page, number: number): Promise<number> {
  const said = page.locator("[data-said]");
  await expect(said).toHaveText(new RegExp(`^(Diapositiva|Slide) ${number} (di|of) \\d+: .`));
  return Number(/ (?:di|of) (\d+): /.exec((await said.textContent())!)![1]);
}

/// Presses keys one after the other.
async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

/// Goes to a slide by its number.
async function goTo(page: Page, number: number) {
  await press(page, ...String(number), "Enter");
  await at(page, number);
}

const shown = (page: Page) => page.locator("[data-stage] .slide").getAttribute("data-slide");

test("the slides are walked by keys, each at its address", async ({ page }) => {
  test.slow();
  await openExample(page);
  await visit(page, "overview");
  const before = page.url();
  await present(page);
  const count = await at(page, 1);
  expect(count).toBeGreaterThan(20);
  // The rest of the page is out of reach.
  await expect(page.locator("header.header")).toHaveAttribute("inert", "");

  const steps: [string, number][] = [
    ["ArrowRight", 2],
    ["ArrowDown", 3],
    ["Space", 4],
    ["PageDown", 5],
    ["PageUp", 4],
    ["Shift+Space", 3],
    ["ArrowUp", 2],
    ["ArrowLeft", 1],
    ["ArrowLeft", 1],
    ["End", count],
    ["ArrowRight", count],
    ["Home", 1],
  ];
  for (const [key, number] of steps) {
    await press(page, key);
    await at(page, number);
  }
  // Keys with Ctrl are the browser's.
  await press(page, "Control+ArrowRight", "Control+b");
  await at(page, 1);

  // By number: typed, or in the field.
  await goTo(page, 12);
  const address = page.url();
  expect(address).toContain(`/present/${await shown(page)}`);
  await press(page, "g");
  const field = page.getByRole("dialog", { name: "Vai alla diapositiva" }).getByRole("textbox");
  await expect(field).toBeFocused();
  await field.fill("99");
  await press(page, "Enter");
  await expect(page.getByRole("dialog")).toContainText(`da 1 a ${count}`);
  await field.fill("3");
  await press(page, "Enter");
  await at(page, 3);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await press(page, "9", "9", "Backspace", "Escape");
  await at(page, 3);

  // The address of a slide leads to it, also in a page that was just opened.
  const other = await page.context().newPage();
  await open(other, address);
  await at(other, 12);
  await other.close();

  // All slides: the arrow keys move, Enter chooses.
  await press(page, "o");
  const tiles = page.locator("[data-overview] [data-to-slide]");
  await expect(tiles).toHaveCount(count);
  await expect(tiles.nth(2)).toBeFocused();
  await press(page, "ArrowRight", "ArrowDown");
  const chosen = Number(await page.locator("[data-to-slide]:focus").getAttribute("data-to-slide"));
  expect(chosen).toBeGreaterThan(4);
  await accessible(page);
  await press(page, "Enter");
  await at(page, chosen);
  await press(page, "o", "Escape");
  await at(page, chosen);

  // Black, and the slide again; a clicker sends a full stop.
  await press(page, "b");
  await expect(page.locator("[data-black]")).toBeVisible();
  await press(page, ".");
  await expect(page.locator("[data-black]")).toHaveCount(0);
  await press(page, "b", "ArrowLeft");
  await at(page, chosen - 1);
  await expect(page.locator("[data-black]")).toHaveCount(0);

  // Notes below, the keys, the whole screen.
  await press(page, "n");
  await expect(page.locator("[data-notes]")).toBeVisible();
  await accessible(page);
  await press(page, "n");
  await expect(page.locator("[data-notes]")).toHaveCount(0);
  await press(page, "?");
  await expect(page.getByRole("dialog", { name: "Tasti" })).toBeVisible();
  await accessible(page);
  await press(page, "Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const full = () => page.evaluate(() => document.fullscreenElement !== null);
  await press(page, "f");
  await expect.poll(full).toBe(true);
  await press(page, "f");
  await expect.poll(full).toBe(false);

  // The controls are there for the pointer, and for Tab.
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await page.locator("[data-next]").click();
  await at(page, chosen);
  await page.locator("[data-previous]").focus();
  await press(page, "Enter");
  await at(page, chosen - 1);

  // The way back leaves the stage, and so does Esc.
  await page.goBack();
  await expect(page).toHaveURL(before);
  await expect(page.locator("header.header")).not.toHaveAttribute("inert");
  await present(page);
  await press(page, "Escape");
  await expect(page).toHaveURL(/\/present$/);
});

test("a mark of the chart says who is behind it, and one key goes back", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openExample(page);
  await present(page, "question/q4");
  const marks = page.locator("[data-stage] .mark");
  const names = page.getByRole("dialog");
  await press(page, "d");
  await expect(marks.first()).toBeFocused();
  await press(page, "Enter");
  await expect(names).toContainText(/\d+ (di|su) \d+/);
  const listed = names.getByRole("listitem");
  expect(await listed.count()).toBeGreaterThan(0);
  const size = await listed.first().evaluate((item) => parseFloat(getComputedStyle(item).fontSize));
  expect(size).toBeGreaterThanOrEqual(24);
  await accessible(page);
  const first = await names.getByRole("heading").textContent();
  await press(page, "ArrowRight");
  await expect(names.getByRole("heading")).not.toHaveText(first!);
  await press(page, "Escape");
  await expect(names).toHaveCount(0);
  await expect(marks.nth(1)).toBeFocused();
  await press(page, "ArrowLeft", " ");
  await expect(names.getByRole("heading")).toHaveText(first!);
  await press(page, "Backspace");
  await expect(names).toHaveCount(0);
  await expect(marks.first()).toBeFocused();
  // The slide has not changed meanwhile; from a mark the page keys step.
  expect(await shown(page)).toBe("question/q4");
  await marks.first().click();
  await expect(names.getByRole("heading")).toHaveText(first!);
  await press(page, "PageDown");
  await expect(names).toHaveCount(0);
  expect(await shown(page)).not.toBe("question/q4");
});

test("the slides follow the data, and speak the language of the page", async ({ page }) => {
  await openExample(page);
  await present(page, "question/q4");
  const title = page.locator("[data-stage] .slide-title");
  const before = (await title.textContent())!;
  const other = await page.context().newPage();
  await open(other, `${EXAMPLE}/sheets/1`);
  const yes = question(other, "q4").locator('input[value="si"]');
  await question(other, "q4").locator(`input[value="${(await yes.isChecked()) ? "no" : "si"}"]`).check();
  await saved(other);
  await expect(title).not.toHaveText(before);
  await other.getByRole("button", { name: "English" }).click();
  await open(other, `${EXAMPLE}/present/title`);
  await at(other, 1);
  await expect(other.getByRole("region", { name: "Presentation" })).toBeVisible();
  await expect(other.locator("[data-stage] .slide[lang=en]")).toBeAttached();
  await accessible(other);
});

test("the speaker's window follows the stage and leads it", async ({ page }) => {
  test.slow();
  await openExample(page);
  await present(page);
  await press(page, "ArrowRight");
  const opening = page.context().waitForEvent("page");
  await press(page, "s");
  const speaker = await opening;
  const now = speaker.locator("[data-now]");
  const title = async () => (await page.locator("[data-stage] .slide-title").textContent())!;
  const together = async () => expect(now).toHaveText(await title());
  await expect(speaker.locator("[data-speaker]")).toBeVisible();
  await together();
  const next = (await speaker.locator("[data-then]").textContent())!;
  await press(page, "ArrowRight");
  await at(page, 3);
  await expect(now).toHaveText(next);
  await press(speaker, "PageDown", "PageDown");
  await at(page, 5);
  await together();
  await press(speaker, "b");
  await expect(page.locator("[data-black]")).toBeVisible();
  await press(page, "b");
  await expect(speaker.getByText("Schermo nero", { exact: true })).toHaveCount(1);
  await press(speaker, "1", "Enter");
  await at(page, 1);

  // The timer runs, stops, and is set back.
  const timer = speaker.getByRole("timer");
  await speaker.getByRole("button", { name: "Avvia" }).click();
  await expect(timer).toHaveText("0:01");
  await speaker.getByRole("button", { name: "Ferma" }).click();
  await speaker.getByRole("button", { name: "Azzera" }).click();
  await expect(timer).toHaveText("0:00");
  await accessible(speaker);
  await speaker.setViewportSize({ width: 360, height: 740 });
  await accessible(speaker);

  // Either goes on alone; one that comes back finds the other.
  await page.goto(`${EXAMPLE}/overview`);
  await expect(speaker.locator("[data-alone]")).toBeVisible();
  await press(speaker, "End");
  await expect(speaker.locator("[data-then]")).toHaveText("Fine della presentazione");
  await present(page);
  await expect(speaker.locator("[data-alone]")).toHaveCount(0);
  await together();
  await speaker.close();
  await press(page, "ArrowRight");
  await at(page, 2);

  // A browser that opens no window says so, and offers the notes.
  await page.evaluate(() => (window.open = () => null));
  await press(page, "s");
  const trouble = page.locator("[data-trouble]");
  await trouble.getByRole("button", { name: /Mostra le note/ }).click();
  await expect(page.locator("[data-notes]")).toBeVisible();
  await expect(trouble).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("fingers step, and everything can be reached", async ({ page }) => {
    await openExample(page);
    await present(page);
    /// A finger goes from one place to another.
    const swipe = async (from: number, to: number) => {
      const session = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
        session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 100 }] });
      await touch("touchStart", from);
      await touch("touchMove", to);
      await touch("touchEnd");
      await session.detach();
    };
    await swipe(300, 60);
    await at(page, 2);
    await swipe(60, 300);
    await at(page, 1);
    await swipe(160, 150);
    await at(page, 1);
    // The slide is as wide as the screen, the controls stand below it.
    const slide = (await page.locator("[data-stage] .slide").boundingBox())!;
    expect(slide.width).toBe(360);
    await page.getByRole("button", { name: "Note" }).tap();
    await expect(page.locator("[data-notes]")).toBeInViewport();
    const next = page.locator("[data-next]");
    expect((await next.boundingBox())!.y).toBeGreaterThanOrEqual(slide.y + slide.height);
    await next.tap();
    await at(page, 2);
    await accessible(page);
    await present(page, "question/q4");
    await page.locator("[data-stage] .mark").first().tap();
    await expect(page.getByRole("dialog")).toBeInViewport();
    await accessible(page);
    await page.locator("[data-names-back]").tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.getByRole("button", { name: "Panoramica" }).tap();
    await accessible(page);
    await page.locator("[data-leave]").tap();
    await expect(page).toHaveURL(/\/present$/);
  });
});
