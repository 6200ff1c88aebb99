import { createHmac, timingSafeEqual, type KeyObject } from "node:crypto";

/** With which rows are sealed: secret keys of 32 bytes or more. As bytes, each row would cost five times as much. */
export interface SealKeys {
  /** Seals, and is looked for first. */
  readonly current: KeyObject;
  /** Those that sealed before, whose seals hold as well. */
  readonly earlier: readonly KeyObject[];
}

/** What SQLite can keep in a column. */
export type Value = string | number | bigint | Uint8Array | null;

/** What of a row is sealed: its table's name, at which turn it was changed, and its values. */
export interface Sealed {
  readonly table: string;
  readonly turn: number;
  readonly values: readonly Value[];
}

/** The HMAC-SHA-256 of a row, each of its values told apart by its kind. */
export function macOf(key: KeyObject, { table, turn, values }: Sealed): Buffer {
  const told = values.map((value) => {
    if (value instanceof Uint8Array) return { blob: Buffer.from(value).toString("base64") };
    // As JSON it would be null, and so be sealed by what was sealed as nothing: 9e999 in SQL.
    if (typeof value === "number" && !Number.isFinite(value)) return { number: String(value) };
    return typeof value === "bigint" ? Number(value) : value;
  });
  const at = turn === 0 ? [] : [{ turn }];
  return createHmac("sha256", key)
    .update(JSON.stringify([table, ...at, ...told]))
    .digest();
}

export function isMac(mac: Value, expected: Buffer): boolean {
  return (
    mac instanceof Uint8Array && mac.byteLength === expected.byteLength && timingSafeEqual(mac, expected)
  );
}

/** For a row whose seal says only that nobody believes it, whatever it says: see `disowned`. No table is called so. */
export const disownedTable = (table: string) => `not ${table}`;

/** What is sealed of a row that was changed from outside and then by us, without ending it: its turn, and none of its values but its id. */
export function disowned({ table, turn, values }: Sealed): Sealed {
  return { table: disownedTable(table), turn, values: values.slice(0, 1) };
}
