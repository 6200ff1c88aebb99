import type { Act, ShellActor, Survey } from "@katkey/keys";
import { organizationViewOf } from "@katkey/server/organization-view";
import type { Answer, Call } from "../command/command.ts";
import { assertSound } from "../soundness.ts";
import { actIn, organizationTyped, withOrganizations, type Organizations } from "./with-organizations.ts";

interface Change {
  /** It takes nothing away, so that it must not seem done where it is refused. */
  readonly needsSound?: boolean;
  readonly change: (desk: Organizations["desk"], act: Act<ShellActor>) => Promise<Survey["organization"]>;
  readonly told: (name: string) => string;
}

/** Changes the organization that was typed, and tells what holds in it from now on. */
export function changed(
  call: Pick<Call<"organization">, "given" | "actor" | "now">,
  { change, told, needsSound = false }: Change,
): Promise<Answer> {
  return withOrganizations(async ({ desk, soundness }) => {
    const id = organizationTyped(call.given("organization"));
    if (needsSound) assertSound(soundness, { table: "organization", id });
    const organization = await change(desk, actIn(id, call));
    return { json: organizationViewOf(organization), lines: [told(organization.name)] };
  });
}
