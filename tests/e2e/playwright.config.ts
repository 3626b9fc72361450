// The journeys run against the published files (`dist/`), on a server that
// `cargo xtask test` starts. It passes everything by environment variables.
import { defineConfig } from "@playwright/test";

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys by \`cargo xtask test\``);
  return value;
}

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/journeys",
  reporter: "list",
  workers: 3,
  fullyParallel: true,
  // A busy machine takes its time; nothing waits longer than it has to.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  use: {
    baseURL: given("RILIEVO_URL"),
    // Each journey would fetch the whole program, and see nothing of its own requests;
    // one is about working offline, and lets the worker in.
    serviceWorkers: "block",
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    // Recording every step costs a fifth of the time; a failure brings the
    // page as it stood in any case.
    trace: process.env.RILIEVO_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: given("RILIEVO_CHROMIUM"),
      args: given("RILIEVO_CHROMIUM_FLAGS").split(" "),
    },
  },
});
