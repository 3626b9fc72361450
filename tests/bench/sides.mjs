// The two pages that are measured side by side, as a driver sees them: where
// what is, and what to do to get it.
import { expectCounts, imported } from "./counts.mjs";

/// Sets a field as a person would.
const choose = (page, id, value) =>
  page.evaluate(
    ([id, value]) => {
      const select = document.getElementById(id);
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [id, value],
  );

/// The page written by hand.
function plain(origin) {
  const drawn = "main:not([hidden]) > #grafici[data-drawn] > section";
  return {
    name: "plain",
    origin,
    /// Where files are read.
    start: () => `${origin}/#risultati`,
    sheet: () => `${origin}/#scheda`,
    results: () => `${origin}/#risultati`,
    elsewhere: () => `${origin}/#scheda`,
    file: ({ plain }) => plain,
    pick: "label:has(#file)",
    /// The file is read, and what there is to see is seen.
    read: drawn,
    drawn,
    text: '[name="q9"]',
    /// One of two choices; the first reveals a follow-up.
    choice: '[name="q20"]',
    turn: (page, dimension) => choose(page, "dimensione", dimension),
    filter: (page, on) => choose(page, "filtro", on ? "approved" : ""),
    /// What the page says that changes with what is shown.
    shown: "#grafici",
    async checkRead(page, { counts, sheets }) {
      await expectCounts(this, page, counts.all, `plain, ${sheets} sheets`);
    },
    /// Keeps what was read.
    keep: (page) =>
      page.evaluate(async () => {
        const began = performance.now();
        document.getElementById("conserva").click();
        await watch.until(() => document.getElementById("detto").textContent !== "");
        return { painted: (await watch.painted()) - began };
      }),
  };
}

/// Rilievo.
function app(origin) {
  const hash = (hash) => `${origin}/#${hash}`;
  const survey = (sheets) => `/s/generata-${sheets}`;
  const go = (page, address) => page.evaluate((address) => (location.hash = address), address);
  const here = (page) => page.evaluate(() => location.hash.replace(/^#/, ""));
  return {
    name: "app",
    origin,
    start: () => `${origin}/`,
    sheet: ({ sheets, body }) => hash(`${survey(sheets)}/sheets/${body}`),
    results: ({ sheets }) => hash(`${survey(sheets)}/results/A`),
    elsewhere: ({ sheets }) => hash(`${survey(sheets)}/overview`),
    file: ({ bundle }) => bundle,
    pick: "label:has([data-import])",
    read: "[data-dry-run] :is([data-confirm], [data-refusal])",
    drawn: "[data-result] [data-count]",
    text: '[data-question="q9"] textarea',
    choice: '[data-question="q20"] input[type=radio]',
    turn: async (page, dimension) => go(page, (await here(page)).replace(/results\/[A-Z]/, `results/${dimension}`)),
    filter: async (page, on) => go(page, (await here(page)).replace(/\?.*$/, "") + (on ? "?status=approved" : "")),
    shown: "[data-base]",
    /// A file that was read is not in the survey yet: the dry run says how many
    /// bodies it holds.
    async checkRead(page, { sheets }) {
      const said = await page.locator("[data-dry-run]").innerText();
      if (!said.replaceAll(".", "").includes(String(sheets))) throw new Error(`the dry run of ${sheets} sheets says: ${said}`);
    },
    keep: imported,
  };
}

/// Both of them; `servers` says where they are.
export const sides = (servers) => ({ plain: plain(servers.plain), app: app(servers.app) });
