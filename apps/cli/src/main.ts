import { DatabaseError } from "@katkey/keys/sqlite";
import { ConfigError } from "@katkey/server/config";
import { StartError } from "@katkey/server/start-error";
import { commandOf, helpOf } from "./command.ts";
import { usageVerify } from "./usage-verify.ts";

const commands = [usageVerify];

/** Faults of the operator's making: their message is all there is to say. */
const explained = [ConfigError, StartError, DatabaseError];

/** 0: done, and all is well. 1: done, and something is not. 2: it could not be done. */
async function exitCodeOf(typed: readonly string[]): Promise<number> {
  if (typed.length === 1 && ["--help", "-h", "help"].includes(typed[0] ?? "")) {
    console.log(helpOf(commands));
    return 0;
  }
  const command = commandOf(commands, typed);
  if (command === undefined) {
    const mistake =
      typed.length === 0 ? "No command was given." : `There is no command "${typed.join(" ")}".`;
    console.error(`${mistake}\n\n${helpOf(commands)}`);
    return 2;
  }
  try {
    return await command.run((line) => console.log(line));
  } catch (error) {
    const isExplained = explained.some((kind) => error instanceof kind);
    console.error(isExplained && error instanceof Error ? error.message : error);
    return 2;
  }
}

process.exitCode = await exitCodeOf(process.argv.slice(2));
