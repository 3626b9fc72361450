// Copies a folder to another, and puts beside each file the same one after brotli
// at its highest quality, as `FILE.br`. What is there already stays.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [from, to] = process.argv.slice(2);
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));

const wanted = files(from);
mkdirSync(to, { recursive: true });
for (const name of files(to)) if (!wanted.includes(name.replace(/\.br$/, ""))) rmSync(join(to, name));
for (const name of wanted) {
  const content = readFileSync(join(from, name));
  const copy = join(to, name);
  if (existsSync(`${copy}.br`) && existsSync(copy) && content.equals(readFileSync(copy))) continue;
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, content);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${copy}.br`, brotliCompressSync(content, { params }));
}
