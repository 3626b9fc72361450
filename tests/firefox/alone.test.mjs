// The one file in Firefox, double-clicked: the main journey, and what was typed is
// there when the browser is started again.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { downloaded, inFirefox } from "./browser.mjs";
import { at } from "./steps.mjs";

const FILE = fileURLToPath(new URL("../../dist/rilievo.html", import.meta.url));
const { ANSWER, EXAMPLE, FIELD, SHEET, answer, exportsAndImports, finds, go, looksAtResults, open, openExample } = at(pathToFileURL(FILE).href);

/// As Firefox comes: each file is an origin of its own.
const SETTINGS = { "security.fileuri.strict_origin_policy": true };

test("the one file opens by itself, keeps what is typed, and writes files", async () => {
  const profile = await mkdtemp(join(tmpdir(), "rilievo-alone-"));
  try {
    await inFirefox(
      SETTINGS,
      async (page) => {
        await open(page);
        assert.match(await page.$eval("[data-one-file]", (card) => card.textContent), /Firefox/);
        await openExample(page);
        await answer(page);
        await page.reload();
        await finds(page, ANSWER);
      },
      profile,
    );
    await inFirefox(
      SETTINGS,
      async (page, downloads) => {
        await page.goto(SHEET);
        await page.waitForSelector(FIELD);
        await finds(page, ANSWER);
        await looksAtResults(page);
        await exportsAndImports(page, downloads);
        await go(page, `${EXAMPLE}/report`, "[data-export=docx]");
        await page.click("[data-export=docx]");
        const { text } = await downloaded(downloads, ".docx");
        assert.ok(text.startsWith("PK"), "the report is an archive");
        const template = await page.evaluate(async () => {
          const { href } = document.querySelector("meta[name=asset][content=alone]").dataset;
          const hash = await crypto.subtle.digest("SHA-256", await (await fetch(href)).arrayBuffer());
          return [...new Uint8Array(hash)];
        });
        const file = await crypto.subtle.digest("SHA-256", await readFile(FILE));
        assert.deepEqual(template, [...new Uint8Array(file)]);
      },
      profile,
    );
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
