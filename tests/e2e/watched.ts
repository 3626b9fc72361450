// A page that is watched: whatever a journey does, the browser must not
// complain, and nothing may leave the site's own origin. A journey that cuts the
// network says which complaints that brings.
import { type Page, test as base, expect } from "@playwright/test";

export { expect };

/// Notes whatever the browser complains of in a page, and every request that
/// leaves the site's origin; gives the list, which grows.
export async function watch(page: Page, origin: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const leaves = ["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== origin;
    if (leaves) complaints.push(`request to another origin: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  // A blocked resource raises this event; the console's wording may change.
  await page.exposeFunction("reportViolation", (text: string) => complaints.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${event.effectiveDirective} blocked ${event.blockedURI}`);
    });
  });
  return complaints;
}

type Fixtures = {
  expected: { complaints: RegExp[] };
  watched: void;
  /// The first page of another person's browser, watched like the journey's own.
  profile: () => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  expected: [{ complaints: [] }, { option: true }],
  watched: [
    async ({ page, baseURL, expected }, use) => {
      const complaints = await watch(page, new URL(baseURL!).origin);
      await use();
      const known = (text: string) => expected.complaints.some((pattern) => pattern.test(text));
      expect(complaints.filter((text) => !known(text))).toEqual([]);
      const missing = expected.complaints.filter((pattern) => !complaints.some((text) => pattern.test(text)));
      expect(missing, "complaints that did not come").toEqual([]);
    },
    { auto: true },
  ],
  profile: async ({ browser, baseURL }, use) => {
    const opened: { close: () => Promise<void>; complaints: string[] }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const complaints = await watch(page, new URL(baseURL!).origin);
      opened.push({ close: () => context.close(), complaints });
      return page;
    });
    for (const { close, complaints } of opened) {
      await close();
      expect(complaints).toEqual([]);
    }
  },
});
