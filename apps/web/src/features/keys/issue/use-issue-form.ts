import { useForm } from "@mantine/form";
import type { Environment, Role, Scope } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { grantableScopes } from "../../../lib/keys/scopes.ts";
import { addressesMistake, addressesOf } from "../fields/addresses.ts";
import { firstChoice, lastDay } from "../fields/expiry-rules.ts";
import { expiresAtOf, expiryMistake, type Expiry } from "../fields/expiry.ts";
import { nameMistake, noteMistake } from "../text-limits.ts";
import type { KeyRules } from "../fields/use-key-rules.ts";

export interface IssueValues {
  readonly name: string;
  readonly environment: Environment;
  readonly scopes: readonly Scope[];
  readonly expiry: Expiry;
  readonly addresses: string;
  readonly note: string;
}

/** A key about to be issued. It begins with everything that the role can grant, from where the organization says. */
export function useIssueForm(role: Role, { expiry: rules, addresses }: KeyRules) {
  const own = useOwnScopes();
  return useForm<IssueValues>({
    initialValues: {
      name: "",
      environment: "live",
      scopes: grantableScopes(role, own),
      expiry: { choice: firstChoice(rules), date: "" },
      addresses: addresses.join("\n"),
      note: "",
    },
    validate: {
      name: nameMistake,
      scopes: (scopes) => (scopes.length === 0 ? wordsOf("keys")("fields.scopeMissing") : null),
      expiry: (expiry) => expiryMistake(expiry, Date.now(), lastDay(rules, Date.now())),
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
