import type { KeyRow, Member } from "../../../lib/api/api-types.ts";
import { csvOf } from "@katkey/server/exports/csv";

/** For programs, and so the same in every language: as the REST API names them, where it does. */
const columns = [
  "id",
  "name",
  "note",
  "environment",
  "status",
  "scopes",
  "addresses",
  "publicKeyId",
  "hint",
  "isExposed",
  "responsibleMember",
  "createdAt",
  "createdBy",
  "expiresAt",
  "lastUsedAt",
  "lastUsedFrom",
  "revokedAt",
  "revocationReason",
  "revocationText",
] as const;

export const keyFileHead = csvOf([columns]);

/** The lines of a page of keys; whoever answers for them by their e-mail address. */
export function keyFileLines(rows: readonly KeyRow[], members: readonly Member[]): string {
  const emails = new Map(members.map(({ id, email }) => [id, email]));
  return csvOf(
    rows.map((row) => {
      const { responsibleMemberId: id, scopes, addresses, ...rest } = row;
      const responsibleMember = emails.get(id) ?? id;
      const cells = { ...rest, responsibleMember, scopes: scopes.join(" "), addresses: addresses.join(" ") };
      return columns.map((column) => String(cells[column] ?? ""));
    }),
  );
}
