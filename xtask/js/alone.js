// Starts the app out of the one file: the block before this script holds all that
// the hosted page has as files, deflated, one sign of windows-1252 for each byte.
async function begin() {
  for (const needed of ["WebAssembly", "DecompressionStream"]) {
    if (!(needed in window)) throw new Error(`${needed}: ?`);
  }
  const written = await packed();
  const parts = await unpacked(unescaped(written));
  await carried();
  const style = document.createElement("style");
  style.textContent = text(parts.style);
  document.head.append(style);
  await Promise.all(parts.fonts.map(font));
  const script = text(parts.script);
  for (const { name, project, bytes } of parts.assets) {
    asset(name, address(bytes, "application/json")).dataset.project = project;
  }
  // The worker is the same program. Its module the page has to send: no worker of a
  // page from a file can fetch it.
  const worker = asset("exporter", address(`${script}\n${text(parts.worker)}`, "text/javascript"));
  worker.dataset.module = address(parts.module, "application/wasm");
  // The file as it was made, without a survey inside.
  asset("alone", address([parts.before, written, parts.after], "text/html"));
  const program = document.createElement("script");
  program.textContent = script;
  document.head.append(program);
  await rilievo.default({ module_or_path: parts.module });
}

// The block as bytes. Its signs are lost where a host sends the file as UTF-8: it is
// read once more then, as it is.
async function packed() {
  const block = document.getElementById("pack");
  const here = block && bytesOf(block.textContent);
  block?.remove();
  if (here) return here;
  if (!location.protocol.startsWith("http")) throw new Error("pack: ?");
  const response = await fetch(location.href.split("#")[0]);
  const all = new TextDecoder("windows-1252").decode(await response.arrayBuffer());
  const [, after] = all.split('id="pack">', 2);
  const read = bytesOf((after ?? "").split("<")[0]);
  if (!read?.length) throw new Error("pack: ?");
  return read;
}

// Where the signs of 0x80 to 0x9F stand in Unicode.
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

// The bytes of a text; nothing where a sign is none of windows-1252.
function bytesOf(text) {
  const places = {};
  for (let at = 0; at < HIGH.length; at++) places[HIGH.charCodeAt(at)] = 0x80 + at;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 256 ? code : places[code];
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

// What an HTML file cannot hold stands behind "=", moved by 64.
function unescaped(written) {
  const bytes = new Uint8Array(written.length);
  let length = 0;
  for (let at = 0; at < written.length; at++) {
    bytes[length++] = written[at] === 0x3d ? written[++at] - 64 : written[at];
  }
  return bytes.subarray(0, length);
}

function inflated(bytes, format) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
  return new Response(stream).arrayBuffer();
}

// The index is first: what there is, and how long each is.
async function unpacked(deflated) {
  const all = new Uint8Array(await inflated(deflated, "deflate"));
  const start = 4 + new DataView(all.buffer).getUint32(0, true);
  const parts = { fonts: [], assets: [] };
  let at = start;
  for (const entry of JSON.parse(text(all.subarray(4, start)))) {
    const bytes = all.subarray(at, (at += entry.size));
    const list = parts[entry.kind];
    if (list) list.push({ ...entry, bytes });
    else parts[entry.kind] = bytes;
  }
  return parts;
}

// A survey that travels in the file: unpacked, it stands where the app looks for it.
async function carried() {
  const packed = document.getElementById("packed");
  if (!packed) return;
  const bytes = Uint8Array.from(atob(packed.textContent.trim()), (letter) => letter.charCodeAt(0));
  const block = document.createElement("script");
  block.type = "application/json";
  block.id = "carried";
  Object.assign(block.dataset, packed.dataset);
  block.textContent = text(new Uint8Array(await inflated(bytes, "deflate-raw")));
  packed.replaceWith(block);
}

// For the page at once; and by an address, for pictures and saved reports.
async function font({ name, family, weight, named, bytes }) {
  document.fonts.add(await new FontFace(family, bytes, { weight, display: "swap" }).load());
  if (!named) return;
  const link = document.createElement("link");
  // Nothing is to be fetched: only looked up.
  link.rel = "font";
  link.setAttribute("as", "font");
  link.setAttribute("href", `${address(bytes, "font/woff2")}#${name}`);
  document.head.append(link);
}

function asset(name, href) {
  const meta = document.createElement("meta");
  meta.name = "asset";
  meta.content = name;
  meta.dataset.href = href;
  document.head.append(meta);
  return meta;
}

function address(content, type) {
  return URL.createObjectURL(new Blob([].concat(content), { type }));
}

function text(bytes) {
  return new TextDecoder().decode(bytes);
}

begin().catch((error) => {
  console.error(error);
  document.getElementById("shell")?.remove();
  explain(error);
});
