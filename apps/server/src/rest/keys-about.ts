import { keyAnswer, keyListAnswer, keyWithTokenAnswer, type KeyView } from "../view/key-answer.ts";
import type { About } from "./about.ts";

const exampleKey: KeyView = {
  id: "key_0Rk3VvN2sQ7xYb5LmT9cHd",
  name: "Warehouse",
  note: null,
  environment: "live",
  status: "active",
  scopes: ["products:read", "usage:read"],
  effectiveScopes: ["products:read", "usage:read"],
  addresses: ["203.0.113.0/24"],
  expiresAt: "2027-12-31T23:59:59.000Z",
  createdAt: "2026-11-21T12:00:00.000Z",
  createdBy: { type: "key", id: "key_0Rk1AbCdEfGhJkLmNpQrSt", label: "Deployment" },
  responsibleMemberId: "mem_0Rk0ZyXwVuTsRqPoNmLkJh",
  revocation: null,
  exposure: null,
  lastUse: null,
  secrets: [
    {
      publicKeyId: "4kT9wQ2mZx7RbNfL",
      hint: "8fQz",
      maskedToken: "kat_live_…8fQz",
      state: "current",
      createdAt: "2026-11-21T12:00:00.000Z",
      retiresAt: null,
      exposure: null,
      lastUse: null,
    },
  ],
};

/** Right in its form, and by its checksum nobody's. */
const exampleToken = "kat_live_4kT9wQ2mZx7RbNfL.ThisIsAnExampleAndOpensNothingAtAll00000000008fQz";

const id = { id: { description: "The key's id.", example: exampleKey.id } };
const key = { status: 200, schema: keyAnswer, example: exampleKey } as const;
const keyWithToken = { schema: keyWithTokenAnswer, example: { key: exampleKey, token: exampleToken } };

export const listing: About = {
  operationId: "listKeys",
  tag: "Keys",
  summary: "List the organization's keys",
  description: "Newest first. A test key sees test keys only.",
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
  parameters: id,
  answer: { ...key, description: "The key." },
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
    "environment_not_allowed",
    "scope_not_allowed",
    "expiry_not_allowed",
    "addresses_invalid",
    "addresses_not_allowed",
    "key_limit_reached",
    "key_name_taken",
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
  parameters: id,
  example: edit,
  answer: { ...key, example: { ...exampleKey, ...edit }, description: "The key as it is now." },
  errors: [
    "key_not_found",
    "scope_not_allowed",
    "expiry_not_allowed",
    "addresses_invalid",
    "addresses_not_allowed",
    "key_name_taken",
    "key_already_revoked",
    "key_already_expired",
    "key_changed",
    "authority_lost",
  ],
};

const rotated: KeyView = {
  ...exampleKey,
  status: "rotating",
  createdAt: "2026-08-21T12:00:00.000Z",
  secrets: exampleKey.secrets.flatMap((secret) => [
    secret,
    {
      ...secret,
      publicKeyId: "9cHdLmT5yXb7sQ2N",
      hint: "Vv3R",
      maskedToken: "kat_live_…Vv3R",
      state: "retiring",
      createdAt: "2026-08-21T12:00:00.000Z",
      retiresAt: "2026-11-22T12:00:00.000Z",
    },
  ]),
};

export const rotating: About = {
  operationId: "rotateKey",
  tag: "Keys",
  summary: "Rotate a key",
  description:
    "Gives the key a new token and retires the current one after the overlap. An overlap that still runs ends at once.",
  parameters: id,
  example: { overlapSeconds: 86_400 },
  answer: {
    schema: keyWithTokenAnswer,
    example: { key: rotated, token: exampleToken },
    status: 200,
    description: "The key and its new token.",
  },
  errors: [
    "key_not_found",
    "scope_not_allowed",
    "expiry_not_allowed",
    "addresses_not_allowed",
    "key_already_revoked",
    "key_already_expired",
    "rotation_conflict",
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
  answer: { ...key, example: revoked, description: "The key, which nothing accepts any more." },
} as const;

export const revoking: About = {
  ...revocation,
  operationId: "revokeKey",
  summary: "Revoke a key",
  description: "Ends the key and every token of it, at once and for good.",
  parameters: id,
  errors: ["key_not_found", "key_already_revoked", "revocation_text_missing", "authority_lost"],
};

export const revokingSelf: About = {
  ...revocation,
  operationId: "revokeSelf",
  summary: "Revoke the key that is used",
  description:
    "Whoever holds a leaked key can end it: every key may, whatever its scopes. Without a `reason` it counts as `compromised`.",
  errors: ["key_already_revoked", "revocation_text_missing"],
};
