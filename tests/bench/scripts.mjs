// What runs in a page before its own scripts.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/// The scripts of these names as one, because the order of several is nobody's promise.
export async function scripts(...names) {
  const here = dirname(fileURLToPath(import.meta.url));
  const texts = await Promise.all(names.map((name) => readFile(join(here, name), "utf8")));
  return { content: texts.join("\n") };
}
