export const languages = ["en", "de", "da"] as const;

export type Language = (typeof languages)[number];

export const tones = ["neutral", "friendly", "premium", "technical"] as const;

export type Tone = (typeof tones)[number];

/** How much text a listing has, in characters as people count them: code points. */
export const listingLimits = {
  title: 120,
  description: 2_000,
  bullet: 160,
  mostBullets: 6,
} as const;

/** What a text engine writes. */
export interface ListingText {
  readonly title: string;
  readonly description: string;
  readonly bullets: readonly string[];
}

/** A product's text for a shop. Each regeneration writes a new version and keeps the earlier ones. */
export interface Listing extends ListingText {
  /** 1, 2, 3 … for each product. */
  readonly version: number;
  /** Which engine wrote it: `template`, `chat:<model>`. */
  readonly engine: string;
  readonly language: Language;
  readonly tone: Tone;
  readonly createdAt: number;
}
