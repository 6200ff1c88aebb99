import { expect, it } from "vitest";
import type { OrganizationChoice } from "./connect-requests.ts";
import { firstChoice } from "./first-choice.ts";

const choice = (
  id: `org_${string}`,
  obstacle: OrganizationChoice["obstacle"] = null,
): OrganizationChoice => ({
  id,
  name: id,
  role: "owner",
  obstacle,
  scopes: [],
});

it("is the only one that can be", () => {
  const organizations = [choice("org_a", "role_not_allowed"), choice("org_b")];
  expect(firstChoice({ organizationId: null, organizations })).toBe("org_b");
});

it("is the one that the app would like, where it can be", () => {
  const organizations = [choice("org_a"), choice("org_b"), choice("org_c", "organization_suspended")];
  expect(firstChoice({ organizationId: "org_b", organizations })).toBe("org_b");
  expect(firstChoice({ organizationId: "org_c", organizations })).toBeNull();
});

it("is none where there are several", () => {
  expect(firstChoice({ organizationId: null, organizations: [choice("org_a"), choice("org_b")] })).toBeNull();
});
