import type { KeyErrorCode } from "@katkey/keys";
import type { AppProblemCode } from "./apps.ts";
import type { CredentialProblemCode } from "./credentials.ts";
import type { ProblemDefinition } from "./definition.ts";
import { leakProblems } from "./leaks.ts";
import { scopeProblems } from "./scopes.ts";
import type { ServiceTokenProblemCode } from "./service-tokens.ts";
import type { StorageProblemCode } from "./storage.ts";

const lookAgain = "Read it again and decide anew.";

/** Why the domain refused a change. The dashboard's procedures name the same codes as `reason`. */
export const changeProblems = {
  organization_not_found: {
    status: 404,
    title: "There is no such organization",
    cause: "The organization does not exist for you.",
    fix: "Look at the list of your organizations.",
  },
  organization_changed: {
    status: 409,
    title: "The organization has just changed",
    cause: "Somebody else changed the organization's settings at the same time.",
    fix: lookAgain,
  },
  key_not_found: {
    status: 404,
    title: "There is no such key",
    cause: "No key of this organization has this id. A test key sees test keys only.",
    fix: "Look the id up with GET /v1/keys.",
  },
  member_not_found: {
    status: 404,
    title: "There is no such member",
    cause: "No member of this organization has this id.",
    fix: "Look at the list of members.",
  },
  invitation_not_found: {
    status: 404,
    title: "There is no such invitation",
    cause: "The invitation was used, withdrawn or has expired.",
    fix: "Ask for a new one.",
  },
  statement_not_found: {
    status: 404,
    title: "There is no such statement",
    cause: "A month has a statement once it is over, and only if the organization existed in it.",
    fix: "Look at the list with GET /v1/billing/statements; GET /v1/billing shows the running month.",
  },
  role_not_allowed: {
    status: 403,
    title: "The role does not allow this",
    cause: "The role of the actor does not allow this change.",
    fix: "Ask an owner or admin of the organization.",
  },
  authority_lost: {
    status: 403,
    title: "The right to do this has just ended",
    cause:
      "While the request was under way, the key was revoked, rotated or narrowed, or a role, a membership or the organization's rules changed.",
    fix: "Look at what the key or the member may do now.",
  },
  ...leakProblems,
  ...scopeProblems,
  expiry_not_allowed: {
    status: 422,
    title: "The expiry is not allowed",
    cause:
      "The expiry lies in the past, later than the actor may set it, or outside what the organization allows: it can demand an expiry, and set a maximum.",
    fix: "Choose an earlier time that is still to come; the message names the organization's maximum.",
  },
  environment_not_allowed: {
    status: 403,
    title: "The environment is not allowed",
    cause: "A test key cannot reach into the live environment.",
    fix: "Use a live key.",
  },
  addresses_invalid: {
    status: 422,
    title: "The address list is malformed",
    cause: "An entry of the list is neither an IP address nor a network.",
    fix: "Write addresses as 203.0.113.7 and networks as 203.0.113.0/24 or 2001:db8::/32; at most 50.",
  },
  addresses_not_allowed: {
    status: 403,
    title: "The addresses cannot be opened",
    cause: "A key with an allow list cannot open addresses that are closed to itself.",
    fix: "Name networks within the key's own list, or let a member do it.",
  },
  key_limit_reached: {
    status: 409,
    title: "The plan's keys are used up",
    cause: "The organization has as many active keys as its plan includes.",
    fix: "Revoke a key that is no longer used, or change the plan.",
  },
  key_name_taken: {
    status: 409,
    title: "The name is taken",
    cause: "Another key of the organization that is not revoked has this name.",
    fix: "Choose another name.",
  },
  key_changed: {
    status: 409,
    title: "The key has just changed",
    cause: "Somebody else changed the key at the same time.",
    fix: lookAgain,
  },
  key_already_revoked: {
    status: 409,
    title: "The key was revoked already",
    cause: "A revoked key stays revoked.",
    fix: "Issue a new key.",
  },
  key_already_expired: {
    status: 409,
    title: "The key has expired",
    cause: "An expired key cannot be changed.",
    fix: "Issue a new key.",
  },
  revocation_text_missing: {
    status: 422,
    title: "The reason needs a text",
    cause: "The reason `other` says nothing by itself.",
    fix: "Send a `text` that says in a few words why the key is revoked.",
  },
  rotation_conflict: {
    status: 409,
    title: "Another rotation was first",
    cause: "The secret to replace is no longer the current one.",
    fix: lookAgain,
  },
  overlap_not_allowed: {
    status: 422,
    title: "The overlap is not allowed",
    cause: "An overlap lasts from 0 seconds to 30 days.",
    fix: "Choose an `overlapSeconds` from 0 to 2592000.",
  },
  overlap_not_running: {
    status: 409,
    title: "No overlap is running",
    cause: "The key has only one secret.",
    fix: "There is nothing to end.",
  },
  last_owner: {
    status: 409,
    title: "The last owner has to stay",
    cause: "An organization needs an owner.",
    fix: "Make somebody else an owner first.",
  },
  member_changed: {
    status: 409,
    title: "The member has just changed",
    cause: "Somebody else changed the member at the same time.",
    fix: lookAgain,
  },
  member_exists: {
    status: 409,
    title: "They are a member already",
    cause: "The user is a member of this organization.",
    fix: "There is nothing to do.",
  },
  keys_need_settling: {
    status: 409,
    title: "Keys would be left behind",
    cause: "The member is responsible for keys about which nothing was decided.",
    fix: "Decide for each key: revoke it, or hand it to another member.",
  },
  invitation_for_other_email: {
    status: 403,
    title: "The invitation is for somebody else",
    cause: "The invitation names another e-mail address.",
    fix: "Sign in with the address that was invited.",
  },
  usage_range_invalid: {
    status: 422,
    title: "The range of time is not acceptable",
    cause: "The range ends before it begins, or is too long for its granularity.",
    fix: "Ask for at most 93 days by the hour, 400 days by the day, ten years by the month.",
  },
  cursor_invalid: {
    status: 422,
    title: "The cursor is not valid",
    cause: "The cursor did not come from a page of this list.",
    fix: "Send `nextCursor` of the page before as it is, or no cursor for the first page.",
  },
  idempotency_in_progress: {
    status: 409,
    title: "The first request still runs",
    cause: "A request with the same Idempotency-Key is still under way, or has ended this very moment.",
    fix: "Send the same request again in a moment: it is answered with what the first one made.",
  },
} as const satisfies Record<
  Exclude<
    KeyErrorCode,
    CredentialProblemCode | AppProblemCode | ServiceTokenProblemCode | StorageProblemCode
  >,
  ProblemDefinition
>;
