/**
 * What the operator can do at the shell. A command is one file that declares it:
 *
 * ```ts
 * // apps/cli/src/usage/rebuild.ts
 * export const usageRebuild = defineCommand({
 *   arguments: { month: { takes: "<month>", about: "Such as 2026-11" } },
 *   options: { limit: { takes: "<count>", about: "At most so many" }, dry: { about: "Only say what would be done" } },
 *   example: "katkey usage rebuild 2026-11 --limit 100",
 *   async run(call) {
 *     const rebuilt = await rebuild(call.given("month"), call.value("limit"), call.has("dry"));
 *     return { json: { rebuilt }, lines: [`${rebuilt} sums are rebuilt.`] };
 *   },
 * });
 * ```
 *
 * and a line in `commands.ts`, which says its name and what it is about and loads it when it is typed, so that
 * help is quick. `--json`, help, mistakes in what was typed and exit codes are the frame's: a command returns what
 * there is to say, once for programs and once for people, and throws what kept it from being done. A row of
 * docs/cli.md belongs to it; a test compares the two.
 */
export interface Command<Argument extends string = string, Option extends string = string> {
  /** What is typed behind its name, in this order. */
  readonly arguments?: Readonly<Record<Argument, Takes>>;
  /** Each by its name without the dashes. `json` every command has. */
  readonly options?: Readonly<Record<Option, OptionTakes>>;
  /** One that can be typed. */
  readonly example: string;
  /** Whether it changes what a running server goes by, as it was typed: that server is asked first. Absent: never. */
  changes?(call: Pick<Call<Argument, Option>, "has">): boolean;
  /** Does it. @throws CommandError, or an error of the domain, when it could not be done: it exits with 2. */
  run(call: Call<Argument, Option>): Promise<Answer>;
}

interface Takes {
  /** `<id>`, `[id]` where it may be left out, `<path...>` for one or more. */
  readonly takes: string;
  readonly about: string;
}

interface OptionTakes {
  /** What is typed behind it, such as `<seconds>`; absent: nothing. */
  readonly takes?: string;
  readonly about: string;
  /** It may be typed again, for more of them. */
  readonly many?: boolean;
  readonly required?: boolean;
  /** Nothing else may be typed behind it. */
  readonly choices?: readonly string[];
}

/** What was typed, and by whom and when. */
export interface Call<Argument extends string = string, Option extends string = string> {
  /** Empty when it was left out. */
  given(argument: Argument): string;
  givenAll(argument: Argument): readonly string[];
  /** The last one, if any. */
  value(option: Option): string | undefined;
  values(option: Option): readonly string[];
  has(option: Option): boolean;
  /** Whether the answer goes to a program. */
  readonly json: boolean;
  /** What the installation judges by: never earlier than any of its servers has. */
  readonly now: number;
  /** What the machine's clock says. */
  readonly machineNow: number;
  /** Who acts: the shell, by which command. So it goes on record. */
  readonly actor: ShellCommand;
  /** Tells who sits at a terminal how far it is, at once. In a pipe or a file nobody waits. */
  progress(line: string): void;
  /** Writes to the standard output, for an answer that is too long to be held. Resolves when there is room for more. */
  write(text: string): Promise<void>;
}

export interface ShellCommand {
  readonly type: "shell";
  /** As it is typed, without what follows: `katkey users ban`. */
  readonly command: string;
}

/** What there is to say when it is done. */
export interface Answer {
  /** For programs: all of `--json`, as one document. */
  readonly json: unknown;
  /** For people: a line each on the standard output, where another command may read them. */
  readonly lines: readonly string[];
  /** For people: a row each, behind the lines. Where there is none, that is said. */
  readonly table?: readonly (readonly string[])[];
  /** For people only: said before, beside the standard output. */
  readonly notes?: readonly string[];
  /** `false`: it is done, and something is not as it must be. It exits with 1. */
  readonly well?: boolean;
}

/** Why a command could not be done, in a sentence for whoever typed it. `code` is for programs. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: string;

  constructor(
    message: string,
    { code = "refused", ...options }: ErrorOptions & { readonly code?: string } = {},
  ) {
    super(message, options);
    this.code = code;
  }
}

/** Declares a command: `run` may ask for what is declared, and for nothing else. */
export function defineCommand<Argument extends string = never, Option extends string = never>(
  command: Command<Argument, Option>,
): Command<Argument, Option> {
  return command;
}
