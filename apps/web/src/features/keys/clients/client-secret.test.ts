import { expect, it } from "vitest";
import { clientSecretOf } from "./client-secret.ts";

const rotatedAt = "2026-03-02T12:00:00.000Z";
const before = "2026-03-02T11:59:59.999Z";
const after = "2026-03-02T13:00:00.000Z";

function secret(publicKeyId: string, state: "current" | "retiring" | "retired") {
  return {
    publicKeyId,
    state,
    hint: "abcd",
    maskedToken: "kat_live_…abcd",
    createdAt: state === "current" ? rotatedAt : "2026-01-01T00:00:00.000Z",
    retiresAt: null,
    exposure: null,
    quarantine: null,
    lastUse: null,
  };
}

const rotating = { secrets: [secret("new", "current"), secret("old", "retiring")] };

it.each([
  ["the old one alone", { old: after }, "old"],
  ["the old one, at the very moment", { old: rotatedAt }, "old"],
  ["the new one, which it has taken over", { old: before, new: after }, "new"],
  ["both", { old: after, new: after }, "both"],
  ["neither since the rotation", { old: before }, "earlier"],
] as const)("tells a client that comes with %s", (_, uses, expected) => {
  const secrets = Object.entries(uses).map(([publicKeyId, lastAt]) => ({ publicKeyId, lastAt }));
  expect(clientSecretOf({ secrets }, rotating)).toBe(expected);
});

it("tells nothing while no rotation is under way", () => {
  const retired = { secrets: [secret("new", "current"), secret("old", "retired")] };
  expect(clientSecretOf({ secrets: [{ publicKeyId: "old", lastAt: after }] }, retired)).toBeNull();
});
