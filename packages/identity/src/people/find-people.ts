import type { UserId } from "@katkey/keys";
import { and, asc, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { normalizeEmail } from "./email.ts";
import { IdentityError } from "../errors.ts";
import { user } from "../schema.ts";
import type { User } from "./user.ts";

/** A user, as an operator sees them. */
export interface Person extends User {
  readonly createdAt: number;
  /** Since when they are kept out; null for everybody else. */
  readonly bannedAt: number | null;
}

export interface PersonQuery {
  /** Finds parts of names and of addresses. */
  readonly search?: string;
  readonly banned?: boolean;
  /** People whose address comes after this one. */
  readonly after?: string;
  readonly limit: number;
}

export function findPerson(database: Executor, id: UserId): Person | null {
  const row = selectPeople(database).where(eq(user.id, id)).get();
  return row === undefined ? null : personOf(row);
}

/** @throws IdentityError `person_not_found` */
export function namedPerson(database: Executor, id: UserId): Person {
  const person = findPerson(database, id);
  if (person === null) throw new IdentityError("person_not_found", "There is no such person.");
  return person;
}

export function findPersonByEmail(database: Executor, email: string): Person | null {
  const row = selectPeople(database)
    .where(eq(user.email, normalizeEmail(email)))
    .get();
  return row === undefined ? null : personOf(row);
}

export function listPeople(database: Executor, { search = "", banned, after, limit }: PersonQuery) {
  // As names of organizations are searched: the database is opened with this function.
  const has = (column: typeof user.name | typeof user.email) =>
    sql`instr(folded(${column}), folded(${search})) > 0`;
  const isMeant = search === "" ? undefined : or(has(user.name), has(user.email));
  const isState = banned === true ? isNotNull(user.bannedAt) : isNull(user.bannedAt);
  const match = and(
    isMeant,
    banned === undefined ? undefined : isState,
    after === undefined ? undefined : gt(user.email, after),
  );
  const rows = selectPeople(database)
    .where(match)
    .orderBy(asc(user.email))
    .limit(limit + 1)
    .all();
  const items = rows.slice(0, limit).map(personOf);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.email ?? null) : null };
}

function selectPeople(database: Executor) {
  const { id, name, email, operator, createdAt, bannedAt } = user;
  return database.select({ id, name, email, operator, createdAt, bannedAt }).from(user).$dynamic();
}

type Row = Omit<Person, "createdAt" | "bannedAt"> & {
  readonly createdAt: Date;
  readonly bannedAt: Date | null;
};

function personOf({ createdAt, bannedAt, ...row }: Row): Person {
  return { ...row, createdAt: createdAt.getTime(), bannedAt: bannedAt?.getTime() ?? null };
}
