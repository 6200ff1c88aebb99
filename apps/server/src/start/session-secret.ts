import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { RandomBytes } from "@katkey/keys";
import { faultCodeOf, StartError } from "./start-error.ts";

const bytes = 32;

/**
 * The secret that signs session cookies, encrypts those of two-factor, and from which the key for cursors is derived:
 * made at the first start, readable for its owner only. Removing the file signs everybody out. @throws StartError
 */
export function readSessionSecret(path: string, random: RandomBytes): string {
  return findSessionSecret(path) ?? sound(path, make(path, random));
}

/** `null`: there is none, and a start makes one. @throws StartError */
export function findSessionSecret(path: string): string | null {
  const secret = read(path);
  return secret === null ? null : sound(path, secret);
}

function sound(path: string, secret: string): string {
  if (Buffer.from(secret, "base64url").length === bytes) return secret;
  throw new StartError(
    `${path} is damaged. Put it back from where you kept it, or remove it: everybody has to sign in again, and you turn two-factor off for those who have it.`,
  );
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    if (faultCodeOf(cause) === "ENOENT") return null;
    throw new StartError(
      `${path} cannot be read: ${faultCodeOf(cause)}. Run this as the server's user, who must own it.`,
      { cause },
    );
  }
}

/** Written aside and linked: of two processes that start at once, both use the secret of the first. */
function make(path: string, random: RandomBytes): string {
  const draft = `${path}.${Buffer.from(random(6)).toString("hex")}.new`;
  try {
    const secret = Buffer.from(random(bytes)).toString("base64url");
    writeFileSync(draft, secret, { mode: 0o600, flag: "wx", flush: true });
    linkSync(draft, path);
  } catch (cause) {
    if (faultCodeOf(cause) !== "EEXIST") {
      throw new StartError(
        `${path} cannot be written: ${faultCodeOf(cause)}. Look at the data directory: the server's user must own it, and there must be room.`,
        { cause },
      );
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path) ?? "";
}
