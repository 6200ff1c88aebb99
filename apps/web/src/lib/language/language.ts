export const languages = ["en", "da"] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames = { en: "English", da: "Dansk" } as const satisfies Record<Language, string>;

const storageName = "katkey-language";

/** The language that was chosen here last, else the first that the browser prefers and there is, else English. */
export function languageAtStart(preferred: readonly string[]): Language {
  return [chosen(), ...preferred].map(languageOf).find((language) => language !== null) ?? "en";
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageName, language);
  } catch {
    // Storage is shut: next time begins with the browser's language.
  }
}

/** `da` for "da-DK"; `null` for what there are no words in. */
function languageOf(tag: string | null): Language | null {
  const [primary] = (tag ?? "").toLowerCase().split("-");
  return languages.find((language) => language === primary) ?? null;
}

function chosen(): string | null {
  try {
    return localStorage.getItem(storageName);
  } catch {
    return null;
  }
}
