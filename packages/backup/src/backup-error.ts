export type BackupErrorCode = "exists" | "unusable" | "damaged" | "not_empty" | "secret" | "export" | "seal";

/** Why a backup cannot be made or restored, in sentences for the operator, a line each. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  ENOTDIR: "it is no folder, or in none",
  EISDIR: "it is a folder",
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "its disk can only be read",
};

/** What the operating system says of a file, as a sentence, and what to do. */
export function unusable(path: string, cause: unknown, hint?: string): BackupError {
  const said = cause instanceof Error ? (words[codeOf(cause)] ?? cause.message) : String(cause);
  const sentences = [`${path} cannot be used: ${said}.`, ...(hint === undefined ? [] : [hint])];
  return new BackupError("unusable", sentences.join(" "), { cause });
}

/** Which the operating system and SQLite each say in their own way. */
export function isNoRoom(cause: unknown): boolean {
  return cause instanceof Error && ["ENOSPC", "EDQUOT", "SQLITE_FULL"].includes(codeOf(cause));
}

function codeOf(cause: Error): string {
  return "code" in cause ? String(cause.code) : "";
}
