// What goes between a coordinator and an officer, in the words of both.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import type { Download, Locator, Page } from "@playwright/test";
import { records } from "./steps";
import { expect } from "./watched";

/// A file that a page has given to the person.
export interface Saved {
  name: string;
  path: string;
  text: string;
}

export async function text(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

/// What a page gives to the person when this is pressed.
export async function download(page: Page, press: Locator): Promise<Saved> {
  const coming = page.waitForEvent("download");
  await press.click();
  const given = await coming;
  return { name: given.suggestedFilename(), path: await given.path(), text: await text(given) };
}

/// Opens the link and the covering text of a body's invitation.
export async function panel(page: Page, body: string): Promise<Locator> {
  const row = page.locator(`[data-invite="${body}"]`);
  await row.locator("[data-invite-link]").click();
  await expect(row.locator("[data-cover]")).toBeVisible();
  return row;
}

export async function linkFor(page: Page, body: string): Promise<string> {
  return (await panel(page, body)).locator("[data-link]").inputValue();
}

/// Saves the invitation of a body as a file.
export async function invitationFor(page: Page, body: string): Promise<Saved> {
  const row = await panel(page, body);
  return download(page, row.locator("[data-invite-file]"));
}

/// Sends the sheet that is open, from its last line on.
export async function send(page: Page): Promise<Saved> {
  await page.getByRole("link", { name: "Vai all'invio" }).click();
  const response = await download(page, page.locator("[data-send]"));
  await expect(page.locator("[data-receipt]")).toBeVisible();
  return response;
}

/// What the records of a browser say, opened: fifteen bits in each letter,
/// deflated against the dictionary of their format.
export async function contents(page: Page): Promise<string[]> {
  const source = readFileSync("src/storage/record/dictionary.rs", "utf8");
  const dictionary = Buffer.from([...source.matchAll(/r#"(.*?)"#/gs)].map(([, part]) => part).join(""));
  const opened = (record: string) => {
    const letters = [...record].slice(8).map((letter) => letter.codePointAt(0)! - 0x5000);
    const bits = letters.map((letter) => letter.toString(2).padStart(15, "0")).join("");
    const whole = bits.slice(0, bits.lastIndexOf("1"));
    const bytes = whole.match(/.{8}/g)!.map((byte) => parseInt(byte, 2));
    return inflateRawSync(Buffer.from(bytes), { dictionary }).toString("utf8");
  };
  const sealed = Object.entries(await records(page)).filter(([key]) => key.startsWith("rilievo/2/s/"));
  return sealed.map(([key, record]) => `${key} ${opened(record)}`);
}
