import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { aDirectory } from "../../testing/directory.ts";
import { anInstallation, tamper } from "../../testing/installation.ts";
import { aShellOn } from "../../testing/shell.ts";

const seal = { KATKEY_SEAL_KEY: "ab".repeat(32) };

/** A sealed installation, somebody's changes to it, a place for backups, and one to restore into. */
async function aTamperedOne(tampering: string) {
  const { directory, close } = await anInstallation();
  close();
  const folder = aDirectory();
  const restored = join(folder, "restored");
  const [here, elsewhere] = [aShellOn(directory, seal), aShellOn(restored, seal)];
  await here("seal", "apply");
  tamper(directory, "katkey.db", tampering);
  return { here, elsewhere, folder, file: join(folder, "katkey.tar") };
}

const evil = "create trigger evil after insert on api_key begin update member set role = 'admin'; end";

it("a backup of an altered database says what ends that, and is restored once it was ended in a copy", async () => {
  const { here, elsewhere, folder, file } = await aTamperedOne(evil);
  const made = await here("backup", file);
  expect(made).toMatchObject({ code: 1, stdout: `${file}\n` });
  expect(made.stderr).toMatch(
    /\nThe backup is whole, but no restore takes it as it is: somebody has altered /,
  );
  expect(made.stderr).toMatch(
    /\nSomebody has added the trigger evil\. .*: DROP TRIGGER "evil";\nPut that right/,
  );

  const refused = await elsewhere("restore", file);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/DROP TRIGGER "evil";\nRestore an older backup\. .* on an unpacked copy, /);

  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked);
  spawnSync("tar", ["-xf", file, "-C", unpacked]);
  const database = new Sqlite(join(unpacked, "katkey.db"));
  database.exec('DROP TRIGGER "evil";');
  database.close();
  const again = join(folder, "again.tar");
  expect(await aShellOn(unpacked, seal)("backup", again)).toMatchObject({ code: 0 });
  expect(await elsewhere("restore", again, "--check")).toMatchObject({ code: 0 });
});

it("a backup of rows that are not sound names them, and is made all the same", async () => {
  const { here, elsewhere, file } = await aTamperedOne("update member set role = 'admin'");
  const made = await here("backup", file, "--json");
  expect(made.code).toBe(1);
  const { differences } = JSON.parse(made.stdout);
  expect(differences.map(({ text }: { text: string }) => text)).toEqual([
    expect.stringMatching(/^The backup is whole, but a restore does not take it without more: /),
    expect.stringMatching(/^The row mem_\w+ of member is not what was sealed\.$/),
    expect.stringMatching(/ keep the older backups\.$/),
  ]);
  expect(await elsewhere("restore", file, "--despite-differences")).toMatchObject({ code: 1 });
});
