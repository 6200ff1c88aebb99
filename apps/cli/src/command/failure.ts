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
  ["key_not_found", "katkey keys list says which there are."],
  ["member_not_found", "katkey members list says who is one."],
  ["keys_need_settling", "Say --hand-over-to <member> or --revoke-keys."],
  ["revocation_text_missing", "Say it with --text."],
  ["last_operator", "Another operator must be there first."],
  ["person_not_found", "katkey users list says who has one."],
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
