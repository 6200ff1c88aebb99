import type { Language } from "../listing.ts";
import type { Saying, Sayings } from "./attributes/known-attribute.ts";
import { wordsFor, type Words } from "./attributes/words.ts";
import { withDecimalComma } from "./decimals.ts";
import { capitalized } from "./fill.ts";
import { tidy } from "./tidy.ts";

/** An attribute, as texts can say it. */
export interface Fact {
  readonly label: string;
  /** Empty for a plain yes: the label says it. */
  readonly value: string;
  /** "the material is oak" */
  readonly clause: string | null;
  /** "is made of oak" */
  readonly verb: string | null;
  /** "made of oak", for behind a name. */
  readonly tail: string | null;
  readonly isMeasure: boolean;
  /** Width and the like, which are said together. */
  readonly isSize: boolean;
  /** Whether the value alone says enough for a title. */
  readonly isTitle: boolean;
  /** Where it stands among others in a sentence. */
  readonly rank: number;
}

interface Setting {
  readonly name: string;
  readonly language: Language;
}

const isYes = /^(true|yes|ja)$/i;
const isNo = /^(false|no|nein|nej)$/i;
const no: Readonly<Record<Language, string>> = { en: "no", de: "nein", da: "nej" };

/** What the attributes say, in their order, each once. The shop's values stay as it wrote them. */
export function factsOf(attributes: Readonly<Record<string, string>>, setting: Setting): readonly Fact[] {
  const facts = Object.entries(attributes).flatMap(([name, text]) => {
    // Bullets and lists end without a full stop, whether the shop writes one or not.
    const value = withDecimalComma(tidy(text).replace(/\.+$/, ""), setting.language);
    const label = spaced(tidy(name));
    return label === "" || value === "" ? [] : factOf(wordsFor(label, setting.language), value, setting);
  });
  const said = new Map(facts.map((fact) => [factText(fact, ":").toLowerCase(), fact]));
  return [...said.values()];
}

/** "Material: oak" */
export function factText({ label, value }: Pick<Fact, "label" | "value">, separator: string): string {
  return value === "" ? label : `${label}${separator}${value}`;
}

function factOf(words: Words, value: string, { name, language }: Setting): Fact {
  const { label, sayings, attribute, rank } = words;
  const saying = (kind: keyof Sayings) =>
    isSpeakable(words, value) && !includes(name, value) ? said(sayings[kind], value) : null;
  const yes = isYes.test(value);
  return {
    label: /^(isbn|ean|gtin|upc|mpn|led|usb)$/i.test(label) ? label.toUpperCase() : capitalized(label),
    value: yes ? "" : isNo.test(value) ? no[language] : value,
    clause: saying("clause"),
    verb: yes ? (sayings.yes ?? null) : saying("verb"),
    tail: saying("tail"),
    isMeasure: attribute?.isMeasure === true,
    isSize: attribute?.isSize === true,
    isTitle: attribute?.isTitle === true && value.length <= longestInTitle,
    rank,
  };
}

const longestInTitle = 40;

/** "Oak table" needs no "made of solid oak". */
function includes(name: string, value: string): boolean {
  const words = [value, ...(value.match(/\p{L}{3,}/gu) ?? [])];
  return words.some((word) => name.toLowerCase().includes(word.toLowerCase()));
}

function said(saying: Saying | undefined, value: string): string | null {
  if (saying === undefined) return null;
  const [phrase, fits] = typeof saying === "string" ? [saying, null] : saying;
  if (fits?.test(value) === false) return null;
  const article = /^[aeio]/i.test(value) ? "an" : "a";
  return phrase.replace(/\ba (?=\{\})/, `${article} `).replace("{}", () => value);
}

/** Short and in one piece, so that a sentence can go on behind it, and in the text's own language. */
function isSpeakable({ attribute, isForeign }: Words, value: string): boolean {
  if (value.length > 60 || isYes.test(value) || isNo.test(value)) return false;
  if (/[,;:!?](\s|$)|\s[–—-]\s|[()]/.test(value) || /(?<!(^|\s)\p{Lu})\.(\s|$)/u.test(value)) return false;
  if (attribute?.isMeasure === true) return /^\d/.test(value) && !(isForeign && /\p{L}{4,}/u.test(value));
  return !isForeign || attribute?.isName === true;
}

/** `battery_life` and `batteryLife` as words. Hyphens stay: German compounds need theirs. */
function spaced(name: string): string {
  if (/\s/.test(name)) return name;
  const words = name.replaceAll(/_+/g, " ").trim();
  if (!/^\p{Ll}{2}/u.test(words)) return words;
  return words.replaceAll(/(?<=\p{Ll})\p{Lu}(?=\p{Ll})/gu, (initial) => ` ${initial.toLowerCase()}`);
}
