// Somebody makes the report of the survey: chooses what stands in it, prints it,
// and keeps it as a file.
import type { Page } from "@playwright/test";
import { download } from "./inviting";
import { printed } from "./pdf";
import { accessible, accessibleAtAllWidths, EXAMPLE, openExample, question, saved, visit } from "./steps";
import { expect, test } from "./watched";

/// Opens the report with these choices in the address.
async function report(page: Page, choices = "") {
  await page.goto(`${EXAMPLE}/report${choices}`);
  await composed(page);
}

/// What was asked for stands on the page.
async function composed(page: Page) {
  await expect(page.locator("[data-composed]")).toHaveText(/pront[oi]\.$|ready\.$/, { timeout: 30_000 });
  await expect(page.locator(".report-doc").first()).toBeVisible();
}

const paper = (page: Page) => page.locator(".report-doc");

test("what is chosen stands in the address, and the report follows", async ({ page }) => {
  await openExample(page);
  await page.getByRole("link", { name: "Rapporto", exact: true }).click();
  await page.goto(`${EXAMPLE}/report`);
  await composed(page);
  await expect(paper(page)).toHaveCount(1);
  await expect(paper(page).getByRole("heading", { level: 1 })).toHaveText("PayFlowPA A.2.1");
  await expect(paper(page).getByRole("heading", { level: 2, name: /Allegato/ })).toHaveCount(9);

  await page.locator("summary", { hasText: "Sezioni" }).click();
  await page.locator("[data-part=annexes]").uncheck();
  await composed(page);
  await expect(page).toHaveURL(/\?lang=it&without=annexes$/);
  await expect(paper(page).getByRole("heading", { name: /Allegato/ })).toHaveCount(0);

  await page.getByRole("radio", { name: "English" }).check();
  await composed(page);
  await expect(paper(page)).toHaveAttribute("lang", "en");
  await expect(paper(page).getByRole("heading", { name: "Contents" })).toBeVisible();

  await page.getByRole("radio", { name: /^Pubblico/ }).check();
  await expect(page).toHaveURL(/lang=en&scope=public&without=annexes$/);
  await expect(page.locator("[data-shows=contacts]")).toBeDisabled();

  // The address says it all: another day it is the same report.
  await page.reload();
  await composed(page);
  await expect(paper(page)).toHaveAttribute("lang", "en");
  await expect(page.locator("[data-part=annexes]")).not.toBeChecked();
});

test("each body has a report of its own: one, several, all", async ({ page }) => {
  await openExample(page);
  await report(page, "?of=bodies&bodies=2");
  await expect(paper(page)).toHaveCount(1);
  await expect(paper(page).getByRole("heading", { level: 1 })).toContainText("Regione Toscana");
  await page.locator("summary", { hasText: "Enti con un report" }).click();
  await page.locator("[data-body=EC]").check();
  await expect(paper(page)).toHaveCount(2);
  await page.locator("[data-body=EC]").uncheck();
  await page.locator("[data-body='2']").uncheck();
  await expect(page).toHaveURL(/\?of=bodies&lang=it$/);
  await expect(paper(page)).toHaveCount(10);
  // Each is a document: no place of one is in another.
  const ids = await page.locator(".reports [id]").evaluateAll((all) => all.map((one) => one.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("a link of the contents leads to its place and leaves the address alone", async ({ page }) => {
  await openExample(page);
  await report(page);
  const address = page.url();
  await paper(page).getByRole("navigation").getByRole("link", { name: /^Allegato 9/ }).click();
  const heading = paper(page).getByRole("heading", { name: /^Allegato 9/ });
  await expect(heading).toBeInViewport();
  expect(page.url()).toBe(address);
});

test("the report prints with heads and feet, page numbers, bookmarks and alternatives", async ({ page }) => {
  test.slow();
  await openExample(page);
  await report(page);
  const headings = await paper(page).locator("h1, h2, h3, h4").evaluateAll((all) =>
    all.map((one) => "  ".repeat(Number(one.tagName[1]) - 1) + one.textContent!.replace(/\s+/g, " ").trim()),
  );
  const { pages, text, roles, alternatives, bookmarks } = await printed(page);
  // While it is printed the page has the name of the file, and then its own.
  const title = /^Rapporto · PayFlowPA A\.2\.1/;
  await expect(page).toHaveTitle(title);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page).toHaveTitle("payflowpa-a21_rapporto-versione-1-0");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page).toHaveTitle(title);

  const [cover, ...rest] = pages;
  expect(cover).toContain("PayFlowPA A.2.1");
  expect(cover).toMatch(/Impronta [0-9a-f]{64}/);
  expect(cover).not.toContain(`1 / ${pages.length}`);
  const print = /Impronta ([0-9a-f]{12})/.exec(cover)![1];
  rest.forEach((words, at) => {
    expect(words).toContain(`${at + 2} / ${pages.length}`);
    expect(words).toContain(`Impronta ${print}`);
    expect(words).toContain("PayFlowPA A.2.1");
  });
  // The paper alone.
  for (const around of ["Salvato", "Quale documento", "Stampa o salva come PDF", "I dati restano in questo browser"]) {
    expect(text, around).not.toContain(around);
  }
  // Where a heading wraps, a bookmark has no space.
  const bare = (all: string[]) => all.map((one) => /^ */.exec(one)![0] + one.replace(/\s/g, ""));
  expect(bare(bookmarks)).toEqual(bare(headings));
  expect(roles).toContain("H1");
  expect(roles).toContain("Caption");
  expect(roles.filter((role) => role === "TH").length).toBeGreaterThan(100);
  const figures = await paper(page).locator("figure").count();
  expect(alternatives.filter((words) => words.length > 20)).toHaveLength(figures);
  expect(alternatives.every((words) => words !== "")).toBe(true);
});

test("as an HTML file the report needs nothing else", async ({ page, browser }) => {
  await openExample(page);
  await report(page, "?without=results");
  const { name, text } = await download(page, page.locator("[data-save=html]"));
  expect(name).toMatch(/^payflowpa-a21_rapporto.*\.html$/);
  expect(text).toContain("Content-Security-Policy");
  expect(text).not.toContain("<script");

  const context = await browser.newContext();
  const alone = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  alone.on("request", (request) => asked.push(request.url()));
  alone.on("console", (message) => complaints.push(message.text()));
  await alone.route("http://alone.test/**", (route) => route.fulfill({ body: text, contentType: "text/html; charset=utf-8" }));
  await alone.goto("http://alone.test/report.html");
  await expect(alone.getByRole("heading", { level: 1 })).toHaveText("PayFlowPA A.2.1");
  await alone.getByRole("link", { name: /^Allegato 9/ }).click();
  await expect(alone.getByRole("heading", { name: /^Allegato 9/ })).toBeInViewport();
  // Its style is there.
  await expect(alone.locator(".report-doc")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  expect(asked.filter((url) => !url.startsWith("http://alone.test/report.html"))).toEqual([]);
  expect(complaints).toEqual([]);
  await accessible(alone);
  await alone.setViewportSize({ width: 360, height: 740 });
  await accessible(alone);
  const paged = await printed(alone);
  expect(paged.pages[1]).toContain(`2 / ${paged.pages.length}`);
  await context.close();
});

test("what is not finished is told before it is printed", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/1");
  await question(page, "q4").locator('input[value="si"]').check();
  await saved(page);
  await report(page, "?without=annexes,results");
  await expect(page.locator("[data-before=drafts]")).toContainText("1 scheda è ancora in bozza");
  await page.locator("[data-before=drafts]").getByRole("link").click();
  await expect(page).toHaveURL(/overview$/);
});

test("the page of the report serves everyone at every width", async ({ page }) => {
  test.slow();
  await openExample(page);
  await report(page);
  await accessibleAtAllWidths(page);
});
