// A Chromium that can be killed as a power cut does: at once, with every
// process of it, and started again with what it had on the disk.
import { chromium, type Browser, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/// What is left of a browser that was asked to go is looked for so often.
const LOOK = 10;
/// Longer than this no browser takes to start or to be gone.
const PATIENCE = 20_000;

/// One Chromium at a time, on one profile at a time; both are gone after
/// `dispose`.
export class KillableBrowser {
  #profile?: string;
  #process?: ChildProcess;
  #browser?: Browser;
  #atExit = () => this.#signal();

  /// `program` is Chromium's path; `flags` are those of every start.
  constructor(
    readonly program: string,
    readonly flags: string[],
  ) {
    process.on("exit", this.#atExit);
  }

  /// Starts on the profile that there is, or on a new one; gives its page.
  async start(): Promise<Page> {
    if (this.#process) throw new Error("the browser runs already");
    this.#profile ??= await mkdtemp(join(tmpdir(), "rilievo-killed-"));
    const args = [...this.flags, "--remote-debugging-port=0", `--user-data-dir=${this.#profile}`, "about:blank"];
    // Detached: it leads a process group of its own, which can be killed whole.
    this.#process = spawn(this.program, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    this.#browser = await chromium.connectOverCDP(await address(this.#process));
    const [context] = this.#browser.contexts();
    // As in the other journeys: what keeps the program for use without a network
    // would be killed half-way each time.
    await context.addInitScript(() => {
      if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new DOMException("blocked", "SecurityError"));
    });
    return context.pages()[0] ?? (await context.newPage());
  }

  /// Kills every process of the browser, and waits until the last is gone.
  async kill(): Promise<void> {
    const group = this.#process?.pid;
    if (group === undefined) return;
    this.#signal();
    const end = Date.now() + PATIENCE;
    while (await lives(group)) {
      if (Date.now() > end) throw new Error(`process group ${group} outlives SIGKILL`);
      await pause(LOOK);
    }
    this.#process = undefined;
    // What it said in its last moment is heard before its line is closed.
    const browser = this.#browser;
    this.#browser = undefined;
    if (browser?.isConnected()) await new Promise<void>((resolve) => browser.once("disconnected", () => resolve()));
    // The dead browser's marks, which would keep the next one waiting.
    for (const name of await readdir(this.#profile!)) {
      if (name.startsWith("Singleton")) await rm(join(this.#profile!, name), { force: true });
    }
  }

  /// Throws the profile away: the next start is a first one.
  async forget(): Promise<void> {
    await this.kill();
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    this.#profile = undefined;
  }

  /// Leaves nothing behind.
  async dispose(): Promise<void> {
    await this.forget();
    process.off("exit", this.#atExit);
  }

  #signal() {
    const group = this.#process?.pid;
    if (group === undefined) return;
    try {
      process.kill(-group, "SIGKILL");
    } catch (error) {
      // Already gone.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/// Where the browser listens, as it says itself.
function address(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (why: string) => reject(new Error(`Chromium ${why}\n${said.join("\n")}`));
    const timer = setTimeout(() => fail("does not say where it listens"), PATIENCE);
    browser.once("error", (error) => fail(`does not start: ${error.message}`));
    browser.once("exit", (code) => fail(`ended with code ${code}`));
    // Read to the end of its life: a full pipe would stop it.
    createInterface({ input: browser.stderr! }).on("line", (line) => {
      if (said.length < 50) said.push(line);
      const found = /^DevTools listening on (ws:\S+)/.exec(line);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
  });
}

/// Whether a process of this group runs. One that is dead and only waits to be
/// taken note of by its parent does not.
async function lives(group: number): Promise<boolean> {
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  let processes: string[];
  try {
    processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  } catch {
    return true;
  }
  for (const id of processes) {
    // A process may go between the two readings.
    const stat = await readFile(`/proc/${id}/stat`, "utf8").catch(() => "");
    // Behind the name, which may hold anything: state, parent, group.
    const [state, , itsGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(itsGroup) === group && state !== "Z" && state !== "X") return true;
  }
  return false;
}
