import { wordsOf } from "../../lib/language/i18n.ts";

const t = wordsOf("keys");

const longestName = 80;
const longestNote = 500;

export function nameMistake(name: string): string | null {
  if (name.trim() === "") return t("fields.nameMissing");
  return tooLong(name, longestName);
}

export function noteMistake(note: string): string | null {
  return tooLong(note, longestNote);
}

/** Counts what people see as characters, like the server. */
function tooLong(text: string, most: number): string | null {
  const length = [...text.trim().normalize("NFC")].length;
  return length > most ? t("fields.tooLong", { most, length }) : null;
}
