import { interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import type { OAuthSettings } from "./settings.ts";

const { Check, Prompt, base } = interactionPolicy;

/** Where somebody is asked, whose cookie goes to nothing but this request's own addresses. */
export function addressOfInteraction(uid: string): string {
  return `/connect/${uid}`;
}

/**
 * When somebody must be asked. The protocol's own session is nobody's login: it only follows the dashboard's, so who
 * signs out there, or lets somebody else sign in, is asked again.
 */
export function createPolicy({ userOf }: Pick<OAuthSettings, "userOf">): interactionPolicy.Prompt[] {
  const policy = base();
  policy.remove("login");
  // Not requestable: nobody is made to enter a password again by another's link.
  policy.add(
    new Prompt(
      { name: "login" },
      new Check("dashboard", "sign in first", "login_required", (ctx) => isStranger(ctx)),
    ),
    0,
  );
  return policy;

  // Also right after a sign-in: whoever comes back may have signed out before.
  async function isStranger({ oidc, req }: KoaContextWithOIDC): Promise<boolean> {
    const { accountId } = oidc.session ?? {};
    return accountId === undefined || (await userOf(req)) !== accountId;
  }
}
