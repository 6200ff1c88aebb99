import type { UserId } from "@katkey/keys";
import { and, eq } from "drizzle-orm";
import type { Executor } from "../database.ts";
import type { Passwords } from "../hashing/passwords.ts";
import { account } from "../schema.ts";

interface Parts {
  readonly database: Executor;
  readonly passwords: Passwords;
}

export async function isPasswordOf(
  { database, passwords }: Parts,
  userId: UserId,
  password: string,
): Promise<boolean> {
  return passwords.verify(storedHashOf(database, userId) ?? "", password);
}

export function storedHashOf(database: Executor, userId: UserId): string | null {
  const match = and(eq(account.userId, userId), eq(account.providerId, "credential"));
  return database.select({ hash: account.password }).from(account).where(match).get()?.hash ?? null;
}
