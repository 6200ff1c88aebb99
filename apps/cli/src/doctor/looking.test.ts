import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keysMigrations, readDatabase } from "@katkey/keys/sqlite";
import { expect, it, onTestFinished, vi } from "vitest";
import { aDirectory } from "../../testing/directory.ts";
import { anInstallation } from "../../testing/installation.ts";
import { aShellOn } from "../../testing/shell.ts";
import { doctor } from "./doctor.ts";

const key = "01".repeat(32);

const filesIn = (directory: string) =>
  readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "base64")]);

async function aStoppedOne() {
  const { directory, close } = await anInstallation();
  close();
  return directory;
}

/** With its logs, as a server leaves it that is killed. */
async function aKilledOne() {
  const { directory } = await anInstallation();
  const copy = aDirectory();
  for (const name of readdirSync(directory)) copyFileSync(join(directory, name), join(copy, name));
  return copy;
}

async function aDamagedOne() {
  const directory = await aKilledOne();
  const path = join(directory, "katkey.db");
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xff, bytes.length / 4));
  return directory;
}

async function aSealedOne() {
  const directory = await aStoppedOne();
  expect(await aShellOn(directory, { KATKEY_SEAL_KEY: key })("seal", "apply")).toMatchObject({ code: 0 });
  return directory;
}

it.each([
  ["has stopped", aStoppedOne, {}, /^files: session-secret is missing.*\n1 finding\.\n$/],
  ["was killed", aKilledOne, {}, /^files: session-secret is missing.*\n1 finding\.\n$/],
  ["is damaged", aDamagedOne, {}, /^start: .*katkey\.db is damaged/],
  ["is sealed", aSealedOne, { KATKEY_SEAL_KEY: key }, /^files: session-secret is missing.*\n1 finding\.\n$/],
])(
  "doctor and status leave every file of an installation that %s as it is",
  async (_, make, settings, says) => {
    const directory = await make();
    const before = filesIn(directory);
    const katkey = aShellOn(directory, settings);
    const { stdout } = await katkey("doctor");
    expect(stdout).toMatch(says);
    expect(filesIn(directory)).toEqual(before);
    await katkey("status");
    expect(filesIn(directory)).toEqual(before);
  },
);

it("doctor says when a server was started while it looked, and what is to be done then", async () => {
  const directory = await aStoppedOne();
  vi.stubEnv("KATKEY_DATA_DIR", directory);
  const start = () => {
    const database = readDatabase(join(directory, "katkey.db"), keysMigrations);
    onTestFinished(() => void database.close());
  };
  const progress = vi.fn<(said: string) => void>().mockImplementationOnce(start);
  const call = { progress, machineNow: Date.now() } as unknown as Parameters<typeof doctor.run>[0];
  const told = async () => (await doctor.run(call)).lines?.join("\n");
  expect(await told()).toMatch(
    /\nmeanwhile: A server was started while this looked, .* Run katkey doctor again\.\n/,
  );
  expect(await told()).not.toContain("meanwhile");
});

it("doctor takes no file that it has open itself, when another is missing, for one of a server", async () => {
  const directory = await aStoppedOne();
  rmSync(join(directory, "usage.db"));
  const { stdout } = await aShellOn(directory)("doctor");
  expect(stdout).toContain("usage.db is missing");
  expect(stdout).not.toContain("meanwhile");
});
