import type { Session } from "@katkey/identity";
import { connectApp, KeyError, type Act, type MemberActor, type OrganizationId } from "@katkey/keys";
import type { PendingRequest } from "@katkey/oauth";
import { z } from "zod";
import { Problem } from "../http/problem.ts";
import { idInput } from "../input/id.ts";
import { memberActOf } from "../member-act.ts";
import type { Services } from "../services.ts";

/** The organization stands in the decision, so that nothing that happens in another tab changes it. */
export const decisionInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("signed_in") }),
  z.strictObject({ decision: z.literal("connect"), organizationId: idInput("org") }),
  z.strictObject({ decision: z.literal("refuse") }),
]);

interface Asked {
  readonly pending: PendingRequest;
  readonly session: Session | null;
  readonly address: string;
  readonly requestId: string;
}

/** Answers a request to connect. Resolves to where the browser goes on. @throws Problem, KeyError */
export async function decide(
  services: Services,
  asked: Asked,
  input: z.infer<typeof decisionInput>,
): Promise<string> {
  const { pending, session } = asked;
  if (input.decision === "refuse") return toldOnce(pending.refuse());
  if (session === null) throw new Problem("sign_in_required");
  const isAnother = pending.userId !== session.user.id;
  // Who says so knowingly goes on as themselves, and is asked anew.
  if (pending.waitsFor === "login" || (isAnother && input.decision === "signed_in")) {
    return pending.signIn(session.user.id);
  }
  if (isAnother) throw new Problem("signed_in_as_another");
  // They had been signed in all along.
  if (input.decision === "signed_in") throw new Problem("connect_request_over");
  const act = await actIn(services, { ...asked, session }, input.organizationId);
  const request = { appId: pending.appId, scopes: pending.scopes };
  return toldOnce(pending.connect(async () => (await connectApp(services.desk, act, request)).id));
}

/** @throws Problem `connect_request_over` when another answer was first */
async function toldOnce(answer: Promise<string | null>): Promise<string> {
  const redirectTo = await answer;
  if (redirectTo === null) throw new Problem("connect_request_over");
  return redirectTo;
}

async function actIn(
  { desk, clock }: Services,
  { session, address, requestId }: Asked & { readonly session: Session },
  organizationId: OrganizationId,
): Promise<Act<MemberActor>> {
  const membership = await desk.tenancy.findMembership(organizationId, session.user.id);
  if (membership === null) {
    // As for a member who may not: what other organizations there are is nobody's business.
    throw new KeyError("role_not_allowed", "Only owners and admins connect apps.");
  }
  return memberActOf(session.user, membership, { now: clock.now(), address, requestId });
}
