import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { aShell, main } from "../testing/shell.ts";

const katkey = aShell({});

describe("katkey", () => {
  it("--help lists the commands in groups, and says what each exits with and reads from the environment", async () => {
    const { code, stdout, stderr } = await katkey("--help");
    expect(stdout).toMatch(/^Usage: katkey <command>\n/);
    expect(stdout).toMatch(/\nPeople:\n {2}two-factor off +Turn two-factor off /);
    expect(stdout).toMatch(/\nUsage and billing:\n {2}usage verify +Recompute every sum/);
    expect(stdout).toMatch(
      /\nExit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n\nEnvironment:\n {2}KATKEY_DATA_DIR /,
    );
    expect(stdout).toMatch(/\nExamples:\n {2}katkey status\n/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it.each([[["service-tokens", "--help"]], [["service-tokens", "-h"]], [["help", "service-tokens"]]])(
    "%j lists the commands of that name, with what they take",
    async (typed) => {
      const { code, stdout, stderr } = await katkey(...typed);
      expect(stdout).toMatch(/^Usage: katkey service-tokens <command>\n/);
      expect(stdout).toMatch(/\n {2}service-tokens issue <name> +Issue a token/);
      expect(stdout).not.toContain("usage verify");
      expect(stdout).toMatch(/\nExamples:\n {2}katkey service-tokens issue /);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    },
  );

  it.each([[["usage", "verify", "--help"]], [["usage", "verify", "help"]], [["help", "usage", "verify"]]])(
    "%j explains that command, by an example too",
    async (typed) => {
      const { code, stdout, stderr } = await katkey(...typed);
      expect(stdout).toMatch(/^Usage: katkey usage verify \[options\]\n\nRecompute every sum/);
      expect(stdout).toContain("\nExample:\n  katkey usage verify\n");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    },
  );

  it("says its version, also to a program", async () => {
    const { stdout } = await katkey("--version");
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await katkey("version")).stdout).toBe(stdout);
    expect(JSON.parse((await katkey("--version", "--json")).stdout)).toEqual({ version: stdout.trim() });
  });

  it("ends quietly when whoever reads has read enough", async () => {
    const shell = `"${process.execPath}" "${main}" --help --json | head -c 10`;
    const { stdout, stderr } = await promisify(execFile)("sh", ["-c", shell], { env: {} });
    expect([stdout.length, stderr]).toEqual([10, ""]);
  });

  it.runIf(existsSync("/dev/full"))(
    "says that its answer could not be written, and exits with 2",
    async () => {
      const shell = `"${process.execPath}" "${main}" --help > /dev/full; echo $?`;
      const { stdout, stderr } = await promisify(execFile)("sh", ["-c", shell], { env: {} });
      expect([stdout, stderr]).toEqual(["2\n", expect.stringContaining("cannot be written (ENOSPC)")]);
    },
  );

  it("says everything that can be typed as JSON, each command with an example of itself", async () => {
    const { stdout } = await katkey("--help", "--json");
    const listed: readonly { readonly name: string; readonly example: string }[] = JSON.parse(stdout);
    expect(listed.length).toBeGreaterThan(7);
    expect(listed.filter(({ name, example }) => !example.includes(`katkey ${name}`))).toEqual([]);
  });

  it.each([
    [["usage"], '"usage" is only a part of a command.'],
    [["usage", "verfy"], 'There is no command "usage verfy". Did you mean katkey usage verify?'],
    [[], "No command was given."],
  ])("refuses %j with the list of commands, and exits with 2", async (typed, sentence) => {
    const { code, stdout, stderr } = await katkey(...typed);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`${sentence}\n\nUsage: katkey `);
    expect(stderr).toContain("usage verify");
  });

  it.each([
    [["nothing", "--help"], 'There is no command "nothing". katkey --help lists the commands.'],
    [
      ["usages", "verify"],
      'There is no command "usages verify". Did you mean katkey usage verify? katkey --help lists the commands.',
    ],
    [
      ["key", "create", "Shop"],
      'There is no command "key create Shop". Did you mean katkey keys issue? katkey --help lists the commands.',
    ],
    [
      [`kat_live_${"a".repeat(16)}.${"b".repeat(49)}`],
      'There is no command "kat_live_aaaaaaaaaaaaaaaa.…". katkey --help lists the commands.',
    ],
    [
      ["usage", "verify", "now"],
      "Too many arguments for 'verify'. Expected 0 arguments but got 1: now. katkey usage verify --help says what can be typed.",
    ],
    [
      ["two-factor", "off"],
      "Missing required argument 'e-mail address'. katkey two-factor off --help says what can be typed.",
    ],
    [["service-tokens", "list", "--al"], "Unknown option '--al'. Did you mean --all?"],
    [
      ["service-tokens", "rotate", "svt_1", "--overlap"],
      "Option '--overlap <seconds>' argument missing. katkey service-tokens rotate --help says what can be typed.",
    ],
  ])("refuses %j in one sentence, and exits with 2", async (typed, sentence) => {
    expect(await katkey(...typed)).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
  });

  it.each([
    [
      ["usage", "verify"],
      { KATKEY_DATA_DIR: "/nowhere" },
      "data_directory_unusable",
      /\/nowhere cannot be read/,
    ],
    [["usage", "verify"], { KATKEY_PRICES: "{}" }, "settings_invalid", /^KATKEY_PRICES/],
    [
      ["usage", "verfy"],
      {},
      "usage",
      /^There is no command "usage verfy"\. Did you mean katkey usage verify\?$/,
    ],
    [["usage"], {}, "usage", /^"usage" is only a part of a command\.$/],
  ])("tells a program why %j with %j could not be done", async (typed, env, code, message) => {
    const outcome = await aShell(env)(...typed, "--json");
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(JSON.parse(outcome.stderr)).toEqual({ error: { code, message: expect.stringMatching(message) } });
  });
});
