// The worker that writes files for other programs. The page sends an order, then the
// pictures that the file wants, because only a page can draw them; the worker says
// how far it is, and sends the file, or what went wrong.
import start, { Job } from "./{{glue}}";
const MODULE = new URL("./{{wasm}}", import.meta.url);
const SIZE = Number("{{size}}");

// From here on the same in the one file.
let job;

// The module, as it comes: what is slow is the network, and the page shows how far it is.
async function fetched() {
  const response = await fetch(MODULE);
  if (!response.ok) throw new Error(`${response.status}: ${response.url}`);
  const parts = [];
  let done = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    done += part.value.length;
    postMessage({ stage: "loading", done, all: SIZE });
  }
  return new Blob(parts).arrayBuffer();
}

// In the one file the page sends the module along: its worker can fetch nothing.
async function begin({ kind, survey, options, on, module }) {
  try {
    module ??= await fetched();
  } catch (error) {
    return failed("load", error);
  }
  await start({ module_or_path: module });
  postMessage({ stage: "composing", done: 0, all: 1 });
  job = Job.of(kind, survey, options, on);
  if (!job) return failed("order", "not an order");
  postMessage({ stage: "pictures", wanted: job.wanted() });
}

function make() {
  const step = (done, all) => postMessage({ stage: "writing", done, all });
  step(0, 1);
  const made = job.make(step);
  postMessage({ stage: "made", ...made }, [made.bytes.buffer]);
}

function failed(why, error) {
  console.error(error);
  postMessage({ stage: "failed", why, words: String(error) });
}

onmessage = async ({ data }) => {
  try {
    if (data.kind) await begin(data);
    else if (data.font) job.font(data.font, data.woff2);
    else if (data.picture) job.picture(data.picture, new Uint8Array(data.png));
    else make();
  } catch (error) {
    failed("write", error);
  }
};
