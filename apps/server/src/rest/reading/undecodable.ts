import type { InputError } from "../../http/problem.ts";
import { undecodableIn } from "../../http/query.ts";

/** What is wrong with a query's text, before anybody asks what it means. */
export function undecodableFaultsIn(query: string): readonly InputError[] {
  return undecodableIn(query).map((path) => ({ path, ...isUndecodable }));
}

const isUndecodable = { message: "Must be percent-encoded UTF-8 without NUL.", code: "broken_text" } as const;
