import { CommanderError } from "commander";
import type { Command } from "./command.ts";
import { lineOf, linesUnder, type CommandGroup, type CommandLine } from "./command-line.ts";
import { mistakeOf } from "./mistake.ts";
import { programOf } from "./program.ts";

/** Whether nothing was typed but that the version be said. */
export function asksVersion(typed: readonly string[]): boolean {
  const [first, ...others] = typed.filter((word) => word !== "--json");
  return first !== undefined && ["--version", "-V", "version"].includes(first) && others.length === 0;
}

const helpOptions = ["--help", "-h"];

export function withoutHelp(typed: readonly string[]): readonly string[] {
  return typed.filter((word) => !helpOptions.includes(word));
}

/** The words about which help is asked; `null`: none is. `help usage`, `usage help`, `usage --help` are the same. */
export function helpAskedIn(typed: readonly string[]): readonly string[] | null {
  const words = typed.filter((word) => !word.startsWith("-"));
  if (typed.some((word) => helpOptions.includes(word))) return words.filter((word) => word !== "help");
  if (words[0] === "help") return words.slice(1);
  return words.at(-1) === "help" ? words.slice(0, -1) : null;
}

/** The help about what these words name; about everything when they name nothing. */
export async function helpAbout(groups: readonly CommandGroup[], words: readonly string[]): Promise<string> {
  const lines = linesAbout(groups, words);
  // The list of everything says names only, and is quick.
  const loaded = words.length === 0 ? new Map<CommandLine, Command>() : await load(lines);
  const path = lineOf(groups, words)?.name.split(" ") ?? words;
  let help = "";
  const program = programOf(groups, loaded, { help: (text) => (help += text) });
  try {
    program.parse([...path, "--help"], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code !== "commander.helpDisplayed") throw mistakeOf(error, words, groups);
  }
  return help;
}

/** The same for programs. */
export async function catalogAbout(
  groups: readonly CommandGroup[],
  words: readonly string[],
): Promise<unknown> {
  const loaded = await load(linesAbout(groups, words));
  return [...loaded].map(([{ name, about }, command]) => {
    const { arguments: takes = {}, options = {}, example } = command;
    return { name, about, arguments: named(takes), options: named(options), example };
  });
}

function named(declared: object): readonly object[] {
  return Object.entries(declared).map(([name, value]) => ({ name, ...value }));
}

/** Those that the words name. Help about no command at all is help about everything. */
function linesAbout(groups: readonly CommandGroup[], words: readonly string[]): readonly CommandLine[] {
  const line = lineOf(groups, words);
  return line === undefined ? linesUnder(groups, words) : [line];
}

async function load(lines: readonly CommandLine[]): Promise<ReadonlyMap<CommandLine, Command>> {
  return new Map(await Promise.all(lines.map(async (line) => [line, await line.load()] as const)));
}
