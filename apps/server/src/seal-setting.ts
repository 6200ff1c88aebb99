import { createSecretKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** 256 bits, of which nobody guesses one. */
const leastBytes = 32;

/** Keys of 32 bytes or more in base64 or hex, apart by spaces, commas or lines: the first seals, all are known. */
export const sealKeysText = z.string().transform((text, context) => {
  const written = text.split(/[\s,]+/).filter((part) => part !== "");
  const [current, ...earlier] = written.flatMap(keyIn);
  if (current !== undefined && earlier.length === written.length - 1) return { current, earlier };
  const message = `must be ${leastBytes} random bytes in base64 or hex, as of openssl rand -base64 32; several apart by commas`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** The same in a file. */
export const sealKeysFile = z
  .string()
  .transform((path, context) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      context.addIssue({ code: "custom", message: "must be a file that can be read" });
      return z.NEVER;
    }
  })
  .pipe(sealKeysText);

function keyIn(text: string): readonly KeyObject[] {
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(text);
  if (!isHex && !/^[0-9A-Za-z+/_-]+={0,2}$/.test(text)) return [];
  const key = Buffer.from(text, isHex ? "hex" : "base64");
  return key.byteLength >= leastBytes ? [createSecretKey(key)] : [];
}
