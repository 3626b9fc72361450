// Reads a style sheet from standard input, writes it minified to standard
// output. Ends with an error where the style sheet is not valid.
import { readFileSync } from "node:fs";
import { transform } from "lightningcss";

const { code, warnings } = transform({
  filename: "style.css",
  code: readFileSync(0),
  minify: true,
});
if (warnings.length > 0) {
  console.error(warnings);
  process.exit(1);
}
process.stdout.write(code);
