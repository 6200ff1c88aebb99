import { keyListAnswer, type KeyView } from "../../view/key-answer.ts";
import type { About } from "../about.ts";
import { exampleKey, idParameter, keyAnswered, keyWithToken } from "./key-examples.ts";

export const listing: About = {
  operationId: "listKeys",
  tag: "Keys",
  summary: "List the organization's keys",
  description: "Newest first, unless `sort` says otherwise. A test key sees test keys only.",
  answer: {
    status: 200,
    description: "A page of keys.",
    schema: keyListAnswer,
    example: { data: [exampleKey], nextCursor: null },
  },
  errors: ["cursor_invalid"],
};

export const reading: About = {
  operationId: "getKey",
  tag: "Keys",
  summary: "Read a key",
  description: "What belongs to another organization, or is out of a test key's sight, is 404.",
  parameters: idParameter,
  answer: { ...keyAnswered, description: "The key." },
  errors: ["key_not_found"],
};

export const issuing: About = {
  operationId: "issueKey",
  tag: "Keys",
  summary: "Issue a key",
  description:
    "The token is in this answer and nowhere else. A key gives no more than it has: no scope that it lacks, no longer life than its own, no addresses that are closed to itself.",
  example: {
    name: "Warehouse",
    environment: "live",
    scopes: ["products:read", "usage:read"],
    addresses: ["203.0.113.0/24"],
    expiresAt: "2027-12-31T23:59:59Z",
  },
  answer: {
    ...keyWithToken,
    status: 201,
    description: "The key and its token.",
    headers: { Location: "The path of the new key." },
  },
  errors: [
    "api_key_required",
    "environment_not_allowed",
    "scope_unknown",
    "scope_not_allowed",
    "expiry_not_allowed",
    "addresses_invalid",
    "addresses_not_allowed",
    "key_limit_reached",
    "key_name_taken",
    "rows_unsound",
    "authority_lost",
  ],
};

const edit = { name: "Warehouse 2", note: "Moved in March" };

export const editing: About = {
  operationId: "editKey",
  tag: "Keys",
  summary: "Change a key",
  description:
    "What is not named stays as it is. A key can only shorten another's life, and open addresses as far as its own list.",
  parameters: idParameter,
  example: edit,
  answer: { ...keyAnswered, example: { ...exampleKey, ...edit }, description: "The key as it is now." },
  errors: [
    "api_key_required",
    "key_not_found",
    "scope_unknown",
    "scope_not_allowed",
    "expiry_not_allowed",
    "addresses_invalid",
    "addresses_not_allowed",
    "key_name_taken",
    "key_already_revoked",
    "key_already_expired",
    "key_changed",
    "rows_unsound",
    "authority_lost",
  ],
};

const revoked: KeyView = {
  ...exampleKey,
  status: "revoked",
  revocation: { at: "2026-11-22T08:30:00.000Z", reason: "compromised", text: "found in a public repository" },
  secrets: exampleKey.secrets.map((secret) => ({ ...secret, state: "revoked" })),
};

const revocation = {
  tag: "Keys",
  example: { reason: "compromised", text: "found in a public repository" },
  answer: { ...keyAnswered, example: revoked, description: "The key, which nothing accepts any more." },
} as const;

export const revoking: About = {
  ...revocation,
  operationId: "revokeKey",
  summary: "Revoke a key",
  description: "Ends the key and every token of it, at once and for good.",
  parameters: idParameter,
  errors: [
    "api_key_required",
    "key_not_found",
    "key_already_revoked",
    "revocation_text_missing",
    "authority_lost",
  ],
};

export const revokingSelf: About = {
  ...revocation,
  operationId: "revokeSelf",
  summary: "Revoke the key that is used",
  description:
    "Whoever holds a leaked key can end it: every key may, whatever its scopes. Without a `reason` it counts as `compromised`.",
  errors: ["api_key_required", "key_already_revoked", "revocation_text_missing"],
};
