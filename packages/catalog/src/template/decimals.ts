import type { Language } from "../listing.ts";

const units =
  '[mcdk]?m|[mcd]?l|L|[mk]?g|t|[mk]?W|[mk]?V|m?Ah?|k?Wh|[kMG]?Hz|[KMGT]B|MP|px|h|s|min|°C?|bar|dB|lm|%|″|"|' +
  "[Ll]iter|[Mm]eter|Gramm|gram|[Kk]ilo|Zoll|tommer|Stunden|timer|Jahre|år|inch|ft|lb|oz";

/** The rest of a row such as "1.2 x 0.6 m", and its unit. */
const rest = `(?:\\s?[x×–-]\\s?\\d[\\d.,]*)*\\s?(?:${units})(?![\\p{L}\\p{N}])|\\s?[x×]\\s?\\d`;

/**
 * Numbers of something. Versions, dates and types such as "USB 3.0" stay as they are, and so does
 * "1.500 W", where the point may well stand between thousands.
 */
const decimal = new RegExp(`(?<![\\d.,])(\\d+)\\.(\\d+)(?=${rest})`, "gu");

/** "1.7 l" as German and Danish write it. */
export function withDecimalComma(value: string, language: Language): string {
  if (language === "en") return value;
  return value.replaceAll(decimal, (number: string, whole: string, fraction: string) =>
    fraction.length === 3 && whole !== "0" ? number : `${whole},${fraction}`,
  );
}
