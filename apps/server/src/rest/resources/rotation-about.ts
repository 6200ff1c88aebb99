import type { KeyView } from "../../view/key-answer.ts";
import type { About } from "../about.ts";
import { exampleKey, idParameter, keyAnswered, keyWithToken } from "./key-examples.ts";

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
  parameters: idParameter,
  example: { overlapSeconds: 86_400 },
  answer: {
    ...keyWithToken,
    example: { ...keyWithToken.example, key: rotated },
    status: 200,
    description: "The key and its new token.",
  },
  errors: [
    "api_key_required",
    "key_not_found",
    "scope_not_allowed",
    "expiry_not_allowed",
    "addresses_not_allowed",
    "key_already_revoked",
    "key_already_expired",
    "rotation_conflict",
    "rows_unsound",
    "authority_lost",
  ],
};

export const endingOverlap: About = {
  operationId: "endKeyOverlap",
  tag: "Keys",
  summary: "End a rotation's overlap now",
  description:
    "The replaced token is refused from the very next request on, with `secret_retired`; the new one goes on. A key ends only an overlap that it could have begun.",
  parameters: idParameter,
  answer: {
    ...keyAnswered,
    example: {
      ...rotated,
      status: "active",
      secrets: rotated.secrets.map((secret) =>
        secret.state === "retiring"
          ? { ...secret, state: "retired", retiresAt: "2026-11-21T12:00:00.000Z" }
          : secret,
      ),
    },
    description: "The key, which has one token that works.",
  },
  errors: [
    "api_key_required",
    "key_not_found",
    "scope_not_allowed",
    "expiry_not_allowed",
    "addresses_not_allowed",
    "key_already_revoked",
    "key_already_expired",
    "overlap_not_running",
    "authority_lost",
  ],
};
