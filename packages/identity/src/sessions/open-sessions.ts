import type { UserId } from "@katkey/keys";
import { APIError } from "better-auth/api";
import { and, desc, eq, gt, lte, ne } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { session } from "../schema.ts";

/** A sign-in that still holds, as its user may see it. Never the token. */
export interface OpenSession {
  readonly id: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** The newest first. */
export function listSessions(database: Executor, userId: UserId, now: number): readonly OpenSession[] {
  const { id, createdAt, expiresAt, ipAddress, userAgent } = session;
  return database
    .select({ id, createdAt, expiresAt, ipAddress, userAgent })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date(now))))
    .orderBy(desc(session.id))
    .all()
    .map((row) => ({ ...row, createdAt: row.createdAt.getTime(), expiresAt: row.expiresAt.getTime() }));
}

/** False when the user has no such session. */
export function revokeSession(database: Executor, userId: UserId, sessionId: string): boolean {
  const match = and(eq(session.userId, userId), eq(session.id, sessionId));
  return database.delete(session).where(match).run().changes === 1;
}

/** Answers how many ended. */
export function revokeOtherSessions(database: Executor, userId: UserId, exceptSessionId: string): number {
  const match = and(eq(session.userId, userId), ne(session.id, exceptSessionId));
  return database.delete(session).where(match).run().changes;
}

export function forgetExpiredSessions(database: Executor, userId: UserId, now: number): void {
  const match = and(eq(session.userId, userId), lte(session.expiresAt, new Date(now)));
  database.delete(session).where(match).run();
}

export function isSessionOpen(database: Executor, userId: UserId, sessionId: string): boolean {
  const match = and(eq(session.userId, userId), eq(session.id, sessionId));
  return database.select({ id: session.id }).from(session).where(match).get() !== undefined;
}

/** In better-auth's own form: our routes answer it as they answer somebody who is not signed in. @throws APIError */
export function assertSessionOpen(database: Executor, userId: UserId, sessionId: string): void {
  if (isSessionOpen(database, userId, sessionId)) return;
  throw new APIError("UNAUTHORIZED", { message: "The session has ended." });
}
