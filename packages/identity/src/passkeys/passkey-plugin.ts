import { passkey } from "@better-auth/passkey";
import { isId } from "@katkey/keys";
import { APIError } from "better-auth/api";
import { clientAddressHeader } from "../routes/auth-paths.ts";
import type { AuthSettings } from "../auth/auth.ts";
import { markUsed } from "./passkeys.ts";

export const passkeyPath = {
  addOptions: "/passkey/generate-register-options",
  add: "/passkey/verify-registration",
  signInOptions: "/passkey/generate-authenticate-options",
  signIn: "/passkey/verify-authentication",
  remove: "/passkey/delete-passkey",
} as const;

/**
 * A passkey is two factors, what one has and a finger, face or PIN, only where the authenticator says that it asked
 * for the second. better-auth itself takes one that did not.
 */
export function passkeyPlugin({ database, origin, now, gates, writing }: AuthSettings) {
  return passkey({
    rpID: new URL(origin).hostname,
    rpName: "Katkey",
    origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    advanced: { webAuthnChallengeCookie: "challenge" },
    registration: {
      async afterVerification({ ctx, verification, user }) {
        assertVerified(verification.registrationInfo?.userVerified);
        if (!isId("usr", user.id)) throw new Error("This is not an id of a user.");
        await gates.passkey(user.id, ctx.headers?.get(clientAddressHeader) ?? null);
      },
    },
    authentication: {
      async afterVerification({ verification }) {
        const { userVerified, credentialID } = verification.authenticationInfo;
        assertVerified(userVerified);
        await writing.write(() => markUsed(database, credentialID, now()));
      },
    },
  });
}

function assertVerified(userVerified: boolean | undefined): void {
  if (userVerified === true) return;
  throw new APIError("UNAUTHORIZED", { message: "The authenticator did not ask who was using it." });
}
