import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import type { SealKeys, Value } from "./mac.ts";

/** A row of the table of seals: of which table, which row, at which turn, and its HMAC. */
export type Seal = readonly Value[];

/**
 * What all seals come to, in whatever order: the sum by XOR of an HMAC of each, under a key of its own. Sum and key lie
 * in a box, AES-256-GCM under the key that seals: whoever saw many sums could else make up one of older seals.
 * (MSet-XOR-Hash of Clarke and others, https://doi.org/10.1007/978-3-540-40061-5_12.)
 */
export interface Sums {
  /** The sum of no seal. */
  begin(): Buffer;
  /** The box after these seals went and came; each is in it at most once. `null`: the box is not ours. */
  moved(box: Uint8Array, seals: Iterable<Seal>): Buffer | null;
  /** `null`: the box is not ours. */
  isSumOf(box: Uint8Array, seals: Iterable<Seal>): boolean | null;
}

const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

export function createSums({ current, earlier }: SealKeys): Sums {
  const [writing, ...reading] = [current, ...earlier].map(boxKeyOf);
  if (writing === undefined) throw new Error("There is no key to seal with.");
  let last: { readonly box: Buffer; readonly open: Buffer } | null = null;

  function opened(box: Uint8Array): Buffer | null {
    if (last?.box.equals(box) === true) return last.open;
    for (const key of [writing, ...reading]) {
      const open = key && openedWith(key, box);
      if (open) return open;
    }
    return null;
  }

  function closed(open: Buffer): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", writing ?? "", nonce);
    const hidden = Buffer.concat([cipher.update(open), cipher.final()]);
    const box = Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
    last = { box, open };
    return box;
  }

  return {
    begin: () => closed(Buffer.concat([randomBytes(keyBytes), Buffer.alloc(keyBytes)])),

    moved(box, seals) {
      const open = opened(box);
      return open && closed(summed(open, seals));
    },

    isSumOf(box, seals) {
      const open = opened(box);
      if (open === null) return null;
      const none = Buffer.concat([open.subarray(0, keyBytes), Buffer.alloc(keyBytes)]);
      return summed(none, seals).equals(open);
    },
  };
}

/** The key of the sum as it was, and the sum with these seals added or, which is the same, taken away. */
function summed(open: Buffer, seals: Iterable<Seal>): Buffer {
  const key = open.subarray(0, keyBytes);
  const sum = Buffer.from(open);
  for (const seal of seals) {
    const told = seal.map((value) => (value instanceof Uint8Array ? { blob: hexOf(value) } : value));
    const part = createHmac("sha256", key).update(JSON.stringify(told)).digest();
    for (let i = 0; i < keyBytes; i += 1) sum[keyBytes + i] = (sum[keyBytes + i] ?? 0) ^ (part[i] ?? 0);
  }
  return sum;
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Of another purpose than the key that seals rows. */
function boxKeyOf(key: KeyObject): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", "katkey sum of seals", keyBytes));
}

function openedWith(key: Buffer, box: Uint8Array): Buffer | null {
  const bytes = Buffer.from(box);
  if (bytes.byteLength !== nonceBytes + tagBytes + 2 * keyBytes) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const hidden = bytes.subarray(nonceBytes + tagBytes);
  try {
    return Buffer.concat([decipher.update(hidden), decipher.final()]);
  } catch {
    // Of another key, or of nobody's.
    return null;
  }
}
