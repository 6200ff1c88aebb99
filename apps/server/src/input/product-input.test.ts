import { expect, it } from "vitest";
import { createInput, patchInput } from "./product-input.ts";

const attributes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, 1]));

it("counts attributes before it looks at any, of which a body can hold ten thousand", () => {
  for (const [input, most] of [
    [createInput, 50],
    [patchInput, 100],
  ] as const) {
    const { error } = input.safeParse({ name: "Desk", attributes: attributes(most + 1) });
    const said = error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(said).toEqual([`attributes: At most ${most} attributes.`]);
    const looked = input.safeParse({ name: "Desk", attributes: attributes(most) });
    expect(looked.error?.issues).toHaveLength(most);
  }
});

it("takes a price of minus nothing for nothing", () => {
  const { price } = createInput.parse({ name: "Desk", price: { amount: -0, currency: "EUR" } });
  expect(Object.is(price?.amount, 0)).toBe(true);
});
