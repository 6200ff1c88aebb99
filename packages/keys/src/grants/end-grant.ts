import type { AppDesk } from "../apps/app-desk.ts";
import { eventOf } from "../deed.ts";
import type { GrantId } from "../id.ts";
import { grantObject } from "./grant-object.ts";
import type { GrantEnd } from "./grant.ts";

export interface EndGrantRequest {
  readonly grantId: GrantId;
  readonly cause: Exclude<GrantEnd, "disconnected">;
  readonly now: number;
}

/** Ends a grant because Katkey itself saw reason to, such as a token that was shown twice. `false`: it was over. */
export async function endGrant(
  { apps, grants }: Pick<AppDesk, "apps" | "grants">,
  { grantId, cause, now }: EndGrantRequest,
): Promise<boolean> {
  const grant = await grants.find(grantId);
  const app = grant && (await apps.find(grant.appId));
  if (grant === null || app === null) return false;
  const { organizationId, scopes } = grant;
  const actor = { type: "system", id: null, label: "katkey" } as const;
  const event = eventOf(
    { organizationId, now, actor, address: null, requestId: null },
    {
      action: "app.disconnected",
      object: grantObject(grant, app),
      before: { appId: app.id, scopes },
      after: { cause },
    },
  );
  const deed = { standing: null, events: [event] } as const;
  return grants.end({ organizationId, id: grantId, cause, now }, deed);
}
