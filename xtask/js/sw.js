// Keeps the app for use without a network (docs/adr/0020-offline.md). The build
// writes the list of all published files; what is in it, and nothing else, is
// answered from here.
const VERSION = "{{version}}";
// Addresses, each with the first digits of the SHA-256 of its content.
const FILES = {{files}};

const SCOPE = self.registration.scope;
const PAGE = "index.html";
const ALL = Object.keys(FILES).length;
// Other programs of this origin have caches too, perhaps another copy of this
// one in a folder inside: a path has no space, so none is the beginning of another.
const OURS = `rilievo ${new URL(SCOPE).pathname} `;
const CACHE = OURS + VERSION;
// What is named by its content never changes.
const HASHED = /-[0-9a-f]{10}(\.[a-z0-9]+)?$|\?v=[0-9a-f]{10}$/;
// So many files are fetched at a time.
const AT_A_TIME = 6;

addEventListener("install", (event) => event.waitUntil(fill()));

addEventListener("activate", (event) => {
  // Pages that were there before this worker get their parts from here, too.
  event.waitUntil(tidy().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const name = nameOf(request.url);
  if (request.method !== "GET" || name === undefined) return;
  if (request.mode === "navigate") {
    if (isPage(name)) event.respondWith(page());
  } else if (name in FILES || HASHED.test(name)) {
    event.respondWith(kept(request, name));
  }
});

addEventListener("message", (event) => {
  const [port] = event.ports;
  const answers = {
    version: async () => port.postMessage(VERSION),
    look: async () => port.postMessage(await look()),
    "take over": () => skipWaiting(),
  };
  event.waitUntil(answers[event.data]?.());
});

// What stands behind the address of our folder; nothing of an address elsewhere.
function nameOf(url) {
  return url.startsWith(SCOPE) ? url.slice(SCOPE.length).split("#")[0] : undefined;
}

function isPage(name) {
  return ["", PAGE].includes(name.split("?")[0]);
}

// A host may send somebody on from `index.html` to its folder, and a page that
// was sent on cannot be shown: it is asked for as people ask for it.
function address(name) {
  return name === PAGE ? SCOPE : SCOPE + name;
}

// The page of this version.
async function page() {
  return (await found(SCOPE, CACHE)) ?? fetch(SCOPE);
}

// A file of this version, or one that an older page asks for.
async function kept(request, name) {
  let response = name in FILES ? await found(request.url, CACHE) : undefined;
  for (const cache of response || !HASHED.test(name) ? [] : await older()) {
    response ??= await found(request.url, cache);
  }
  return response ?? fetch(request);
}

// What a cache holds. A browser that cannot read its caches still has the network.
function found(url, cacheName) {
  return caches.match(url, { cacheName, ignoreVary: true }).catch(() => undefined);
}

// Our caches of other versions, the oldest first.
async function older() {
  const names = await caches.keys().catch(() => []);
  return names.filter((name) => name.startsWith(OURS) && name !== CACHE);
}

// Takes what is missing into the cache of this version; fails where one file
// cannot be had. What came before that stays: it need not be fetched again.
async function fill() {
  const cache = await caches.open(CACHE);
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(FILES).filter((name) => !here.has(address(name)));
  const others = await older();
  let done = ALL - missing.length;
  let failed;
  const work = async () => {
    while (missing.length > 0 && !failed) {
      const name = missing.pop();
      try {
        await cache.put(address(name), await got(name, others));
        done += 1;
        await tell(done);
      } catch (error) {
        failed ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  if (failed) throw failed;
}

// A file as it was published. What the browser kept on the way may be of another
// version or damaged, and a network where one has to log in first answers
// everything with its own page: the content has to fit.
async function got(name, others) {
  const hashed = HASHED.test(name);
  for (const cache of hashed ? others : []) {
    const response = await found(address(name), cache);
    if (response) return response;
  }
  for (const cache of [hashed ? "default" : "no-cache", "reload"]) {
    const response = await fetch(address(name), { cache, priority: "low" });
    if (!response.ok) throw new Error(`${response.status}: ${name}`);
    const content = await response.arrayBuffer();
    if ((await digits(content)) === FILES[name]) {
      const headers = new Headers(response.headers);
      // They tell how the file travelled.
      for (const travel of ["content-encoding", "content-length", "vary"]) headers.delete(travel);
      return new Response(content, { headers });
    }
  }
  throw new Error(`not as it was published: ${name}`);
}

async function digits(content) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(hash.subarray(0, 5), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Tells the pages how far it is.
async function tell(done) {
  if (done % 5 > 0 && done < ALL) return;
  for (const page of await pages()) page.postMessage({ done, all: ALL });
}

// All pages of the app, also those that came without this worker.
async function pages() {
  const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => isPage(nameOf(url) ?? "elsewhere"));
}

// Whether everything is here; fetches what a browser short of room has dropped.
async function look() {
  await tidy();
  return fill().then(
    () => true,
    () => false,
  );
}

// Deletes the versions that no page needs any more. Each page holds a lock with
// the name of its version's cache as long as it lives.
async function tidy() {
  const old = await older();
  // One of them may be coming.
  if (old.length === 0 || registration.installing || registration.waiting) return;
  let needed = old.slice(-1);
  if (navigator.locks) {
    const { held } = await navigator.locks.query();
    const names = held.map(({ name }) => name).filter((name) => name.startsWith(OURS));
    // A page that has just begun holds none yet.
    if (names.length < (await pages()).length) return;
    needed = names;
  }
  await Promise.all(old.filter((name) => !needed.includes(name)).map((name) => caches.delete(name)));
}
