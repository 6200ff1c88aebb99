import { hash } from "node:crypto";
import type { RandomBytes } from "@katkey/keys";
import { and, eq, gt, isNull } from "drizzle-orm";
import { type Making, type NewUser, insertUser, prepareUser } from "./people/create-user.ts";
import type { Connection, Executor } from "./database.ts";
import { IdentityError } from "./errors.ts";
import { setupToken } from "./schema.ts";
import { type User, countUsers } from "./people/user.ts";

export type FirstOperator = Omit<NewUser, "operator">;

const lifetimeMilliseconds = 60 * 60 * 1000;
const immediate = { behavior: "immediate" } as const;

/**
 * The token of a new setup link, valid for one hour; earlier links end. Null
 * once a user exists. Only its SHA-256 is stored: 256 random bits need no slow hash.
 */
export function createSetupToken(database: Connection, now: number, random: RandomBytes): string | null {
  const token = Buffer.from(random(32)).toString("base64url");
  const times = { createdAt: new Date(now), expiresAt: new Date(now + lifetimeMilliseconds) };
  return database.transaction((transaction) => {
    if (countUsers(transaction) > 0) return null;
    const burnt = { burntAt: new Date(now) };
    transaction.update(setupToken).set(burnt).where(isNull(setupToken.burntAt)).run();
    transaction
      .insert(setupToken)
      .values({ hash: hashOf(token), ...times })
      .run();
    return token;
  }, immediate);
}

function isSetupOpen(database: Connection, token: string, now: number): boolean {
  const open = database.select({ hash: setupToken.hash }).from(setupToken).where(isOpen(token, now)).get();
  return open !== undefined && countUsers(database) === 0;
}

/** Makes the first operator and burns the link. Throws `setup_link_invalid`; of two at once, one wins. */
export async function completeSetup(
  database: Connection,
  { token, ...details }: FirstOperator & { readonly token: string },
  making: Making,
): Promise<User> {
  // Spares the hash to whoever has no link; the statement below decides.
  if (!isSetupOpen(database, token, making.now)) throw linkInvalid();
  const prepared = await prepareUser({ ...details, operator: true }, making);
  return making.write(() =>
    database.transaction((transaction) => {
      if (!burn(transaction, token, making.now) || countUsers(transaction) > 0) throw linkInvalid();
      return insertUser(transaction, prepared);
    }, immediate),
  );
}

/** Makes the first operator without a link, for unattended starts. Null, and no change, once a user exists. */
export async function ensureOperator(
  database: Connection,
  details: FirstOperator,
  making: Making,
): Promise<User | null> {
  if (countUsers(database) > 0) return null;
  const prepared = await prepareUser({ ...details, operator: true }, making);
  return making.write(() =>
    database.transaction((transaction) => {
      return countUsers(transaction) > 0 ? null : insertUser(transaction, prepared);
    }, immediate),
  );
}

function burn(transaction: Executor, token: string, now: number): boolean {
  const burnt = { burntAt: new Date(now) };
  return transaction.update(setupToken).set(burnt).where(isOpen(token, now)).run().changes === 1;
}

function isOpen(token: string, now: number) {
  return and(
    eq(setupToken.hash, hashOf(token)),
    isNull(setupToken.burntAt),
    gt(setupToken.expiresAt, new Date(now)),
  );
}

function hashOf(token: string): Buffer {
  return hash("sha256", token, "buffer");
}

function linkInvalid(): IdentityError {
  return new IdentityError("setup_link_invalid", "This setup link was used, has ended or never existed.");
}
