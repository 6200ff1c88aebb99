/** One of the things that the operator can do at the shell. */
export interface Command {
  /** As it is typed: `usage verify`. */
  readonly name: string;
  /** What is typed after the name, if anything: `<e-mail address>`. */
  readonly takes?: string;
  /** A short sentence without full stop. */
  readonly about: string;
  /** Does it. Resolves to what the process exits with. @throws CommandError */
  run(call: Call): Promise<number>;
}

export interface Call {
  /** Tells the terminal, line by line. */
  readonly say: (line: string) => void;
  /** What was typed after the name; empty for a command that takes nothing. */
  readonly given: string;
  readonly now: number;
}

/** Why a command could not be done, in a sentence for whoever typed it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Every command, one a line. */
export function helpOf(commands: readonly Command[]): string {
  const named = commands.map(({ name, takes, about }) => ({
    typed: [name, takes ?? ""].join(" ").trim(),
    about,
  }));
  const width = Math.max(...named.map(({ typed }) => typed.length));
  const lines = named.map(({ typed, about }) => `  ${typed.padEnd(width)}  ${about}`);
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

/** What was typed, if it is one of them, with what it takes and nothing else. */
export function commandOf(commands: readonly Command[], typed: readonly string[]): Command | undefined {
  const isTyped = ({ name, takes }: Command) =>
    name === (takes === undefined ? typed : typed.slice(0, -1)).join(" ");
  return commands.find(isTyped);
}
