import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { seal, unseal } from "./sealed.ts";

it("can be read by who has the id, and by nobody else", () => {
  const sealed = seal("an id", "what is kept", randomBytes);
  expect(unseal("an id", sealed)).toBe("what is kept");
  expect(() => unseal("another id", sealed)).toThrow(/unable to authenticate/);
});

it("looks different each time", () => {
  expect(seal("an id", "what is kept", randomBytes)).not.toBe(seal("an id", "what is kept", randomBytes));
});
