import { useForm } from "@mantine/form";
import type { Environment, Role, Scope } from "../../lib/api-types.ts";
import { grantableScopes } from "../../lib/scopes.ts";
import { addressesMistake, addressesOf } from "./addresses.ts";
import { expiresAtOf, expiryMistake, type Expiry } from "./expiry.ts";
import { nameMistake, noteMistake } from "./text-limits.ts";

export interface IssueValues {
  readonly name: string;
  readonly environment: Environment;
  readonly scopes: readonly Scope[];
  readonly expiry: Expiry;
  readonly addresses: string;
  readonly note: string;
}

/** A key about to be issued. It begins with everything that the role can grant. */
export function useIssueForm(role: Role) {
  return useForm<IssueValues>({
    initialValues: {
      name: "",
      environment: "live",
      scopes: grantableScopes(role),
      expiry: { choice: "never", date: "" },
      addresses: "",
      note: "",
    },
    validate: {
      name: nameMistake,
      scopes: (scopes) => (scopes.length === 0 ? "Choose at least one scope." : null),
      expiry: (expiry) => expiryMistake(expiry, Date.now()),
      addresses: addressesMistake,
      note: noteMistake,
    },
  });
}

export function newKeyOf(values: IssueValues, now: number) {
  const { name, environment, scopes, expiry, addresses, note } = values;
  return {
    name,
    environment,
    scopes: [...scopes],
    expiresAt: expiresAtOf(expiry, now) ?? null,
    addresses: [...addressesOf(addresses)],
    note: note.trim() || null,
  };
}
