export type DatabaseErrorCode =
  | "missing"
  | "empty"
  | "not_ours"
  | "misplaced"
  | "newer"
  | "older"
  | "altered"
  | "schema_altered"
  | "damaged"
  | "unusable"
  | "in_use"
  | "unsafe"
  | "sealed"
  | "unsealed"
  | "another_key"
  | "put_back";

/** Where the operator's page tells what to do about a file that is lost. */
export const seeDamagedFiles = 'docs/operations.md, "Damaged files", says how';

/** Why a database cannot be opened, and what to do about it, for the operator. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Of a file that is not what was written. */
export function damaged(path: string, cause?: unknown): DatabaseError {
  return new DatabaseError("damaged", `${path} is damaged. Restore a backup: ${seeDamagedFiles}.`, { cause });
}
