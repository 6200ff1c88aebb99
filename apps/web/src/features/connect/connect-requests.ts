import type { ConnectDetails } from "@katkey/server/connect-details";
import { AuthError } from "../../lib/api/auth-fetch.ts";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { textOf } from "../../lib/api/json-field.ts";

export type { ConnectDetails } from "@katkey/server/connect-details";

/** An organization of whoever is signed in, and why the app cannot be connected to it, if it cannot. */
export type OrganizationChoice = ConnectDetails["organizations"][number];

export type Decision =
  | { readonly decision: "signed_in" }
  | { readonly decision: "connect"; readonly organizationId: OrganizationId }
  | { readonly decision: "refuse" };

/** What is to be decided, and by whom. @throws AuthError `connect_request_over`, `unreachable` */
export async function readDetails(uid: string): Promise<ConnectDetails> {
  return send(`/connect/${uid}/details`, { headers: { accept: "application/json" } });
}

/** Resolves to where the browser goes on. @throws AuthError with the problem's code, or `unreachable` */
export async function sendDecision(uid: string, decision: Decision): Promise<string> {
  const answer: unknown = await send(`/connect/${uid}/decision`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(decision),
  });
  const redirectTo = textOf(answer, "redirectTo");
  if (redirectTo === null) throw new AuthError("unexpected", "");
  return redirectTo;
}

async function send(path: string, request: RequestInit) {
  const response = await fetch(path, request).catch((cause: unknown) => {
    throw new AuthError("unreachable", "The server cannot be reached.", { cause });
  });
  // Below, what it is depends on what was asked.
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new AuthError(textOf(answer, "code") ?? "unexpected", textOf(answer, "detail") ?? "");
}
