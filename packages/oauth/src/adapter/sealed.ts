import { createCipheriv, createDecipheriv } from "node:crypto";
import type { RandomBytes } from "@katkey/keys";
import { sealingKeyOf } from "../keys.ts";

const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/** Encrypts what is stored under an id, so that only who has the id can read it. */
export function seal(id: string, text: string, random: RandomBytes): string {
  const nonce = random(nonceLength);
  const cipher = createCipheriv(algorithm, sealingKeyOf(id), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64");
}

/** @throws Error when it was sealed under another id, or changed since */
export function unseal(id: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv(algorithm, sealingKeyOf(id), bytes.subarray(0, nonceLength));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const opened = [decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()];
  return Buffer.concat(opened).toString("utf8");
}
