import { expect, it } from "vitest";
import { createCountedRoutes } from "./counted-routes.ts";

const noon = Date.UTC(2026, 10, 21, 12);
const midnight = Date.UTC(2026, 10, 22);

it("tells so many routes of an organization apart, and takes none from others", () => {
  const counted = createCountedRoutes();
  for (let i = 0; i < 200; i += 1) expect(counted("org_1", `/orders/${i}`, noon)).toBe(`/orders/${i}`);
  expect(counted("org_1", "/orders/200", noon)).toBe("(other route)");
  expect(counted("org_1", "/orders/7", noon)).toBe("/orders/7");
  expect(counted("org_2", "/orders/200", noon)).toBe("/orders/200");
  expect(counted("org_1", "/orders/200", midnight)).toBe("/orders/200");
});

it("holds only so many of all organizations together", () => {
  const counted = createCountedRoutes();
  const names = new Set<string>();
  for (let i = 0; i < 60_000; i += 1) names.add(counted(`org_${i}`, `/orders/${i}`, noon));
  expect(names.size).toBe(50_001);
  expect(counted("org_0", "/orders/0", noon)).toBe("/orders/0");
});
