import { expect, it } from "vitest";
import { carryOut } from "./carry-out.ts";
import { CommandError, defineCommand, type Answer } from "./command.ts";

/** Clears the screen, sets the clipboard, and turns words around. */
const hostile = "Acme\u001B[2J\u001B]52;c;aGk=\u0007\u009B\rx\u202Ey";
const harmless = "Acme�[2J�]52;c;aGk=���x�y";

async function shownBy(run: () => Promise<Answer>) {
  const shown: string[] = [];
  const command = defineCommand({ example: "katkey told", run });
  const line = { name: "told", about: "Tells", load: async () => command };
  const code = await carryOut([{ title: "All", commands: [line] }], ["told"], {
    now: async () => 0,
    machineNow: 0,
    beforeChange: async () => {},
    columns: 30,
    write: async (text) => void shown.push(text),
    note: (text) => void shown.push(text),
    progress: (text) => void shown.push(text),
  });
  return { code, shown };
}

it("shows what others have named as a terminal does not obey it", async () => {
  const answer = { json: null, lines: [hostile, "a\tb\nc 👩‍💻"], notes: [hostile] };
  expect(await shownBy(async () => answer)).toEqual({
    code: 0,
    shown: [harmless, `${harmless}\na\tb\nc 👩‍💻\n`],
  });
});

it("does so also when it says why it could not", async () => {
  const refusal = new CommandError(hostile, { code: "x" });
  expect(await shownBy(() => Promise.reject(refusal))).toEqual({ code: 2, shown: [harmless] });
});

it("lets a row go on below itself where the terminal is too narrow for it", async () => {
  const table = [
    ["key_1", "active", "Shop", "never used", "never expires"],
    ["key_22", "revoked", "", "", ""],
  ];
  expect((await shownBy(async () => ({ json: null, lines: [], table }))).shown).toEqual([
    "key_1   active   Shop\n  never used  never expires\nkey_22  revoked\n",
  ]);
});
