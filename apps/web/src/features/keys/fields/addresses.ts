import { wordsOf } from "../../../lib/language/i18n.ts";

/** The most networks that the server keeps for one key. */
const mostAddresses = 50;

/** One network per line, as people paste them: commas and spaces separate too. */
export function addressesOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== "");
}

export function addressesMistake(text: string): string | null {
  const count = addressesOf(text).length;
  return count > mostAddresses
    ? wordsOf("keys")("fields.tooManyAddresses", { most: mostAddresses, count })
    : null;
}
