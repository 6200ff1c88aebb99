import { onTestFinished } from "vitest";
import type { Scope } from "../keys/scope.ts";
import { openDesk, type TestDesk } from "./desk.ts";

/** A desk of the test's own, closed when the test is over. */
export function aDesk({ own = [] }: { readonly own?: readonly Scope[] } = {}): TestDesk {
  const desk = openDesk(":memory:", own);
  onTestFinished(() => desk.close());
  return desk;
}
