import { IdentityError } from "@katkey/identity";
import { KeyError } from "@katkey/keys";
import { DatabaseError } from "@katkey/keys/sqlite";
import { ConfigError } from "@katkey/server/config";
import { StartError } from "@katkey/server/start-error";
import { CommandError, commandOf, commandsUnder, helpOf, type Command } from "./command.ts";
import { serviceTokensIssue } from "./service-tokens/issue.ts";
import { serviceTokensList } from "./service-tokens/list.ts";
import { serviceTokensRevoke } from "./service-tokens/revoke.ts";
import { serviceTokensRotate } from "./service-tokens/rotate.ts";
import { twoFactorOff } from "./two-factor-off.ts";
import { usersBan } from "./users/ban.ts";
import { usersUnban } from "./users/unban.ts";
import { usageVerify } from "./usage-verify.ts";

const commands = [
  twoFactorOff,
  usageVerify,
  serviceTokensIssue,
  serviceTokensList,
  serviceTokensRotate,
  serviceTokensRevoke,
  usersBan,
  usersUnban,
];
const say = (line: string) => console.log(line);
const note = (line: string) => console.error(line);

const helpWords = ["--help", "-h", "help"];

/** Faults of the operator's making: their message is all there is to say. */
const explained = [CommandError, KeyError, IdentityError, ConfigError, StartError, DatabaseError];

/** 0: done, and all is well. 1: done, and something is not. 2: it could not be done. */
async function exitCodeOf(typed: readonly string[]): Promise<number> {
  const asked = helpWords.includes(typed.at(-1) ?? "") ? commandsUnder(commands, typed.slice(0, -1)) : [];
  if (asked.length > 0) {
    console.log(helpOf(asked));
    return 0;
  }
  try {
    const found = commandOf(commands, typed);
    if (found === undefined) {
      const begun = commandsUnder(commands, typed);
      console.error(`${mistakeIn(typed, begun)}\n\n${helpOf(begun.length > 0 ? begun : commands)}`);
      return 2;
    }
    return await found.command.run({ say, note, ...found.typed, now: Date.now() });
  } catch (error) {
    const isExplained = explained.some((kind) => error instanceof kind);
    console.error(isExplained && error instanceof Error ? error.message : error);
    return 2;
  }
}

function mistakeIn(typed: readonly string[], begun: readonly Command[]): string {
  if (typed.length === 0) return "No command was given.";
  const words = `"${typed.join(" ")}"`;
  return begun.length > 0 ? `${words} is only a part of a command.` : `There is no command ${words}.`;
}

process.exitCode = await exitCodeOf(process.argv.slice(2));
