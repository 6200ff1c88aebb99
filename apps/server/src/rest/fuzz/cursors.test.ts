import { KeyError } from "@katkey/keys";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { editedText } from "../../../testing/fuzz/edited-text.ts";
import { fuzz, patienceOf } from "../../../testing/fuzz/fuzzing.ts";
import { createCursors, type Place } from "../reading/cursor.ts";

const cursors = createCursors("an installation's secret");
const others = createCursors("another installation's secret");

/** Places that differ in one thing, or in how the same text is cut into several. */
const usual: Place = { route: "/v1/keys", organizationId: "org_1", environment: "live", filter: {} };
const places: readonly Place[] = [
  usual,
  { route: "/v1/keys", organizationId: "org_1", environment: "test", filter: {} },
  { route: "/v1/keys", organizationId: "org_2", environment: "live", filter: {} },
  { route: "/v1/products", organizationId: "org_1", environment: "live", filter: {} },
  { route: "/v1/keys", organizationId: "org_1", environment: "live", filter: { search: "" } },
  { route: "/v1/keys", organizationId: "org_1", environment: "live", filter: { search: "a" } },
  { route: "/v1/keys", organizationId: "org_1", environment: "live", filter: { search: "a,b" } },
  { route: "/v1/keys", organizationId: "org_1", environment: "live", filter: { search: '","a":"' } },
  { route: "/v1/keys", organizationId: "org_1", environment: "live", filter: { search: "a", status: "b" } },
];

const positions = [
  "key_0uJ8N4hKcq7P2mX5bZ9dTe",
  "key_0uJ8N4hKcq7P2mX5bZ9dTf",
  "1764547200000 GET /v1/user",
  "",
];

/** Every cursor that was given out, by the place that it is good for. */
const sealed = new Map(
  places.map((place) => [place, new Map(positions.map((each) => [cursors.seal(place, each), each]))]),
);
const all = [...sealed.values()].flatMap((given) => [...given.keys()]);

function opened(place: Place, cursor: string): string | null {
  try {
    return cursors.open(place, cursor);
  } catch (error) {
    if (error instanceof KeyError && error.code === "cursor_invalid") return null;
    throw error;
  }
}

it(
  "opens no cursor but those that were sealed, each in its own list at its own position",
  async () => {
    const bytes = fc.uint8Array({ maxLength: 100 }).map((each) => Buffer.from(each).toString("base64url"));
    const spliced = fc
      .tuple(fc.constantFrom(...all), fc.constantFrom(...all), fc.integer({ min: 0, max: 78 }))
      .map(([one, other, at]) => one.slice(0, at) + other.slice(at));
    const forged = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...all) },
      { weight: 4, arbitrary: editedText(fc.constantFrom(...all), 2) },
      { weight: 3, arbitrary: spliced },
      { weight: 1, arbitrary: bytes },
      { weight: 1, arbitrary: fc.constantFrom(...positions).map((each) => others.seal(usual, each)) },
    );
    const cases = fc.record({ place: fc.constantFrom(...sealed.keys()), cursor: forged });
    const found = new Set<string>();
    await fuzz(
      "cursors",
      fc.property(cases, ({ place, cursor }) => {
        const position = opened(place, cursor);
        if (position !== null) found.add(cursor);
        if (position !== (sealed.get(place)?.get(cursor) ?? null)) throw new Error(`opened at ${position}`);
      }),
    );
    expect(found.size).toBe(all.length);
  },
  patienceOf("cursors"),
);
