import { findKey } from "@katkey/keys";
import { defineCommand } from "../command/command.ts";
import { actIn, withOrganizations } from "../organizations/with-organizations.ts";
import { tellUnsound } from "../soundness.ts";
import { tableOf } from "../words/table.ts";
import { lastUseWords, notesOfUses } from "../words/last-use.ts";
import { viewOf, type KeyView } from "./key-views.ts";
import { key, keyTyped, ofOrganization } from "./told.ts";

export const keysShow = defineCommand({
  arguments: key,
  options: ofOrganization,
  example: "katkey keys show key_0Vb3k9aQ2mT7xWcR5pLd8e",
  run: (call) =>
    withOrganizations(async (organizations) => {
      const { organizationId, keyId } = await keyTyped(organizations, call);
      const record = await findKey(organizations.desk, actIn(organizationId, call), keyId);
      const view = await viewOf(organizations, record, call.now);
      const told = tellUnsound(organizations.soundness, [view], "key");
      return {
        json: view,
        lines: tableOf(factsOf(view)),
        well: told.well,
        notes: [...notesOfUses([view]), ...told.notes],
      };
    }),
});

function factsOf(view: KeyView): readonly (readonly string[])[] {
  const { revocation } = view;
  return [
    ["organization", view.organizationId],
    ["id", view.id],
    ["name", view.name],
    ["environment", view.environment],
    ["status", view.status],
    ...(revocation === null
      ? []
      : [["revoked", `${revocation.at}, ${revocation.reason} ${revocation.text ?? ""}`]]),
    ...view.unsound.map(({ table, id }) => ["not as sealed", `${table} ${id}`]),
    ["scopes", view.scopes.join(" ")],
    ["allowed now", view.effectiveScopes.join(" ") || "none"],
    ["from", view.addresses.join(" ") || "anywhere"],
    ["expires", view.expiresAt ?? "never"],
    ["issued", `${view.createdAt} by ${view.createdBy.label}`],
    ["responsible", view.responsibleMemberId],
    ["use", lastUseWords(view.lastUse)],
    ...view.secrets.map(({ maskedToken, publicKeyId, state }) => [
      "secret",
      `${publicKeyId} ${maskedToken} ${state}`,
    ]),
  ];
}
