import { expect, it } from "vitest";
import { linesOfOlder, linesOfReapplied } from "./told-of-reapplied.ts";

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
  const log = { organization, isInBackup: true, entries: 1, from: 0, until: Number.MAX_SAFE_INTEGER };
  const lines = linesOfReapplied([{ ...log, reapplied: [{ entry, outcome: "done" }] }]);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).not.toContain("\n");
});

const nothing = { entries: 0, from: null, until: null, reapplied: [] };

const begun = (from: number) => [
  { ...nothing, organization: "installation", isInBackup: true, entries: 1, from, until: from },
];

it("a log that is not in the backup is told so, and not as one that says nothing", () => {
  expect(linesOfReapplied([{ ...nothing, organization: "org_2", isInBackup: false }])).toEqual([
    expect.stringMatching(/^org_2: not in the backup, .* another installation's\.$/),
  ]);
});

it("a log of the installation that begins before a backup that has none of it is doubted", () => {
  const madeAt = "2026-11-22T09:30:00.000Z";
  const before = begun(Date.parse(madeAt) - 1);
  expect(linesOfOlder({ madeAt, chains: [] }, before)).toEqual([
    expect.stringMatching(/ an entry of 2026-11-22T09:29:59.999Z in it: it is another installation's, or /),
  ]);
  expect(linesOfOlder({ madeAt, chains: [] }, begun(Date.parse(madeAt)))).toEqual([]);
  const chains = [{ organization: "installation", seq: 1, hash: "" }];
  expect(linesOfOlder({ madeAt, chains }, before)).toEqual([]);
});
