import type { Command as Program, HelpConfiguration } from "commander";

/** What stands below every help. */
export const footer = `
Exit codes:
  0  done, and all is well
  1  done, and something is not as it must be
  2  it could not be done; a mistake in what was typed, too

Environment:
  KATKEY_DATA_DIR  where the data is, as the server has it; data in the repository unless set
  The other settings are the server's, too: docs/operations.md.`;

export function examples(typed: readonly string[]): string {
  const title = typed.length === 1 ? "Example" : "Examples";
  return typed.length === 0 ? "" : ["", `${title}:`, ...typed.map((one) => `  ${one}`)].join("\n");
}

/** Below the list of all commands. */
export const firstExamples: readonly string[] = [
  "katkey status",
  'katkey keys issue "Shop" > shop.token',
  "katkey keys revoke --help",
];

/** Commands are listed by their whole names, and not by their first words. */
export const helpOfLeaves: HelpConfiguration = {
  visibleCommands: leavesOf,
  subcommandTerm: (leaf) => [...pathOf(leaf).slice(1), ...leaf.registeredArguments.map(termOf)].join(" "),
  commandUsage(program) {
    const typed = [...pathOf(program), ...program.registeredArguments.map(termOf)].join(" ");
    return program.commands.length > 0 ? `${typed} <command>` : `${typed} [options]`;
  },
};

function leavesOf(program: Program): Program[] {
  return program.commands.flatMap((child) => (child.commands.length > 0 ? leavesOf(child) : [child]));
}

function pathOf(program: Program): readonly string[] {
  return [...(program.parent === null ? [] : pathOf(program.parent)), program.name()];
}

function termOf(argument: Program["registeredArguments"][number]): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}
