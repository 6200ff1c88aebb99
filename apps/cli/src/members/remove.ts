import { removeMember, type KeyId, type MemberId, type OrganizationId } from "@katkey/keys";
import { CommandError, defineCommand, type Call } from "../command/command.ts";
import { counted } from "../words/counted.ts";
import {
  actIn,
  organizationMeant,
  withOrganizations,
  type Organizations,
} from "../organizations/with-organizations.ts";
import { memberTyped } from "./member-typed.ts";

export const membersRemove = defineCommand({
  arguments: { member: { takes: "<member>", about: "Their mem_ id or e-mail address" } },
  options: {
    organization: { takes: "<id>", about: "Where; else in the only organization" },
    "hand-over-to": { takes: "<member>", about: "Who answers for their keys from now on" },
    "revoke-keys": { about: "Revoke the keys that they answer for" },
  },
  example: "katkey members remove bo@example.com --hand-over-to ada@example.com",
  changes: () => true,
  run: (call) =>
    withOrganizations(async (organizations) => {
      const { organizationId, notes } = await organizationMeant(organizations, call.value("organization"));
      const { id: memberId, email } = await memberTyped(organizations, organizationId, call.given("member"));
      const keyIds = await keysOf(organizations, { organizationId, memberId, now: call.now });
      const settle = await settling(organizations, organizationId, call);
      const settlements = settle === null ? [] : keyIds.map((keyId) => ({ keyId, ...settle }));
      const request = { memberId, label: email || memberId, settlements };
      await removeMember(organizations.desk, actIn(organizationId, call), request);
      const fate = settle?.action === "revoke" ? "revoked" : "handed over";
      const keys = settle === null ? "" : ` ${counted(settlements.length, "key")}: ${fate}.`;
      const json = { organizationId, id: memberId, email, settlements };
      return { json, notes, lines: [`${email || memberId} is no member any more.${keys}`] };
    }),
});

/** What becomes of each of their keys; `null`: nothing was said. */
async function settling(
  organizations: Organizations,
  organizationId: OrganizationId,
  { has, value }: Pick<Call<never, "hand-over-to" | "revoke-keys">, "has" | "value">,
) {
  const heir = value("hand-over-to");
  if (heir !== undefined && has("revoke-keys")) {
    throw new CommandError("Say either --hand-over-to <member> or --revoke-keys.", { code: "usage" });
  }
  if (has("revoke-keys")) return { action: "revoke" } as const;
  if (heir === undefined) return null;
  return { action: "hand_over", to: (await memberTyped(organizations, organizationId, heir)).id } as const;
}

/** Those that are not revoked. */
async function keysOf(
  { desk }: Organizations,
  {
    organizationId,
    memberId,
    now,
  }: { readonly organizationId: OrganizationId; readonly memberId: MemberId; readonly now: number },
): Promise<readonly KeyId[]> {
  const found: KeyId[] = [];
  let cursor: string | null = null;
  do {
    const page = { responsibleMemberId: memberId, limit: 100, now, ...(cursor !== null && { cursor }) };
    const { items, nextCursor }: Awaited<ReturnType<typeof desk.store.listKeys>> = await desk.store.listKeys(
      organizationId,
      page,
    );
    found.push(...items.filter(({ revocation }) => revocation === null).map(({ id }) => id));
    cursor = nextCursor;
  } while (cursor !== null);
  return found;
}
