import { keyAnswer, keyWithTokenAnswer, type KeyView } from "../../view/key-answer.ts";

export const exampleKey: KeyView = {
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
  rotationVerdict: null,
  secrets: [
    {
      publicKeyId: "4kT9wQ2mZx7RbNfL",
      hint: "8fQz",
      maskedToken: "kat_live_…8fQz",
      state: "current",
      createdAt: "2026-11-21T12:00:00.000Z",
      retiresAt: null,
      exposure: null,
      quarantine: null,
      lastUse: null,
    },
  ],
};

/** Right in its form, and by its checksum nobody's. */
const exampleToken = "kat_live_4kT9wQ2mZx7RbNfL.ThisIsAnExampleAndOpensNothingAtAll00000000008fQz";

/** Of the routes with `{id}` in their path. */
export const idParameter = { id: { description: "The key's id.", example: exampleKey.id } };

export const keyAnswered = { status: 200, schema: keyAnswer, example: exampleKey } as const;
export const keyWithToken = { schema: keyWithTokenAnswer, example: { key: exampleKey, token: exampleToken } };
