import type { Grant } from "./grant.ts";

/** How the entries name a grant: as its app is called. */
export function grantObject({ id }: Pick<Grant, "id">, { name }: { readonly name: string }) {
  return { type: "grant", id, label: name } as const;
}
