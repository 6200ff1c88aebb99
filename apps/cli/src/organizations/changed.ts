import type { Act, ShellActor, Survey } from "@katkey/keys";
import { organizationViewOf } from "@katkey/server/organization-view";
import type { Answer, Call } from "../command/command.ts";
import { actIn, organizationTyped, withOrganizations, type Organizations } from "./with-organizations.ts";

interface Change {
  readonly change: (desk: Organizations["desk"], act: Act<ShellActor>) => Promise<Survey["organization"]>;
  readonly told: (name: string) => string;
}

/** Changes the organization that was typed, and tells what holds in it from now on. */
export function changed(
  call: Pick<Call<"organization">, "given" | "actor" | "now">,
  { change, told }: Change,
): Promise<Answer> {
  return withOrganizations(async ({ desk }) => {
    const organization = await change(desk, actIn(organizationTyped(call.given("organization")), call));
    return { json: organizationViewOf(organization), lines: [told(organization.name)] };
  });
}
