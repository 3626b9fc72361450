// Three people, each in a browser of their own, and no server: the coordinator
// invites, two bodies answer, and what comes back is put together.
import type { Page } from "@playwright/test";
import { contents, invitationFor, linkFor, send } from "./inviting";
import { type Bundle, choose, elsewhere, EXAMPLE, exported, open, openExample, question, records, RECORD, saved, visit } from "./steps";
import { expect, test } from "./watched";

const BODIES = {
  toscana: { id: "2", name: "Regione Toscana" },
  umbria: { id: "6", name: "Regione Umbria" },
};

const NAMES = ["Bari", "Veneto", "Campania", "Lombardia", "Puglia", "Toscana", "Umbria", "Roma Capitale", "Trento"];

/// Writes an answer on the sheet that is open.
async function write(page: Page, id: string, words: string) {
  await question(page, id).getByRole("textbox").first().fill(words);
  await saved(page);
}

/// In this browser there is the sheet of one body, and nothing of any other.
async function holdsOnly(page: Page, body: { id: string; name: string }) {
  const keys = Object.keys(await records(page));
  const bodies = keys.filter((key) => key.startsWith(`${RECORD}/p/`));
  expect(bodies).toEqual([`${RECORD}/p/${body.id}`]);
  // Records are squeezed once the program for it has come.
  await expect.poll(async () => (await contents(page).catch(() => [])).length).toBeGreaterThan(1);
  // The project's own lines name who coordinates the action.
  const kept = (await contents(page)).join("\n").replaceAll('"action_coordinator":"Regione Toscana"', "");
  expect(kept).toContain(body.name);
  for (const name of NAMES.filter((name) => !body.name.includes(name))) {
    expect(kept.includes(name), `${name} in the browser of ${body.name}`).toBe(false);
  }
}

/// The survey as the page would export it.
async function survey(page: Page) {
  await visit(page, "exchange");
  return (await exported(page)).bundle;
}

/// A bundle's survey without who edited what when: two who have decided the same
/// have decided it at different times.
function content(bundle: Bundle): unknown {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (value === null || typeof value !== "object") return value;
    const fields = Object.entries(value).filter(([name]) => !["revision", "parts", "since"].includes(name));
    return Object.fromEntries(fields.map(([name, field]) => [name, bare(field)]));
  };
  return bare(bundle.survey);
}

/// Takes files in; asked about an answer of Toscana, the coordinator keeps both.
async function takeIn(page: Page, files: string[], asked: boolean) {
  await visit(page, "exchange");
  const dryRun = await choose(page, files);
  const conflicts = dryRun.locator("[data-conflict]");
  await expect(conflicts).toHaveCount(asked ? 1 : 0);
  if (asked) {
    await expect(conflicts).toHaveAttribute("data-conflict", "answer/2/q9");
    await expect(conflicts).toContainText("SPC, dal coordinamento");
    await expect(conflicts).toContainText("SPC 1 Gb/s, da Toscana");
    await conflicts.locator("input[value=both]").check();
  }
  await dryRun.locator("[data-confirm]").click();
  await expect(page.getByText("Importazione riuscita")).toBeVisible();
}

test("three browsers: invited by file and by link, both answer, one conflict is asked about, and the import is undone", async ({ page, profile }) => {
  test.slow();
  await openExample(page);
  await visit(page, "exchange");
  const file = await invitationFor(page, BODIES.toscana.id);
  const link = await linkFor(page, BODIES.umbria.id);
  expect(link.length).toBeLessThan(8_000);

  const toscana = await profile();
  await open(toscana);
  await (await choose(toscana, file.path)).locator("[data-confirm]").click();
  await expect(toscana.getByRole("heading", { level: 1, name: /Regione Toscana/ })).toBeVisible();
  await write(toscana, "q9", "SPC 1 Gb/s, da Toscana");
  await write(toscana, "q8", "Nodo dei pagamenti");
  await holdsOnly(toscana, BODIES.toscana);
  const fromToscana = await send(toscana);

  const umbria = await profile();
  await umbria.goto(link);
  await expect(umbria.getByRole("heading", { level: 1, name: /Regione Umbria/ })).toBeVisible();
  // The invitation is out of the address again, and never was in a request.
  await expect(umbria).toHaveURL(new RegExp(`${EXAMPLE}/sheets/6$`));
  await write(umbria, "q9", "SPC 10 Gb/s, da Umbria");
  await holdsOnly(umbria, BODIES.umbria);
  const fromUmbria = await send(umbria);
  expect([fromToscana.name, fromUmbria.name]).toEqual([
    "payflowpa-a21_risposta_2_regione-toscana.json",
    "payflowpa-a21_risposta_6_regione-umbria.json",
  ]);

  // Meanwhile the coordinator edits one answer of Toscana.
  await visit(page, `sheets/${BODIES.toscana.id}`);
  await write(page, "q9", "SPC, dal coordinamento");
  const before = await survey(page);
  const twin = await elsewhere(page, await records(page));
  await open(twin, `${EXAMPLE}/exchange`);

  // Either order comes to the same.
  await takeIn(page, [fromToscana.path, fromUmbria.path], true);
  const together = await survey(page);
  await takeIn(twin, [fromUmbria.path], false);
  await takeIn(twin, [fromToscana.path], true);
  expect(content(await survey(twin))).toEqual(content(together));
  await twin.context().close();
  const sheet = (id: string) => together.survey.sheets.find(({ partner }) => partner === id)!;
  expect(sheet("2").answers.q8.value).toEqual({ text: "Nodo dei pagamenti" });
  expect(sheet("2").answers.q9.value).toEqual({ text: "SPC, dal coordinamento" });
  expect(sheet("6").answers.q9.value).toEqual({ text: "SPC 10 Gb/s, da Umbria" });
  expect((sheet("2") as unknown as { remarks: unknown[] }).remarks).toMatchObject([
    { question: "q9", author: "Regione Toscana", answer: { value: { text: "SPC 1 Gb/s, da Toscana" } } },
  ]);

  // The same files again bring nothing.
  const again = await choose(page, [fromToscana.path, fromUmbria.path]);
  await expect(again).toContainText("Non c'è nulla da importare.");

  // Undone, after a reload, everything is as it was, and the files can come again.
  await page.reload();
  await page.locator("[data-undo-import]").getByRole("button", { name: "Annulla importazione" }).click();
  await expect(page.getByText("Importazione annullata: tutto è come prima.")).toBeVisible();
  const undone = await survey(page);
  expect(undone.survey).toEqual(before.survey);
  expect(undone.fingerprint).toBe(before.fingerprint);
  await takeIn(page, [fromUmbria.path, fromToscana.path], true);
  expect(content(await survey(page))).toEqual(content(together));
});
