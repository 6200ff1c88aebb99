import type { Language } from "../listing.ts";

/** How a name can stand in a text, judged by its looks: nobody knows its gender or number. */
export interface Naming {
  /** For behind a verb, "the Stovetop kettle" or "Desk Nora"; `null` for one that only stands well alone. */
  readonly inSentence: string | null;
  /** Whether a sentence can begin with it and go on with a verb. */
  readonly isSubject: boolean;
  /** Whether what comes after can speak of one thing. */
  readonly isOne: boolean;
  /** Whether it is so long, or ends a sentence itself, that nothing should follow. */
  readonly isClosed: boolean;
}

const regular = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’&+./-]*(?<![.\s/&+-])$/u;
const longest = 60;

export function namingOf(name: string, language: Language): Naming {
  const isClosed = name.length > longest || /[.!?…]$/.test(name);
  const words = name.split(" ");
  const isPhrase = words.length > 1 && name.length <= longest && regular.test(name);
  const inSentence = isPhrase ? inSentenceOf[language](name, words) : null;
  const isOne = language !== "en" || !words.some(isEnglishPlural);
  const isSubject = inSentence !== null && isOne && (language !== "de" || !words.some(mayBeGermanPlural));
  return { inSentence, isSubject, isOne, isClosed };
}

const inSentenceOf: Readonly<Record<Language, (name: string, words: readonly string[]) => string | null>> = {
  en: (name, words) =>
    isCommon(words) && !/^(?:an?|the|my|your|our|how|why|what)$/i.test(words[0] ?? "") ? `the ${name}` : name,
  // Behind a verb, a German adjective would need another ending.
  de: (name, [first]) => (/(?:e|er|es|en|em)$/.test(first ?? "") ? null : name),
  da: (name, words) => (isCommon(words) ? null : name),
};

/** "Stovetop kettle", unlike "Pride and Prejudice" or "Desk Nora". */
function isCommon([, ...others]: readonly string[]): boolean {
  return others.some(
    (word) => /^\p{Ll}{3,}$/u.test(word) && !/^(and|for|the|with|from|til|med|for|fra|den|det)$/.test(word),
  );
}

function isEnglishPlural(word: string): boolean {
  return /[^su'’i]s$/i.test(word);
}

function mayBeGermanPlural(word: string): boolean {
  return /\p{L}{2}[enrs]$/u.test(word);
}
