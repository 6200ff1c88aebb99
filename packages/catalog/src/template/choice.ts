import { hash } from "node:crypto";
import type { Brief } from "../text-engine.ts";

/** At least one. */
export type Several<Item> = readonly [Item, ...Item[]];

/** Chooses what varies from text to text. The same brief chooses the same, question by question. */
export interface Choice {
  pick<Item>(question: string, options: Several<Item>): Item;
  /** As `pick`, and never the same for two listing versions in a row. */
  pickAnother<Item>(question: string, options: Several<Item>): Item;
  shuffle<Item>(question: string, items: readonly Item[]): readonly Item[];
}

export function createChoice({ product, version, language, tone, keywords }: Brief): Choice {
  const brief = [product.id, language, tone, ...keywords];
  const draw = (...about: readonly unknown[]) =>
    hash("sha256", JSON.stringify([...brief, ...about]), "buffer").readUInt32BE();
  return {
    pick: (question, options) => at(options, draw(version, question)),
    pickAnother: (question, options) => at(options, draw(question) + version),
    shuffle: (question, items) =>
      items
        .map((item, index) => ({ item, rank: draw(version, question, index) }))
        .toSorted((one, other) => one.rank - other.rank)
        .map(({ item }) => item),
  };
}

function at<Item>(options: Several<Item>, number: number): Item {
  return options[number % options.length] ?? options[0];
}
