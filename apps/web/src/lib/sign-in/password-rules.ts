import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

const shortest = 10;
const longest = 128;

/** What can be told without the server, which also knows the common ones. */
export function passwordMistake(password: string): string | null {
  const { length } = [...password];
  if (length < shortest) return t("passwordTooShort", { count: shortest });
  return length > longest ? t("passwordTooLong", { count: longest }) : null;
}
