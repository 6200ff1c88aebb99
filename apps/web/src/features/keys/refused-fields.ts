import { fieldRefusals, reasonOf, refusalOf, type RefusalReason } from "../../lib/api/refusal.ts";

/** The field of the form that a refusal is about; refusals of the whole key are missing. */
const fieldOf: Partial<Record<RefusalReason, string>> = {
  key_name_taken: "name",
  scope_unknown: "scopes",
  scope_not_allowed: "scopes",
  expiry_not_allowed: "expiry",
  addresses_invalid: "addresses",
  member_not_found: "responsibleMemberId",
};

/** Sentences by field, for a form about a key; empty when the refusal is about no field. */
export function refusedFields(error: unknown): Readonly<Record<string, string>> {
  const reason = reasonOf(error);
  const field = reason === null ? undefined : fieldOf[reason];
  if (field !== undefined) return { [field]: refusalOf(error).message };

  const named = [...fieldRefusals(error)].flatMap(([path, message]) => {
    // `key.addresses.3` and `patch.expiresAt`: the field comes second.
    const name = path.split(".")[1];
    return name === undefined ? [] : [[name === "expiresAt" ? "expiry" : name, message]];
  });
  return Object.fromEntries(named);
}
