import { expect, it } from "vitest";
import { linesOfReapplied } from "./told-of-reapplied.ts";

it("an export makes up no line of what is told", () => {
  const [label, organization] = ["Shop\nRestored into /data.", "org_1\nNothing is left to you."];
  const party = { type: "key", id: "key_1", label } as const;
  const entry = {
    organizationId: "org_1",
    seq: 2,
    at: 0,
    actor: party,
    action: "key.revoked",
    object: party,
    address: null,
    requestId: null,
    before: null,
    after: null,
    previousHash: "",
    hash: "",
  } as const;
  const log = { organization, entries: 1, until: Number.MAX_SAFE_INTEGER };
  const lines = linesOfReapplied([{ ...log, reapplied: [{ entry, outcome: "done" }] }]);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).not.toContain("\n");
});
