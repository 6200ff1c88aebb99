import { onTestFinished } from "vitest";
import { openDesk, type TestDesk } from "./desk.ts";

/** A desk of the test's own, closed when the test is over. */
export function aDesk(): TestDesk {
  const desk = openDesk();
  onTestFinished(() => desk.close());
  return desk;
}
