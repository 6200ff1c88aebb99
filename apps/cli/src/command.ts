/** One of the things that the operator can do at the shell. */
export interface Command {
  /** As it is typed: `usage verify`. */
  readonly name: string;
  /** A short sentence without full stop. */
  readonly about: string;
  /** Does it, telling the terminal line by line. Resolves to what the process exits with. */
  run(say: (line: string) => void): Promise<number>;
}

/** Every command, one a line. */
export function helpOf(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`);
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

/** What was typed, if it is one of them and nothing else. */
export function commandOf(commands: readonly Command[], typed: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name === typed.join(" "));
}
