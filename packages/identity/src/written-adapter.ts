import type { DBAdapter, DBAdapterInstance, DBTransactionAdapter } from "better-auth/types";
import type { AuthWriting } from "./auth-writing.ts";

/** better-auth's own adapter, with every change made as our stores make theirs. */
export function withWrites(createInner: DBAdapterInstance, writing: Pick<AuthWriting, "write">) {
  const create: DBAdapterInstance = (options) => {
    const inner = createInner(options);
    const transaction: DBAdapter["transaction"] = (run) =>
      inner.transaction((adapter) => run(writtenBy(adapter, writing)));
    return { ...writtenBy(inner, writing), transaction };
  };
  return create;
}

function writtenBy(inner: DBTransactionAdapter, { write }: Pick<AuthWriting, "write">): DBTransactionAdapter {
  return {
    ...inner,
    create: (query) => write(() => inner.create(query)),
    update: (query) => write(() => inner.update(query)),
    updateMany: (query) => write(() => inner.updateMany(query)),
    delete: (query) => write(() => inner.delete(query)),
    deleteMany: (query) => write(() => inner.deleteMany(query)),
    consumeOne: (query) => write(() => inner.consumeOne(query)),
    incrementOne: (query) => write(() => inner.incrementOne(query)),
  };
}
