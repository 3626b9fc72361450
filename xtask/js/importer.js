// The worker that reads large files for an import. The page sends the files and what
// it has of their surveys; the worker says how far it is, then what would come of them,
// and, on a yes, what is to be written. Only the page writes.
import start, { Importer } from "./{{glue}}";
const MODULE = new URL("./{{wasm}}", import.meta.url);

// So many records cross at a time.
const SLICE = 500;

// The module comes while the page is still told of files: a page makes the worker
// before somebody has chosen one.
const started = start({ module_or_path: fetch(MODULE) });
let importer;
let free = Infinity;
const records = { keys: [], texts: [] };

// In so many bytes at its beginning a file says where its content begins.
const FRONT = 1024;

// So often it reads what it practises on before a file is there.
const ROUNDS = 8;

// What has run often a browser runs quicker. Between two rounds it listens.
async function practise() {
  await started;
  const practice = new Importer();
  for (let round = 0; round < ROUNDS && !importer && practice.practise(); round += 1) {
    await new Promise((done) => setTimeout(done));
  }
  practice.free();
}

async function read(files) {
  await started;
  importer = new Importer();
  const all = files.reduce((sum, file) => sum + file.size, 0);
  const unreadable = [];
  let before = 0;
  for (const file of files) {
    const step = (done) => postMessage({ stage: "reading", done: before + done, all });
    step(0);
    if (!importer.refuse(file.name, file.size)) {
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (bytes) await take(file.name, new Uint8Array(bytes), step);
      else unreadable.push(file.name);
    }
    before += file.size;
  }
  postMessage({ stage: "read", wants: importer.wants(), unreadable });
}

// Reads a file with the SHA-256 of what is likely to be its content: the browser works that
// out several times as quickly as the module. It does not at an address without a
// certificate; then the module does.
async function take(name, bytes, step) {
  const { subtle } = crypto;
  const content = subtle && importer.content(bytes.subarray(0, FRONT), bytes.length);
  const [from, to] = content ?? [0, 0];
  const part = content && bytes.subarray(from, to);
  const digest = part && (await subtle.digest("SHA-256", part).catch(() => undefined));
  importer.take(name, bytes, from, to, new Uint8Array(digest ?? 0), step);
}

// What is here: slices of records, and last what is asked.
function see({ keys, texts }) {
  records.keys.push(...keys);
  records.texts.push(...texts);
}

function plan({ asked, room, fresh }) {
  free = room ?? Infinity;
  if (fresh) {
    if (!importer.see(records.keys, records.texts, Date.now())) return failed("here");
    records.keys = [];
    records.texts = [];
  }
  const told = importer.plan(asked);
  if (!told) return failed("plan");
  const needs = importer.needs(free, Date.now());
  postMessage({ stage: "planned", told, needs });
  // While somebody reads what would happen. What was decided meanwhile comes first.
  if (needs && needs[0] <= free) setTimeout(seal, 50);
}

function seal() {
  if (!importer.seal(Date.now())) return;
  postMessage({ stage: "needs", needs: importer.needs(free, Date.now()) });
}

async function write(after) {
  const ready = importer.ready(after);
  if (!ready) return failed("seal");
  const [unseen, whole, ...added] = ready;
  const all = unseen + whole;
  for (let done = 0; done < all; ) {
    const writes = importer.writes(SLICE);
    const isUnseen = done < unseen;
    done += writes.length / 3;
    postMessage({ stage: "writes", writes, isUnseen, done, all, added });
  }
  if (all === 0) postMessage({ stage: "writes", writes: [], isUnseen: false, done: 0, all, added });
}

function failed(why, error) {
  if (error) console.error(error);
  postMessage({ stage: "failed", why });
}

onmessage = async ({ data }) => {
  try {
    if (data.files) await read(data.files);
    else if (data.keys) see(data);
    else if (data.asked) plan(data);
    else await write(data.after);
  } catch (error) {
    failed("read", error);
  }
};

practise().catch(() => undefined);
started.catch((error) => failed("load", error));
