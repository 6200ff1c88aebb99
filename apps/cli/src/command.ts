import { parseArgs } from "node:util";

/** One of the things that the operator can do at the shell. */
export interface Command {
  /** As it is typed: `usage verify`. */
  readonly name: string;
  /** What is typed after the name, if anything: `<e-mail address>`. */
  readonly takes?: string;
  /** A short sentence without full stop. */
  readonly about: string;
  /** What may be typed behind it, each by its name without the dashes. */
  readonly options?: Readonly<Record<string, Option>>;
  /** Does it. Resolves to what the process exits with. @throws CommandError */
  run(call: Call): Promise<number>;
}

interface Option {
  /** What is typed behind it, if anything: `<seconds>`. */
  readonly takes?: string;
  readonly about: string;
}

export interface Call extends Typed {
  /** Tells the terminal, line by line. */
  readonly say: (line: string) => void;
  /** Tells who sits at the terminal, and not the program that reads what is said. */
  readonly note: (line: string) => void;
  readonly now: number;
}

interface Typed {
  /** What was typed after the name; empty for a command that takes nothing. */
  readonly given: string;
  /** The options that were typed, each with what stood behind it, as often as it was typed. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Why a command could not be done, in a sentence for whoever typed it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Every command, one a line. */
export function helpOf(commands: readonly Command[]): string {
  const named = commands.map(({ name, takes, about, options = {} }) => ({
    typed: [name, takes ?? ""].join(" ").trim(),
    about,
    options: Object.entries(options),
  }));
  const width = Math.max(...named.map(({ typed }) => typed.length));
  const lines = named.flatMap(({ typed, about, options }) => [
    `  ${typed.padEnd(width)}  ${about}`,
    ...options.map(([name, option]) => `    ${optionLine(name, option, width)}`),
  ]);
  return [
    "Usage: katkey <command>",
    "",
    "Commands:",
    ...lines,
    "",
    "Settings come from the environment, as the server's do.",
  ].join("\n");
}

/** Those whose name begins with these words; all of them when there is none. */
export function commandsUnder(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  const isUnder = ({ name }: Command) => words.every((word, index) => name.split(" ")[index] === word);
  return commands.filter(isUnder);
}

/** What was typed, if it is one of them, with what it takes and nothing else. @throws CommandError */
export function commandOf(
  commands: readonly Command[],
  typed: readonly string[],
): { readonly command: Command; readonly typed: Typed } | undefined {
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => typed[index] === word));
  if (command === undefined) return undefined;
  const { given, options } = parsed(command, typed.slice(command.name.split(" ").length));
  if (given.length !== (command.takes === undefined ? 0 : 1)) return undefined;
  return { command, typed: { given: given[0] ?? "", options } };
}

function parsed({ options = {} }: Command, args: readonly string[]) {
  const known = Object.entries(options).map(([name, { takes }]) => {
    const type = takes === undefined ? ("boolean" as const) : ("string" as const);
    return [name, { type, multiple: true }] as const;
  });
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(known),
      allowPositionals: true,
    });
    const typed = Object.entries(values).map(
      ([name, all]) => [name, [all ?? []].flat().map(String)] as const,
    );
    return { given: positionals, options: new Map(typed) };
  } catch (cause) {
    const [sentence = ""] = cause instanceof Error ? cause.message.split(". ", 1) : [];
    throw new CommandError(`${sentence}.`, { cause });
  }
}

function optionLine(name: string, { takes = "", about }: Option, width: number): string {
  return `${`--${name} ${takes}`.trim().padEnd(width - 2)}  ${about}`;
}
