import { createHmac } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows, given the address in the QR code: RFC 6238 with the parameters in it. */
export function codeShownBy(uri: string, at: number = Date.now()): string {
  const { searchParams } = new URL(uri);
  const period = Number(searchParams.get("period")) * 1_000;
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / period)));
  const mac = createHmac("sha1", decoded(searchParams.get("secret") ?? ""))
    .update(counter)
    .digest();
  const number = mac.readUInt32BE((mac[19] ?? 0) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(Number(searchParams.get("digits")), "0");
}

function decoded(base32: string): Buffer {
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
