export const languages = ["en", "da"] as const;
export type Language = (typeof languages)[number];

const storageName = "katkey-language";

/** The language that was chosen here last, else English. */
export function languageAtStart(): Language {
  const wanted = chosen();
  return languages.find((language) => language === wanted) ?? "en";
}

function chosen(): string | null {
  try {
    return localStorage.getItem(storageName);
  } catch {
    return null;
  }
}
