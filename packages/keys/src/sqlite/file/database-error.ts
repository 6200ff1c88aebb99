export type DatabaseErrorCode =
  | "missing"
  | "empty"
  | "not_ours"
  | "newer"
  | "older"
  | "altered"
  | "damaged"
  | "unusable"
  | "in_use"
  | "unsafe"
  | "sealed"
  | "unsealed"
  | "another_key"
  | "put_back";

/** Why a database cannot be opened, in one sentence for the operator. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
