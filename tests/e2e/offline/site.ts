// The published site on a server of its own, which can be stopped, can publish
// another version, and notes what it is asked for.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/// The site as `cargo xtask build` left it.
export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

/// The folder of the server in which the site is.
const FOLDER = "/some/folder/";

const KINDS: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
};

export class Site {
  /// What was asked for, below the folder.
  readonly asked: string[] = [];
  /// Files that are not what they should be: a network where one has to log in
  /// answers with its own page.
  spoilt?: RegExp;
  #server?: Server;
  #port = 0;

  private constructor(public folder: string) {}

  static async start(folder = DIST): Promise<Site> {
    const site = new Site(folder);
    await site.start();
    return site;
  }

  /// Starts, again at the address that it had.
  async start() {
    const server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.#port, "127.0.0.1", resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop() {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get address(): string {
    return this.origin + FOLDER;
  }

  async #answer({ url }: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(url!, this.origin);
    const name = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) || "index.html" : undefined;
    if (name !== undefined) this.asked.push(name);
    const headers = { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store" };
    if (name !== undefined && this.spoilt?.test(name)) {
      response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end("<h1>Please log in</h1>");
      return;
    }
    const content = name === undefined || name.includes("..") ? undefined : await readFile(join(this.folder, name)).catch(() => undefined);
    if (content) response.writeHead(200, { ...headers, "Content-Type": KINDS[extname(name!)] ?? "application/octet-stream" }).end(content);
    else response.writeHead(404, { ...headers, "Content-Type": "text/html" }).end("<h1>Not here</h1>");
  }
}

/// The first digits of a hash, as they stand in names.
const digits = (content: Buffer) => createHash("sha256").update(content).digest("hex").slice(0, 10);

const BY_TEXT = /\.(js|css|html|json|webmanifest)$/;

interface Next {
  folder: string;
  version: string;
  /// What the version before had under no name, sorted.
  files: string[];
  drop: () => Promise<void>;
}

/// Another version of the site, in a folder of its own: the parts of these
/// purposes are others, and with them whatever names them, up to the page and the
/// worker. Nothing but the names of the files shows it.
export async function nextVersion(purposes: string[]): Promise<Next> {
  const folder = await mkdtemp(join(tmpdir(), "rilievo-next-"));
  await cp(DIST, folder, { recursive: true });
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = new Map<string, Buffer>();
  for (const entry of paths) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), await readFile(path));
  }
  const before = new Set(files.keys());
  const publish = (name: string, content: Buffer) => {
    const old = /-([0-9a-f]{10})\./.exec(name)?.[1];
    files.delete(name);
    const next = old ? name.replace(old, digits(content)) : name;
    files.set(next, content);
    if (next === name) return;
    for (const other of [...files.keys()]) {
      const text = files.get(other);
      if (!text || !BY_TEXT.test(other) || other === "sw.js" || !text.includes(name)) continue;
      publish(other, Buffer.from(text.toString().replaceAll(name, next)));
    }
  };
  for (const purpose of purposes) {
    const name = [...files.keys()].find((name) => name.startsWith(`rilievo-${purpose}-`));
    if (!name) throw new Error(`no part ${purpose}`);
    // A section that programs pass over: its kind, its length, its name.
    publish(name, Buffer.concat([files.get(name)!, Buffer.from([0, 2, 1, 0x6e])]));
  }
  const worker = files.get("sw.js")!.toString();
  const old = /const VERSION = "([0-9a-f]{10})"/.exec(worker)![1];
  files.delete("sw.js");
  const version = digits(Buffer.from([...files.keys()].sort().join()));
  files.set("index.html", Buffer.from(files.get("index.html")!.toString().replace(old, version)));
  const addressed = ([name, content]: [string, Buffer]) => [name === "rilievo.html" ? `${name}?v=${digits(content)}` : name, digits(content)];
  const list = JSON.stringify(Object.fromEntries([...files].map(addressed)));
  files.set("sw.js", Buffer.from(worker.replace(old, version).replace(/const FILES = \{[^}]*\}/, `const FILES = ${list}`)));
  const drop = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await drop();
  await cp(DIST, folder, { recursive: true, filter: (path) => !/\.[a-z0-9]+$/.test(path) });
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  const fresh = [...files.keys()].filter((name) => !before.has(name)).sort();
  return { folder, version, files: fresh, drop };
}
