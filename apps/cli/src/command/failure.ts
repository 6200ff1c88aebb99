import { BackupError } from "@katkey/backup";
import { IdentityError } from "@katkey/identity/people";
import { KeyError } from "@katkey/keys";
import { DatabaseError } from "@katkey/keys/sqlite";
import { ConfigError } from "@katkey/server/config";
import { StartError } from "@katkey/server/start-error";
import { CommandError } from "./command.ts";

/** Why it could not be done. */
export interface Failure {
  /** Stable, for programs. */
  readonly code: string;
  readonly message: string;
}

/** Where to look on. */
const hints = new Map([
  [
    "rows_unsound",
    'Run katkey seal check: it names the rows. What to do: docs/operations.md, "Rows that are not sound". Revoking, removing and suspending work.',
  ],
  ["organization_not_found", "katkey org list says which there are."],
  ["key_not_found", "katkey keys list --organization <id> says which there are."],
  ["service_token_not_found", "katkey service-tokens list says which there are."],
]);

/** `null`: nobody foresaw it. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof ConfigError) return { code: "settings_invalid", message: error.message };
  if (error instanceof StartError) return { code: "data_directory_unusable", message: error.message };
  if (error instanceof DatabaseError) return { code: `database_${error.code}`, message: error.message };
  if (error instanceof BackupError) return { code: `backup_${error.code}`, message: error.message };
  const isExplained = [CommandError, KeyError, IdentityError].some((kind) => error instanceof kind);
  if (!isExplained || !(error instanceof Error) || !("code" in error)) return null;
  const code = String(error.code);
  const hint = hints.get(code);
  return { code, message: hint === undefined ? error.message : `${error.message} ${hint}` };
}
