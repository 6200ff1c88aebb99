import type { CommanderError } from "commander";
import { CommandError } from "./command.ts";
import { lineOf, linesUnder, type CommandGroup } from "./command-line.ts";
import { nearestTo } from "./nearest.ts";

/** A token's secret, behind the id that is no secret. */
const secret = /(?<=_[0-9A-Za-z]{16}\.)[0-9A-Za-z]{49}/g;

/** A mistake in what was typed. A token that stands in it is not repeated: what jobs say of their mistakes is kept. */
export class Mistake extends CommandError {
  /** Whether whoever typed it is told what can be typed. */
  readonly needsHelp: boolean;

  constructor(
    message: string,
    { needsHelp = false, ...options }: ErrorOptions & { readonly needsHelp?: boolean },
  ) {
    super(message.replaceAll(secret, "…"), { ...options, code: "usage" });
    this.needsHelp = needsHelp;
  }
}

/** A mistake that the parser found, in our words. */
export function mistakeOf(
  cause: CommanderError,
  typed: readonly string[],
  groups: readonly CommandGroup[],
): Mistake {
  const said = typed.filter((word) => !["--json", "--help", "-h"].includes(word));
  const words = `"${said.join(" ")}"`;
  if (cause.code === "commander.help") {
    const message = said.length === 0 ? "No command was given." : `${words} is only a part of a command.`;
    return new Mistake(message, { cause, needsHelp: true });
  }
  if (cause.code === "commander.unknownCommand") return unknown(cause, said, groups);
  const [sentence = "", suggestion] = cause.message.replace(/^error: /, "").split("\n");
  const line = lineOf(groups, typed);
  const isEnough = cause.message.includes("Allowed choices");
  const next =
    suggestion?.slice(1, -1) ?? (line && !isEnough && `katkey ${line.name} --help says what can be typed.`);
  const told = `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1).replace(/\.$/, "")}.`;
  return new Mistake(!next ? told : `${told} ${next}`, { cause });
}

function unknown(cause: CommanderError, said: readonly string[], groups: readonly CommandGroup[]): Mistake {
  const names = linesUnder(groups, []).map(({ name }) => name);
  const near = nearestTo(names, said);
  const meant = near === null ? "" : ` Did you mean katkey ${near}?`;
  // Of all commands the list is longer than a screen: the sentence would be gone.
  const needsHelp = linesUnder(groups, said.slice(0, 1)).length > 0;
  const next = needsHelp ? "" : " katkey --help lists the commands.";
  return new Mistake(`There is no command "${said.join(" ")}".${meant}${next}`, { cause, needsHelp });
}
