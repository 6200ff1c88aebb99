export type BackupErrorCode = "exists" | "unusable" | "damaged" | "not_empty" | "secret" | "export";

/** Why a backup cannot be made or restored, in sentences for the operator, a line each. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What the operating system says of a file, as a sentence. */
export function unusable(path: string, cause: unknown): BackupError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new BackupError("unusable", `${path} cannot be used: ${said}.`, { cause });
}
