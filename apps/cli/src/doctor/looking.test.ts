import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { aDirectory } from "../../testing/directory.ts";
import { anInstallation } from "../../testing/installation.ts";
import { aShellOn } from "../../testing/shell.ts";

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
  ["is damaged", aDamagedOne, {}, /katkey\.db: .*damaged/],
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
