import type { Language } from "../listing.ts";
import type { KnownAttribute, Sayings } from "./attributes/known-attribute.ts";
import { looks } from "./attributes/looks.ts";
import { measures } from "./attributes/measures.ts";
import { origins } from "./attributes/origins.ts";
import { capitalized } from "./fill.ts";
import { tidy } from "./tidy.ts";
import type { Speech } from "./voice.ts";

/** An attribute, as texts can say it. */
export interface Fact {
  readonly label: string;
  /** Empty for a plain yes: the label says it. */
  readonly value: string;
  /** "the material is oak", where that is known to read well. */
  readonly clause: string | null;
  /** "made of oak", for behind a name. */
  readonly tail: string | null;
  /** Where it stands among others in a sentence. */
  readonly rank: number;
}

/** In the order in which they are said. */
const known: readonly KnownAttribute[] = [...origins, ...looks, ...measures];

const wordIn = { en: wordsOf("en"), de: wordsOf("de"), da: wordsOf("da") } as const;

/** Every word of a language for an attribute, in small letters. */
function wordsOf(language: Language) {
  const words = known.flatMap((attribute) =>
    Object.keys(attribute[language]).map((word) => ({ word, attribute })),
  );
  return new Map(words.map((each) => [each.word.toLowerCase(), each]));
}

/** What the attributes say, in their order, each once. The shop's values stay as it wrote them. */
export function factsOf(
  attributes: Readonly<Record<string, string>>,
  { language, speech }: { readonly language: Language; readonly speech: Speech },
): readonly Fact[] {
  const facts = Object.entries(attributes).flatMap(([name, text]) => {
    // Bullets and lists end without a full stop, whether the shop writes one or not.
    const value = tidy(text).replace(/\.+$/, "");
    const label = spaced(tidy(name));
    return label === "" || value === "" ? [] : factOf(wordsFor(label, language), value, speech);
  });
  const said = new Map(facts.map((fact) => [factText(fact, ":").toLowerCase(), fact]));
  return [...said.values()];
}

/** "Material: oak" */
export function factText({ label, value }: Pick<Fact, "label" | "value">, separator: string): string {
  return value === "" ? label : `${label}${separator}${value}`;
}

interface Words {
  readonly label: string;
  readonly sayings: Sayings;
  readonly attribute?: KnownAttribute;
}

function factOf({ label, sayings, attribute }: Words, value: string, { no }: Speech): Fact {
  const [clause = "", tail = "", tailFits] = sayings;
  const speakable = isSpeakable(value) && (attribute?.isMeasure !== true || /^\d/.test(value));
  const isYes = /^(true|yes|ja)$/i.test(value);
  const isNo = /^(false|no|nein|nej)$/i.test(value);
  return {
    label: capitalized(label),
    value: isYes ? "" : isNo ? no : value,
    clause: clause !== "" && speakable ? `${clause} ${value}` : null,
    tail: tail !== "" && speakable && (tailFits?.test(value) ?? true) ? `${tail} ${value}` : null,
    rank: attribute === undefined ? known.length : known.indexOf(attribute),
  };
}

/** Short and in one piece, so that a sentence can go on behind it. */
function isSpeakable(value: string): boolean {
  return (
    value.length <= 60 && !/[.,;:!?](\s|$)|\s[–—-]\s|[()]|^(true|false|yes|no|ja|nein|nej)$/i.test(value)
  );
}

/** The shop's own word for an attribute if it is one of the text's language, else that language's. */
function wordsFor(name: string, language: Language): Words {
  const sought = name.toLowerCase().replaceAll("-", " ");
  const own = wordIn[language].get(sought);
  const found = own ?? wordIn.en.get(sought) ?? wordIn.de.get(sought) ?? wordIn.da.get(sought);
  if (found === undefined) return { label: name, sayings: [] };
  const words = found.attribute[language];
  const label = own?.word ?? Object.keys(words)[0] ?? name;
  return { label, sayings: words[label] ?? [], attribute: found.attribute };
}

/** `battery_life` and `batteryLife` as words. Hyphens stay: German compounds need theirs. */
function spaced(name: string): string {
  if (/\s/.test(name)) return name;
  const words = name.replaceAll(/_+/g, " ").trim();
  if (!/^\p{Ll}{2}/u.test(words)) return words;
  return words.replaceAll(/(?<=\p{Ll})\p{Lu}(?=\p{Ll})/gu, (initial) => ` ${initial.toLowerCase()}`);
}
