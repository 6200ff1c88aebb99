import type { Command } from "./command.ts";

type Searched = Pick<Command, "label" | "keywords">;

/** The commands that a query means, the best first; all of them, as they are, for none. */
export function matching<One extends Searched>(commands: readonly One[], query: string): readonly One[] {
  const words = wordsIn(query);
  const fits = commands.flatMap((command) => {
    const fit = fitOf(command, words);
    return fit === null ? [] : [{ command, fit }];
  });
  return fits.toSorted((a, b) => a.fit - b.fit).map(({ command }) => command);
}

/** Less is better; `null` when one of the words is nowhere. */
function fitOf({ label, keywords = "" }: Searched, words: readonly string[]): number | null {
  const fits = words.map((word) => fitOfWord(word, { label: folded(label), keywords: folded(keywords) }));
  return fits.reduce<number | null>((sum, fit) => (sum === null || fit === null ? null : sum + fit), 0);
}

function fitOfWord(word: string, { label, keywords }: Required<Searched>): number | null {
  if (label.startsWith(word)) return 0;
  if (startsWord(label, word)) return 1;
  if (startsWord(keywords, word)) return 2;
  return label.includes(word) ? 3 : null;
}

const startsWord = (text: string, word: string) => ` ${text}`.includes(` ${word}`);

const wordsIn = (query: string) =>
  folded(query)
    .split(" ")
    .filter((word) => word !== "");

/** "Café  Ærø" is found by "cafe ærø". */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
}
