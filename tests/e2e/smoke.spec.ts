// The first visit: the page opens, quietly, from any folder of any host; and
// where it cannot start, it says so.
import { test as unwatched } from "@playwright/test";
import { expect, test } from "./watched";

test("the page opens", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1, name: "Le tue indagini" })).toBeVisible();
});

// The tests below provoke complaints of the browser, so they are not watched.

unwatched("the policy is in force", async ({ page }) => {
  await page.goto("");
  const blocked = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'inline code ran'";
    const violation = new Promise<string>((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
    });
    document.head.append(script);
    return violation;
  });
  expect(blocked).toBe("script-src-elem");
  await expect(page).not.toHaveTitle("inline code ran");
});

unwatched("without WebAssembly the page explains itself", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  await page.goto("");
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading", { name: "Rilievo non riesce ad avviarsi in questo browser." })).toBeVisible();
  await expect(alert.locator(":lang(en)").getByRole("heading", { name: "Rilievo cannot start in this browser." })).toBeVisible();
});

unwatched.describe("without JavaScript", () => {
  unwatched.use({ javaScriptEnabled: false });

  unwatched("the page asks for it", async ({ page }) => {
    await page.goto("");
    // By element: Playwright's text search passes over `noscript`.
    const message = page.locator("noscript p").first();
    await expect(message).toBeVisible();
    await expect(message).toContainText("occorre attivare JavaScript");
  });
});
