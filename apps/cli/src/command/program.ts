import { Argument, Command as Program, Option } from "commander";
import type { Command } from "./command.ts";
import type { CommandGroup, CommandLine } from "./command-line.ts";
import { examples, firstExamples, footer, helpOfLeaves } from "./help.ts";

/** What was typed for a command, each by its name. */
export interface Typed {
  readonly line: CommandLine;
  readonly command: Command;
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly options: ReadonlyMap<string, readonly string[]>;
}

interface Output {
  /** Called with what was typed. */
  readonly found?: (typed: Typed) => void;
  /** Called with the help, if it was asked for. */
  readonly help?: (text: string) => void;
}

/**
 * The parser of all commands. Those that are loaded know their arguments and options; the others only their names.
 * It never ends the process: mistakes are thrown as CommanderError.
 */
export function programOf(
  groups: readonly CommandGroup[],
  loaded: ReadonlyMap<CommandLine, Command>,
  { found, help }: Output,
): Program {
  const program = new Program("katkey")
    .usage("<command>")
    .helpCommand(false)
    .option("-V, --version", "Say which version this is")
    .helpOption("-h, --help", "Say what can be typed; behind a command, about that command")
    // By what the help lists it also guesses what was meant, word by word.
    .configureHelp(help === undefined ? {} : helpOfLeaves)
    .configureOutput({ writeOut: (text) => help?.(text), writeErr: () => {}, outputError: () => {} })
    .exitOverride()
    .addHelpText("after", examples(firstExamples))
    .addHelpText("afterAll", footer);
  for (const { title, commands } of groups) {
    for (const line of commands) {
      const leaf = placeOf(program, line)
        .helpGroup(`${title}:`)
        .summary(line.about)
        .description(`${line.about}.`);
      const command = loaded.get(line);
      if (command !== undefined) declare(leaf, command, (typed) => found?.({ line, command, ...typed }));
    }
  }
  for (const group of program.commands.filter((child) => child.commands.length > 0)) {
    const shown = [...loaded].filter(([{ name }]) => name.startsWith(`${group.name()} `));
    group.addHelpText("after", examples(shown.map(([, { example }]) => example)));
  }
  return program;
}

/** `usage verify` is the command `verify` of the command `usage`. */
function placeOf(program: Program, { name }: CommandLine): Program {
  return name.split(" ").reduce((parent, word) => {
    const there = parent.commands.find((child) => child.name() === word);
    return there ?? parent.command(word).helpCommand(false).usage("<command>");
  }, program);
}

function declare(
  leaf: Program,
  command: Command,
  found: (typed: Pick<Typed, "given" | "options">) => void,
): void {
  leaf.usage("").addHelpText("after", examples([command.example]));
  const { arguments: takes = {}, options: declared = {} } = command;
  for (const { takes: form, about } of Object.values(takes)) leaf.addArgument(new Argument(form, about));
  const options = Object.entries({ ...declared, json: { about: "Say it as JSON, for a program" } }).map(
    ([name, option]) => [name, optionOf(name, option)] as const,
  );
  for (const [, option] of options) leaf.addOption(option);
  leaf.action(() => {
    const given = Object.entries(takes).map(
      ([name, { takes: form }], at) =>
        [
          name,
          form.endsWith("...>") || form.endsWith("...]") ? leaf.args.slice(at) : leaf.args.slice(at, at + 1),
        ] as const,
    );
    const typed = options.map(([name, option]) => [name, typedFor(leaf, option)] as const);
    found({ given: new Map(given), options: new Map(typed) });
  });
}

function optionOf(
  name: string,
  { takes, about, many, required, choices }: NonNullable<Command["options"]>[string],
) {
  const option = new Option(takes === undefined ? `--${name}` : `--${name} ${takes}`, about);
  if (required === true) option.makeOptionMandatory();
  if (choices !== undefined) option.choices(choices);
  if (many === true) {
    option.argParser<readonly string[] | undefined>((value, before) => [...(before ?? []), value]);
  }
  return option;
}

/** `true` for one that takes nothing. */
function typedFor(leaf: Program, option: Option): readonly string[] {
  const value: unknown = leaf.getOptionValue(option.attributeName());
  return value === undefined ? [] : [value].flat().map(String);
}
