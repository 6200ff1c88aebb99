import { expect, it } from "vitest";
import type { KeyRow } from "../../../lib/api/api-types.ts";
import { keyFileHead, keyFileLines } from "./key-file.ts";

const row: KeyRow = {
  id: "key_1",
  name: "=HYPERLINK(1)",
  note: 'says "hi", twice\nand ;=1+1',
  environment: "live",
  status: "active",
  scopes: ["keys:read", "usage:read"],
  addresses: ["192.0.2.0/24", "2001:db8::/32"],
  publicKeyId: "Ab3dEf6hIj9kLm2n",
  hint: "8fQz",
  isExposed: false,
  responsibleMemberId: "mem_1",
  createdAt: "2026-11-21T12:00:00.000Z",
  createdBy: "olivia@example.com",
  expiresAt: null,
  lastUsedAt: null,
  lastUsedFrom: null,
  revokedAt: null,
  revocationReason: null,
  revocationText: null,
};
const member = {
  id: "mem_1",
  userId: "usr_1",
  name: "Olivia",
  email: "+o@example.com",
  role: "owner",
} as const;

it("has a line for each key under the names of the columns, and runs nothing in a spreadsheet", () => {
  const lines = keyFileLines([row], [{ ...member, joinedAt: "", keys: 0 } as never]);
  expect(keyFileHead.trim().split(",")).toHaveLength(Object.keys(row).length);
  expect(lines).toBe(
    `key_1,'=HYPERLINK(1),"says ""hi"", twice\nand ;'=1+1",live,active,keys:read usage:read,` +
      `192.0.2.0/24 2001:db8::/32,Ab3dEf6hIj9kLm2n,8fQz,false,'+o@example.com,2026-11-21T12:00:00.000Z,` +
      `olivia@example.com,,,,,,\r\n`,
  );
});

it("names a responsible member who is not known by the id", () => {
  expect(keyFileLines([row], [])).toContain(",mem_1,");
});
