import type { Act, OrganizationId, ShellActor } from "@katkey/keys";
import { idInput } from "@katkey/server/id-input";
import type { Answer, Call } from "../command/command.ts";
import { changeOrganizations } from "../installation.ts";
import { typedAs } from "../typed-as.ts";

/** What commands about organizations work with. */
export type Organizations = ReturnType<typeof changeOrganizations>;

/** Does something about organizations beside the running server. */
export async function withOrganizations(
  change: (organizations: Organizations) => Promise<Answer>,
): Promise<Answer> {
  const organizations = changeOrganizations();
  try {
    return await change(organizations);
  } finally {
    organizations.close();
  }
}

/** What the shell does in one of them, on record as what was typed. */
export function actIn(
  organizationId: OrganizationId,
  { actor, now }: Pick<Call, "actor" | "now">,
): Act<ShellActor> {
  return { organizationId, actor, now, address: null, requestId: null };
}

export const organization = {
  organization: { takes: "<id>", about: "Begins with org_; org list says it" },
} as const;

/** @throws CommandError */
export function organizationTyped(typed: string): OrganizationId {
  return typedAs(idInput("org"), typed, "organization");
}
