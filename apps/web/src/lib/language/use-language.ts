import { useTranslation } from "react-i18next";
import { currentLanguage, speak } from "./i18n.ts";
import { languages, rememberLanguage, type Language } from "./language.ts";

/** The language that is spoken now. */
export function useLanguage(): Language {
  // Renders again when it changes.
  useTranslation();
  return currentLanguage();
}

/** At once, and at the next visit too. */
export function chooseLanguage(value: string): void {
  const language = languages.find((one) => one === value);
  if (language === undefined) return;
  rememberLanguage(language);
  void speak(language);
}
