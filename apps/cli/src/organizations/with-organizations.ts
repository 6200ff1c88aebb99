import type { Act, OrganizationId, ShellActor } from "@katkey/keys";
import { idInput } from "@katkey/server/id-input";
import { CommandError, type Answer, type Call } from "../command/command.ts";
import { readableInLine } from "../command/readable.ts";
import { changeOrganizations } from "../installation.ts";
import { typedAs } from "../typed/typed-as.ts";

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

/** So many are named to whoever has said none. */
const mostNamed = 10;

/** The one that was typed, or the only one there is; `notes` say which, where nobody has. @throws CommandError */
export async function organizationMeant(
  { desk }: Organizations,
  typed: string | undefined,
): Promise<{ readonly organizationId: OrganizationId; readonly notes: readonly string[] }> {
  if (typed !== undefined) return { organizationId: organizationTyped(typed), notes: [] };
  const { items, nextCursor } = await desk.tenancy.listOrganizations({ limit: mostNamed });
  const [only, other] = items;
  if (only === undefined) {
    const message = "There is no organization yet: its first owner makes it in the dashboard.";
    throw new CommandError(message, { code: "no_organization" });
  }
  if (other === undefined) {
    return { organizationId: only.id, notes: [`In ${only.name} (${only.id}), the only organization.`] };
  }
  const named = items.map(({ id, name }) => `  ${id}  ${readableInLine(name)}`);
  const rest = nextCursor === null ? [] : ["  … katkey org list says them all"];
  const message = ["Say which organization, by its id: there are several.", ...named, ...rest].join("\n");
  throw new CommandError(message, { code: "usage" });
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
