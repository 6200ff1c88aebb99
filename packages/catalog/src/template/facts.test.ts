import { expect, it } from "vitest";
import type { Brief } from "../text-engine.ts";
import { aBrief } from "../testing/briefs.ts";
import { templateEngine } from "./template-engine.ts";

const write = (brief: Brief) => templateEngine.write(brief);

it.each([
  ["1.7 l", "1,7 l"],
  ["120.5 x 60.25 cm", "120,5 x 60,25 cm"],
  ["0.125 kg", "0,125 kg"],
  ["1.500 W", "1.500 W"],
  ["1,7 l", "1,7 l"],
  ["USB 3.0", "USB 3.0"],
  ["Bluetooth 5.3", "Bluetooth 5.3"],
  ["12.05.2026", "12.05.2026"],
])("writes %s as German and Danish do: %s", async (value, shown) => {
  const attributes = { quux: value };
  for (const language of ["de", "da"] as const) {
    const { bullets } = await write(aBrief({ language, attributes }));
    expect(bullets[0]).toMatch(/^Quux(: | – )/);
    expect(bullets[0]?.split(/: | – /)[1]).toBe(shown);
  }
  expect((await write(aBrief({ attributes }))).bullets[0]).toContain(value);
});

it("says in a sentence only what is in its language", async () => {
  const attributes = { Farbe: "dunkelgrau", Gewicht: "31 kg" };
  for (let index = 0; index < 50; index += 1) {
    const { description, bullets } = await write(aBrief({ attributes, id: `prd_${index}` }));
    expect(description).toContain("31 kg");
    expect(bullets.join("\n")).toMatch(/^Colou?r(: | – )dunkelgrau$/);
  }
});

it("does not say again what the name says", async () => {
  const brief = aBrief({ name: "Oak table Nora", attributes: { material: "solid oak", weight: "31 kg" } });
  for (let version = 1; version < 50; version += 1) {
    const { title, description } = await write({ ...brief, version });
    expect(`${title} ${description}`).not.toContain("solid oak");
  }
});

it("says width, depth and height together", async () => {
  const attributes = { width: "140 cm", colour: "red", height: "73 cm", material: "steel", depth: "70 cm" };
  for (let index = 0; index < 50; index += 1) {
    const { description } = await write(aBrief({ attributes, id: `prd_${index}` }));
    const said = ["140 cm", "73 cm", "70 cm"].filter((size) => description.includes(size));
    expect([0, 3]).toContain(said.length);
  }
});
