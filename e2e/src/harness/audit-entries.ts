import { hash as digest } from "node:crypto";
import type { Database } from "better-sqlite3";

interface History {
  readonly organizationId: `org_${string}`;
  readonly count: number;
}

/** Makes an organization's history long, past the server: sign-ins, one a minute, that end now. */
export function appendEntries(database: Database, { organizationId, count }: History): void {
  const insert = database.prepare(`
    insert into audit_entry values (@organizationId, @seq, @at, 'user', 'usr_1', 'ann@example.com', @action,
      'member', 'mem_1', 'ann@example.com', null, null, null, null, @previousHash, @hash)`);
  const { seq, hash } = headOf(database, organizationId);
  const label = "ann@example.com";
  const signIn = {
    actor: { type: "user", id: "usr_1", label },
    object: { type: "member", id: "mem_1", label },
    address: null,
    requestId: null,
    before: null,
    after: null,
  };
  const append = database.transaction(() => {
    let previousHash = hash;
    for (let i = 1; i <= count; i += 1) {
      const at = Date.now() - (count - i) * 60_000;
      const entry = { organizationId, seq: seq + i, at, action: "member.signed_in", previousHash };
      const hash = digest("sha256", hashedText({ ...entry, ...signIn }), "hex");
      insert.run({ ...entry, hash });
      previousHash = hash;
    }
    database
      .prepare("update audit_head set seq = ?, hash = ? where organization_id = ?")
      .run(seq + count, previousHash, organizationId);
  });
  append.immediate();
}

function headOf(database: Database, organizationId: string): { readonly seq: number; readonly hash: string } {
  const head = database.prepare<[string], { seq: number; hash: string }>(
    "select seq, hash from audit_head where organization_id = ?",
  );
  return head.get(organizationId) ?? { seq: 0, hash: "0".repeat(64) };
}

/** JSON with its names in order. */
function hashedText(entry: object): string {
  return JSON.stringify(entry, (_, value: unknown) =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).toSorted())
      : value,
  );
}
