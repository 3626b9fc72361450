// What a page shows of each question, held against what the generator counted.

/// Dimensions of the questionnaire.
export const DIMENSIONS = ["A", "B", "C", "D", "E"];

/// The counts that the page shows, of all questions that are on it. Both pages
/// mark what they count in the same way.
function shown(page) {
  return page.evaluate(() => {
    const rows = (card, mark) => {
      const found = [...card.querySelectorAll(`[data-${mark}]`)];
      const count = (row) => Number((row.dataset.count !== undefined ? row : row.querySelector("[data-count]")).dataset.count);
      // Open answers are marked by their state as well, and counted nowhere.
      const counted = found.filter((row) => row.dataset.count !== undefined || row.querySelector("[data-count]"));
      return Object.fromEntries(counted.map((row) => [row.getAttribute(`data-${mark}`), count(row)]));
    };
    const cards = [...document.querySelectorAll("[data-result]")];
    const all = cards.map((card) => [card.dataset.result, { options: rows(card, "option"), states: rows(card, "state"), pieces: rows(card, "piece") }]);
    return Object.fromEntries(all);
  });
}

/// Goes through all dimensions; fails where a count is another than expected.
export async function expectCounts(side, page, expected, where) {
  const found = {};
  for (const dimension of DIMENSIONS) {
    const questions = Object.keys(found).length;
    await side.turn(page, dimension);
    await page.evaluate(
      ([drawn, known]) =>
        watch.settled(() => {
          const cards = [...document.querySelectorAll("[data-result]")];
          return document.querySelector(drawn) !== null && cards.some((card) => !known.includes(card.dataset.result));
        }),
      [side.drawn, questions > 0 ? Object.keys(found) : []],
    );
    Object.assign(found, await shown(page));
  }
  for (const [question, { options, states, pieces }] of Object.entries(expected)) {
    const there = found[question] ?? { options: {}, states: {}, pieces: {} };
    const compare = (what, of, is) => {
      for (const [name, count] of Object.entries(of)) {
        if (count !== (is[name] ?? 0)) throw new Error(`${where}: ${what} ${name} of ${question}: ${is[name]} is shown, ${count} is right`);
      }
    };
    compare("state", states, there.states);
    compare("option", options, there.options);
    // Rilievo reads lists through a codebook; the plain page shows what was typed.
    if (side.name === "plain") compare("piece", pieces, there.pieces);
  }
}

/// Says yes to the dry run of the app; gives the times until the overview and
/// then the results are on the screen.
export async function imported(page, { sheets }) {
  return page.evaluate(async (address) => {
    let began = performance.now();
    document.querySelector("[data-confirm]").click();
    await watch.until(watch.stands("[data-tile]"));
    const overview = (await watch.settled(watch.stands("[data-completeness]"))) - began;
    const saved = (await watch.until(watch.isSaved)) - began;
    await watch.quiet();
    began = performance.now();
    location.hash = address;
    const results = (await watch.settled(watch.stands("[data-result] [data-count]"))) - began;
    return { overview, saved, results };
  }, `/s/generata-${sheets}/results/A`);
}
