import type { KeyErrorCode } from "@katkey/keys";
import type { ProblemDefinition } from "./definition.ts";

export type AppProblemCode = Extract<
  KeyErrorCode,
  `app_${string}` | `grant_${string}` | "redirect_uri_invalid" | "logo_invalid" | "public_keys_invalid"
>;

/** Why a change of a partner app, or of what was granted to one, was refused. Only people make such changes. */
export const appProblems = {
  app_not_found: {
    status: 404,
    title: "There is no such app",
    cause: "No app has this id, or it is another organization's.",
    fix: "Look at the list of your organization's apps.",
  },
  app_changed: {
    status: 409,
    title: "The app has just changed",
    cause: "Somebody else changed the app, or what was granted to it, at the same time.",
    fix: "Read it again and decide anew.",
  },
  app_disabled: {
    status: 409,
    title: "The app is disabled",
    cause:
      "The app's owner has disabled it, or the operator has blocked it: it cannot be connected, and its tokens are refused.",
    fix: "Ask the app's owner.",
  },
  app_not_offered: {
    status: 403,
    title: "The app is not offered to this organization",
    cause: "Only its owner's organization may connect an app that the operator has not approved.",
    fix: "Ask the app's owner to offer it.",
  },
  app_has_no_secret: {
    status: 409,
    title: "The app has no secret",
    cause: "A public app cannot keep a secret, and is protected by PKCE alone.",
    fix: "Register a confidential app if it runs on a server.",
  },
  app_limit_reached: {
    status: 409,
    title: "There are too many apps",
    cause: "An organization has at most 50 apps, disabled ones included.",
    fix: "Edit an app that is no longer used.",
  },
  redirect_uri_invalid: {
    status: 422,
    title: "A redirect URI is not allowed",
    cause:
      "Redirect URIs are exact: https, http on this machine itself, or, for public apps, a scheme of their own; without a fragment, at most 10.",
    fix: "Correct the one that the message names.",
  },
  logo_invalid: {
    status: 422,
    title: "The logo is not allowed",
    cause: "A logo is a data URI of a PNG, JPEG or WebP, at most 48,000 characters long.",
    fix: "Send a smaller picture, or one of these formats.",
  },
  public_keys_invalid: {
    status: 422,
    title: "The public keys are not allowed",
    cause:
      "A JSON Web Key Set holds at most 10 public keys: RSA from 2,048 bits, EC with P-256, or Ed25519, each with a kid of its own; never a private one. Only confidential apps have keys, and what has no secret keeps one.",
    fix: "Correct the key that the message names. A private key that was sent is known to others: make a new one.",
  },
  grant_not_found: {
    status: 404,
    title: "There is no such connection",
    cause: "No app was connected to this organization by a grant with this id.",
    fix: "Look at the list of connected apps.",
  },
  grant_already_ended: {
    status: 409,
    title: "The app was disconnected already",
    cause: "A grant that has ended stays ended.",
    fix: "Connect the app again if it is still needed.",
  },
} as const satisfies Record<AppProblemCode, ProblemDefinition>;
