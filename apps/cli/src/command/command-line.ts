import type { Command } from "./command.ts";

/** A command by its name, before anything of it is loaded. */
export interface CommandLine {
  /** As it is typed: `usage verify`. */
  readonly name: string;
  /** A short sentence without full stop. */
  readonly about: string;
  readonly load: () => Promise<Command>;
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly CommandLine[];
}

/** Those whose name begins with these words; all of them when there is none. */
export function linesUnder(
  groups: readonly CommandGroup[],
  words: readonly string[],
): readonly CommandLine[] {
  return groups
    .flatMap(({ commands }) => commands)
    .filter(({ name }) => words.every((word, index) => name.split(" ")[index] === word));
}

/** The one that was typed, whatever stands behind it. */
export function lineOf(groups: readonly CommandGroup[], typed: readonly string[]): CommandLine | undefined {
  return linesUnder(groups, []).find(({ name }) =>
    name.split(" ").every((word, index) => typed[index] === word),
  );
}
