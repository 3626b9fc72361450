// A file: from its choice to what is seen of it, and to its results.
import { expectCounts } from "./counts.mjs";
import { busy, memory, slowed, visit } from "./visit.mjs";

/// File → dry run, or charts; where `keep` says so, on to the results. Checks what
/// is shown.
export function importing(browser, side, { cpu, survey, keep, check = true }) {
  return visit(browser, { origin: side.origin, cpu }, async (page, devtools) => {
    await page.goto(side.start());
    await page.evaluate(async () => {
      await watch.until(watch.isReady);
      await watch.quiet();
    });
    // As a person does it: the list of files opens, and is looked through.
    const asked = page.waitForEvent("filechooser");
    await page.locator(side.pick).click();
    const chooser = await asked;
    await page.evaluate(() => watch.quiet());
    await page.evaluate((read) => {
      window.measured = new Promise((done) => {
        const begin = async () => {
          const began = performance.now();
          await watch.until(watch.stands(read));
          const shown = (await watch.painted()) - began;
          await watch.quiet();
          done({ shown, longest: watch.longest(began), blocked: watch.blocked(began) });
        };
        document.addEventListener("change", begin, { capture: true, once: true });
      });
    }, side.read);
    const before = await busy(devtools);
    await chooser.setFiles(side.file(survey));
    const read = await page.evaluate(() => window.measured);
    const result = { ...read, busy: (await busy(devtools)) - before, memory: await memory(page, devtools) };
    const stored = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("generata")).length);
    await side.checkRead(page, survey);
    if ((await stored()) > 0) throw new Error("something was written before the yes");
    if (!keep) return result;
    result.kept = await side.keep(page, survey);
    result.memoryKept = await memory(page, devtools);
    await slowed(devtools, 1);
    if (check && side.name === "app") await expectCounts(side, page, survey.counts.all, `app, ${survey.sheets} sheets`);
    result.stored = await page.evaluate(() => ({ ...localStorage }));
    return result;
  });
}
