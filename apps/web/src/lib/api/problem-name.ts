import { wordsOf } from "../language/i18n.ts";

/** What a problem is called, by its code; `none` has a name, too. A newer server may know more codes than these words. */
export function problemName(code: string): string {
  const names: Readonly<Record<string, string>> = wordsOf("problems")("names", { returnObjects: true });
  return names[code] ?? code;
}
