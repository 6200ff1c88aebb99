import { hash } from "node:crypto";
import type { Json } from "../audit/audit.ts";
import type { AppPatch } from "./app-store.ts";
import { thumbprintOf, type PublicKey } from "./public-key.ts";

type Fields = Readonly<Record<string, Json>>;

/** What entries tell of an app: of its logo and keys only which they were. */
export function toldOfApp({ logo, publicKeys, ...rest }: AppPatch): Fields {
  return {
    ...rest,
    ...(logo !== undefined && { logo: logo && hash("sha256", logo, "hex") }),
    ...(publicKeys !== undefined && { publicKeys: publicKeys.map(toldOfKey) }),
  };
}

/** By which name it is chosen, for what, and which it is. */
function toldOfKey(key: PublicKey): string {
  return [key.kid, key.alg, thumbprintOf(key)].filter((part) => part !== undefined).join(" ");
}

/** What a patch changes, before and after; `null`: the app has all of that already. */
export function differencesOfApp(app: Required<AppPatch>, patch: AppPatch) {
  const has = toldOfApp(app);
  const wanted = toldOfApp(patch);
  const differ = (name: string) => JSON.stringify(has[name]) !== JSON.stringify(wanted[name]);
  const names = Object.keys(wanted).filter(differ);
  if (names.length === 0) return null;
  const only = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: only(has), after: only(wanted) };
}
