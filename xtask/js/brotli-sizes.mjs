// Writes the size of each file named on the command line, in bytes, after
// brotli at its highest quality; one a line.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

for (const file of process.argv.slice(2)) {
  const content = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  console.log(brotliCompressSync(content, { params }).length);
}
