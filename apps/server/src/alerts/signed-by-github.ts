import { verify, type KeyObject } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { Problem } from "../http/problem.ts";
import type { GithubKeys } from "./github-keys.ts";

// Off the main thread: a body has megabytes.
const verifyAside = promisify<string, Buffer, KeyObject, Buffer, boolean>(verify);

export interface Signature {
  readonly keyIdentifier: string;
  readonly bytes: Buffer;
}

/**
 * What the headers say of who has signed. Whatever is wrong with a signature is answered alike.
 * @throws Problem `alert_not_signed`
 */
export function signatureOf({ headersDistinct: headers }: IncomingMessage): Signature {
  const keyIdentifier = onlyOf(headers["github-public-key-identifier"], /^[\w-]{1,128}$/);
  const signature = onlyOf(headers["github-public-key-signature"], /^[A-Za-z0-9+/]{8,200}={0,2}$/);
  return { keyIdentifier, bytes: Buffer.from(signature, "base64") };
}

function onlyOf(values: readonly string[] | undefined, form: RegExp): string {
  const [value = "", ...others] = values ?? [];
  if (others.length > 0 || !form.test(value)) throw new Problem("alert_not_signed");
  return value;
}

/** @throws Problem `alert_not_signed`; GithubKeysError */
export async function signerOf(keys: GithubKeys, { keyIdentifier }: Signature): Promise<KeyObject> {
  const key = await keys.find(keyIdentifier);
  if (key === null) throw new Problem("alert_not_signed");
  return key;
}

/** Whether these very bytes were signed: ECDSA on P-256 with SHA-256, the signature as DER. Either s holds, as in FIPS 186-5. */
export async function isSignedBy(key: KeyObject, body: Buffer, { bytes }: Signature): Promise<boolean> {
  return verifyAside("sha256", body, key, bytes);
}
