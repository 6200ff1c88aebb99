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

/** The HMAC-SHA-256 of a row: of its table's name and its values, each told apart by its kind. */
export function macOf(key: KeyObject, table: string, values: readonly Value[]): Buffer {
  const told = values.map((value) => {
    if (value instanceof Uint8Array) return { blob: Buffer.from(value).toString("base64") };
    return typeof value === "bigint" ? Number(value) : value;
  });
  return createHmac("sha256", key)
    .update(JSON.stringify([table, ...told]))
    .digest();
}

export function isMac(mac: Value, expected: Buffer): boolean {
  return (
    mac instanceof Uint8Array && mac.byteLength === expected.byteLength && timingSafeEqual(mac, expected)
  );
}
