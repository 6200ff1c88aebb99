import { decideOn } from "./a-partner.ts";
import type { aWorld } from "./a-world.ts";

type World = Awaited<ReturnType<typeof aWorld>>;

/** A code that nobody has redeemed yet, and what goes with it. */
export async function aCode({ partner, browser, customer }: World) {
  const started = await partner.start();
  const callback = await decideOn(browser, started, { decision: "connect", organizationId: customer.id });
  const code = callback.searchParams.get("code") ?? "";
  const { verifier, redirectUri } = started;
  return {
    started,
    callback,
    code,
    form: { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier },
  };
}

/** What is posted as it is to the token endpoint, and the answer. */
export async function askForTokens(
  { partner }: World,
  form: Record<string, string> | string,
  headers: Record<string, string> = {},
) {
  const body = typeof form === "string" ? form : new URLSearchParams(form).toString();
  const response = await partner.post(partner.metadata.token_endpoint, body, {
    "content-type": "application/x-www-form-urlencoded",
    authorization: partner.basic,
    ...headers,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** How the token endpoint refuses. */
export const refusal = (error: string, status = 400) => ({ status, body: { error } });
