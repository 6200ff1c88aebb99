import type { Language } from "../../listing.ts";
import { electrics } from "./electrics.ts";
import type { KnownAttribute, Sayings } from "./known-attribute.ts";
import { looks } from "./looks.ts";
import { measures } from "./measures.ts";
import { origins } from "./origins.ts";
import { tastes } from "./tastes.ts";

/** How a text names an attribute and what it can make of it. */
export interface Words {
  readonly label: string;
  readonly sayings: Sayings;
  readonly attribute?: KnownAttribute;
  /** Whether the shop named it in another language, so that the value may be in that one, too. */
  readonly isForeign: boolean;
  readonly rank: number;
}

/** In the order in which they are said. */
const known: readonly KnownAttribute[] = [...origins, ...looks, ...tastes, ...measures, ...electrics];

const wordIn = { en: wordsOf("en"), de: wordsOf("de"), da: wordsOf("da") } as const;

/** Every word of a language for an attribute, in small letters. */
function wordsOf(language: Language) {
  const words = known.flatMap((attribute, rank) =>
    Object.keys(attribute[language]).map((word) => ({ word, attribute, rank })),
  );
  return new Map(words.map((each) => [each.word.toLowerCase(), each]));
}

/** The shop's own word for an attribute if it is one of the text's language, else that language's. */
export function wordsFor(name: string, language: Language): Words {
  const sought = name.toLowerCase().replaceAll("-", " ");
  const own = wordIn[language].get(sought);
  const found = own ?? wordIn.en.get(sought) ?? wordIn.de.get(sought) ?? wordIn.da.get(sought);
  if (found === undefined) return { label: name, sayings: {}, isForeign: false, rank: known.length };
  const { attribute, rank } = found;
  const words = attribute[language];
  const label = own?.word ?? Object.keys(words)[0] ?? name;
  return { label, sayings: words[label] ?? {}, attribute, isForeign: own === undefined, rank };
}
