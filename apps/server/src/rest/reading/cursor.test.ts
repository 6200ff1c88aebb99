import { KeyError } from "@katkey/keys";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { createCursors, type Place } from "./cursor.ts";

const cursors = createCursors("one installation's secret");
const place: Place = {
  route: "/v1/keys",
  organizationId: "org_1",
  environment: "live",
  filter: { status: "active", search: "zapier" },
};
const position = "key_0uJ8N4hKcq7P2mX5bZ9dTe";
const cursor = cursors.seal(place, position);

/** The position, or the code of the refusal. Any other error is thrown. */
function openedBy(opener: typeof cursors, at: Place, text: string): string {
  try {
    return opener.open(at, text);
  } catch (error) {
    if (error instanceof KeyError) return error.code;
    throw error;
  }
}

const opened = (text: string, at: Place = place) => openedBy(cursors, at, text);

const text = fc.string({ unit: "grapheme", maxLength: 60 });
const places: fc.Arbitrary<Place> = fc.record({
  route: text,
  organizationId: text.map((id) => `org_${id}` as const),
  environment: fc.constantFrom("live", "test"),
  filter: fc.dictionary(text, fc.oneof(text, fc.integer()), { maxKeys: 4 }),
});

describe("a cursor", () => {
  it("opens where it was sealed, at any position in any list", () => {
    fc.assert(
      fc.property(places, text, (at, where) => {
        fc.pre(Buffer.byteLength(where) <= 100);
        expect(opened(cursors.seal(at, where), at)).toBe(where);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is 78 characters that a URL carries as they are, and does not show the id", () => {
    expect(cursor).toMatch(/^[0-9A-Za-z_-]{78}$/);
    expect(cursor).not.toContain(position.slice(4));
  });

  it("does not care in which order the filters stand, nor about one that is not set", () => {
    const filter = { search: "zapier", environment: undefined, status: "active" };
    expect(opened(cursor, { ...place, filter })).toBe(position);
  });

  it("is refused with any single bit flipped", () => {
    const bytes = Buffer.from(cursor, "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(opened(flipped.toString("base64url")), `bit ${bit}`).toBe("cursor_invalid");
    }
  });

  it("is refused with any character changed, added or missing", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= .";
    for (let at = 0; at <= cursor.length; at += 1) {
      const [before, rest] = [cursor.slice(0, at), cursor.slice(at)];
      const changed = [...alphabet].flatMap((letter) => [
        `${before}${letter}${rest}`,
        `${before}${letter}${rest.slice(1)}`,
      ]);
      for (const other of [before, rest, ...changed]) {
        expect(opened(other), other).toBe(other === cursor ? position : "cursor_invalid");
      }
    }
  });

  it.each<[string, Partial<Place>]>([
    ["another route", { route: "/v1/products" }],
    ["another organization", { organizationId: "org_2" }],
    ["the other environment", { environment: "test" }],
    ["another value of a filter", { filter: { status: "revoked", search: "zapier" } }],
    ["a filter less", { filter: { status: "active" } }],
    ["a filter more", { filter: { status: "active", search: "zapier", environment: "live" } }],
    ["filters that trade values", { filter: { status: "zapier", search: "active" } }],
  ])("is refused in %s", (_, other) => {
    expect(opened(cursor, { ...place, ...other })).toBe("cursor_invalid");
  });

  it("opens in no list but its own", () => {
    fc.assert(
      fc.property(places, places, (one, other) => {
        fc.pre(canonicalJson(one) !== canonicalJson(other));
        expect(opened(cursors.seal(one, position), other)).toBe("cursor_invalid");
      }),
      { numRuns: 1_000 },
    );
  });

  it("of another installation is refused", () => {
    expect(openedBy(createCursors("another's secret"), place, cursor)).toBe("cursor_invalid");
  });

  it("that somebody made up is refused, and nothing else is thrown", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
      fc.constantFrom("", "=", "null", position, "\ud800", "A".repeat(100_000)),
    );
    fc.assert(
      fc.property(anything, (made) => {
        expect(opened(made)).toBe("cursor_invalid");
      }),
      { numRuns: 5_000 },
    );
  });
});
