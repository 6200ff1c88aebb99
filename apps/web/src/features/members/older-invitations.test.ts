import { expect, it } from "vitest";
import type { Invitation } from "../../lib/api/api-types.ts";
import { olderInvitations } from "./older-invitations.ts";

const open = ["ada@example.com", "bob@example.com", "ada@example.com"].map(
  (email, number) => ({ id: `inv_${number}`, email }) as Invitation,
);

it("finds every open invitation for an address, in whatever case it is entered", () => {
  expect(olderInvitations(" Ada@Example.com ", open).map(({ id }) => id)).toEqual(["inv_0", "inv_2"]);
  expect(olderInvitations("eve@example.com", open)).toEqual([]);
  expect(olderInvitations("", open)).toEqual([]);
});
