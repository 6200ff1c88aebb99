import type { Product } from "../product.ts";

/** Without case, and with one form for what looks the same. */
export function foldedOf(text: string): string {
  return (
    text
      .normalize("NFKC")
      // Upper case spells out what lower case has one letter for (ß), and lower case comes first for ẞ.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      // The end of a word is no matter of spelling: who searches for a part of it must find it.
      .replaceAll("ς", "σ")
      .normalize("NFKC")
  );
}

/** What a search looks through: a line for each, so that nothing is found across two. */
export function searchedOf({ name, sku, category, listing }: Omit<Product, "id">): string {
  return foldedOf([name, sku ?? "", category ?? "", listing.title].join("\n"));
}
