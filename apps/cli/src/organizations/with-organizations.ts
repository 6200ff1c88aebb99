import type { Act, OrganizationId, ShellActor } from "@katkey/keys";
import { idInput } from "@katkey/server/id-input";
import { CommandError, type Answer, type Call } from "../command/command.ts";
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
  if (!typed.startsWith("org_")) {
    const message = `organization: ${typed} is no id: one begins with org_, and katkey org list says it.`;
    throw new CommandError(message, { code: "usage" });
  }
  return typedAs(idInput("org"), typed, "organization");
}
