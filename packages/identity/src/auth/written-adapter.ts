import type { DBAdapter, DBAdapterInstance, DBTransactionAdapter } from "better-auth/types";
import type { AuthWriting } from "./auth-writing.ts";
import { refusedAsOutdated } from "../sign-in/sign-in-basis.ts";

type Writing = Pick<AuthWriting, "write" | "holds">;

type Creation<Row> = Parameters<DBTransactionAdapter["create"]>[0] & { readonly data: Omit<Row, "id"> };

/** better-auth's own adapter, with every change made as our stores make theirs. */
export function withWrites(createInner: DBAdapterInstance, writing: Writing) {
  const create: DBAdapterInstance = (options) => {
    const inner = createInner(options);
    const transaction: DBAdapter["transaction"] = (run) =>
      inner.transaction((adapter) => run(writtenBy(adapter, writing)));
    return { ...writtenBy(inner, writing), transaction };
  };
  return create;
}

function writtenBy(inner: DBTransactionAdapter, { write, holds }: Writing): DBTransactionAdapter {
  return {
    ...inner,
    create: async <Row extends Record<string, unknown>, Stored = Row>(query: Creation<Row>) => {
      const created = await write(() => inner.create<Row, Stored>(query));
      if (holds()) return created;
      // Whoever changed what it was judged by has ended the sessions and second steps that there were then, not this one.
      const id = String(Reflect.get(Object(created), "id"));
      await write(() => inner.delete({ model: query.model, where: [{ field: "id", value: id }] }));
      throw refusedAsOutdated();
    },
    update: (query) => write(() => inner.update(query)),
    updateMany: (query) => write(() => inner.updateMany(query)),
    delete: (query) => write(() => inner.delete(query)),
    deleteMany: (query) => write(() => inner.deleteMany(query)),
    consumeOne: (query) => write(() => inner.consumeOne(query)),
    incrementOne: (query) => write(() => inner.incrementOne(query)),
  };
}
