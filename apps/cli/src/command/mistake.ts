import type { CommanderError } from "commander";
import { CommandError } from "./command.ts";

/** A mistake in what was typed. */
export class Mistake extends CommandError {
  /** Whether whoever typed it is told what can be typed. */
  readonly needsHelp: boolean;

  constructor(
    message: string,
    { needsHelp = false, ...options }: ErrorOptions & { readonly needsHelp?: boolean },
  ) {
    super(message, { ...options, code: "usage" });
    this.needsHelp = needsHelp;
  }
}

/** A mistake that the parser found, in our words. */
export function mistakeOf(cause: CommanderError, typed: readonly string[]): Mistake {
  const [sentence = "", suggestion] = cause.message.replace(/^error: /, "").split("\n");
  const hint = suggestion === undefined ? "" : ` ${suggestion.slice(1, -1)}`;
  const words = `"${typed.filter((word) => !["--json", "--help", "-h"].includes(word)).join(" ")}"`;
  if (cause.code === "commander.help") {
    const message = words === '""' ? "No command was given." : `${words} is only a part of a command.`;
    return new Mistake(message, { cause, needsHelp: true });
  }
  if (cause.code === "commander.unknownCommand") {
    return new Mistake(`There is no command ${words}.${hint}`, { cause, needsHelp: true });
  }
  return new Mistake(`${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1).replace(/\.$/, "")}.${hint}`, {
    cause,
  });
}
