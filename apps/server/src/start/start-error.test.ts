import { expect, it } from "vitest";
import { StartError } from "./start-error.ts";

it("tells no terminal what to do, whatever a file is called", () => {
  const { message } = new StartError("It holds katkey-\u001b]0;x\u0007\u202e.tar.\nMore.");
  expect(message).toBe("It holds katkey-\u{fffd}]0;x\u{fffd}\u{fffd}.tar.\nMore.");
});
