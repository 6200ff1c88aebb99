import { createId, type RandomBytes } from "@katkey/keys";
import type { Write } from "@katkey/keys/sqlite";
import type { Connection, Executor } from "../database.ts";
import { parseEmail } from "./email.ts";
import { IdentityError } from "../errors.ts";
import { assertGoodPassword } from "../passwords/password-rules.ts";
import type { Passwords } from "../hashing/passwords.ts";
import { account, user } from "../schema.ts";
import type { User } from "./user.ts";

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly operator: boolean;
}

/** A user who was checked, whose password is hashed, and who is not stored yet. */
export interface PreparedUser {
  readonly user: User;
  readonly accountId: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

export interface Making {
  readonly passwords: Passwords;
  readonly random: RandomBytes;
  readonly now: number;
  readonly write: Write;
}

const longestName = 80;

/** Throws `email_taken` when another user has the address, however it is spelled. */
export async function createUser(database: Connection, details: NewUser, making: Making): Promise<User> {
  const prepared = await prepareUser(details, making);
  return making.write(() =>
    database.transaction((transaction) => insertUser(transaction, prepared), { behavior: "immediate" }),
  );
}

/** Does the slow part, hashing, which must not hold the one write lock of the database. */
export async function prepareUser(
  details: NewUser,
  { passwords, random, now }: Omit<Making, "write">,
): Promise<PreparedUser> {
  const name = parseName(details.name);
  const email = parseEmail(details.email);
  assertGoodPassword(details.password, email);
  return {
    user: { id: createId("usr", now, random), name, email, operator: details.operator },
    accountId: createId("acc", now, random),
    passwordHash: await passwords.hash(details.password),
    createdAt: new Date(now),
  };
}

/** Stores the two rows that better-auth would. To be called in a transaction. */
export function insertUser(transaction: Executor, prepared: PreparedUser): User {
  const times = { createdAt: prepared.createdAt, updatedAt: prepared.createdAt };
  const inserted = transaction
    .insert(user)
    .values({ ...prepared.user, emailVerified: false, ...times })
    .onConflictDoNothing({ target: user.email })
    .run();
  if (inserted.changes === 0) {
    throw new IdentityError("email_taken", "A user with this e-mail address exists.");
  }
  const { id } = prepared.user;
  const credential = { userId: id, providerId: "credential", accountId: id, password: prepared.passwordHash };
  transaction
    .insert(account)
    .values({ id: prepared.accountId, ...credential, ...times })
    .run();
  return prepared.user;
}

/** Throws `name_invalid`. */
export function parseName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === "" || [...trimmed].length > longestName) {
    throw new IdentityError("name_invalid", `A name has 1 to ${longestName} characters.`);
  }
  return trimmed;
}
