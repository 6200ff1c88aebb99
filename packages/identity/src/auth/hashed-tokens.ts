import { hash } from "node:crypto";
import { refusedAsBanned } from "../people/refuse-banned.ts";
import type { DBAdapter, DBAdapterInstance, DBTransactionAdapter, Where } from "better-auth/types";

/**
 * Keeps session tokens out of the database: an adapter around better-auth's own
 * that stores, and looks for, their SHA-256. better-auth itself stores them in
 * clear, so that a copied backup and the secret would sign in as anybody.
 */
export function withHashedTokens(createInner: DBAdapterInstance): DBAdapterInstance {
  return (options) => {
    const inner = createInner(options);
    const transaction: DBAdapter["transaction"] = (run) =>
      inner.transaction((adapter) => run(hashing(adapter)));
    return { ...hashing(inner), transaction };
  };
}

// better-auth goes on with the row that it gets back (it sets the cookie from
// it, or updates by its token), so the token is put back into what was found by it.
function hashing(inner: DBTransactionAdapter): DBTransactionAdapter {
  type Inner = typeof inner;
  return {
    ...inner,
    create: async <Row extends Record<string, unknown>, Stored = Row>(
      query: Parameters<Inner["create"]>[0] & { data: Omit<Row, "id"> },
    ) => {
      const created = await inner.create<Row, Stored>(withHashedData(query));
      // The trigger left it out: they were banned after the gate had let them pass.
      if (query.model === "session" && created === null) throw refusedAsBanned();
      return withToken(created, tokenIn(query.data));
    },
    findOne: async <Row>(query: Parameters<Inner["findOne"]>[0]) =>
      withToken(await inner.findOne<Row>(withHashedWhere(query)), tokenSought(query.where)),
    update: async <Row>(query: Parameters<Inner["update"]>[0]) =>
      withToken(await inner.update<Row>(withHashedWhere(query)), tokenSought(query.where)),
    findMany: (query) => inner.findMany(withHashedWhere(query)),
    updateMany: (query) => inner.updateMany(withHashedWhere(query)),
    count: (query) => inner.count(withHashedWhere(query)),
    delete: (query) => inner.delete(withHashedWhere(query)),
    deleteMany: (query) => inner.deleteMany(withHashedWhere(query)),
    consumeOne: (query) => inner.consumeOne(withHashedWhere(query)),
    incrementOne: (query) => inner.incrementOne(withHashedWhere(query)),
  };
}

function withHashedData<Query extends { model: string; data: object }>(query: Query): Query {
  const token = tokenIn(query.data);
  if (query.model !== "session" || token === null) return query;
  return { ...query, data: { ...query.data, token: hashOf(token) } };
}

function withHashedWhere<Query extends { model: string; where?: Where[] | undefined }>(query: Query): Query {
  if (query.model !== "session" || query.where === undefined) return query;
  return { ...query, where: query.where.map(withHashedValue) };
}

function withHashedValue(clause: Where): Where {
  if (clause.field !== "token") return clause;
  if (Array.isArray(clause.value)) {
    return { ...clause, value: clause.value.map((token) => hashOf(String(token))) };
  }
  return { ...clause, value: hashOf(String(clause.value)) };
}

function withToken<Row>(row: Row, token: string | null): Row {
  return row === null || token === null ? row : { ...row, token };
}

function tokenSought(where: readonly Where[]): string | null {
  const value = where.find((clause) => clause.field === "token")?.value;
  return typeof value === "string" ? value : null;
}

function tokenIn(data: object): string | null {
  return "token" in data && typeof data.token === "string" ? data.token : null;
}

function hashOf(token: string): string {
  return hash("sha256", token, "base64url");
}
