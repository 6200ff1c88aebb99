import type { Fact } from "./fact.ts";
import type { Speech } from "./voice.ts";

/** "a, b and c" */
export function joined(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${last}${items.at(-1)}`;
}

/** "is made of oak and 140 cm wide": the first word once, where all of them share it. */
export function joinedVerbs(facts: readonly Fact[], speech: Speech): string {
  const verbs = facts.flatMap(({ verb }) => verb ?? []);
  return joined(isShared(verbs, speech) ? headless(verbs) : verbs, speech.and);
}

/** "in red and size M", "measuring 20 x 30 cm and weighing 2 kg", but "in white, made of oak". */
export function joinedTails(facts: readonly Fact[], speech: Speech): string {
  const tails = facts.flatMap(({ tail }) => tail ?? []);
  if (isShared(tails, speech)) return joined(headless(tails), speech.and);
  return joined(tails, facts.every(({ isMeasure }) => isMeasure) ? speech.and : ", ");
}

function isShared(phrases: readonly string[], { shared }: Speech): boolean {
  const heads = new Set(phrases.map(headOf));
  return heads.size === 1 && shared.has(headOf(phrases[0] ?? ""));
}

/** All but the first without their first words. */
function headless([first = "", ...others]: readonly string[]): readonly string[] {
  return [first, ...others.map((phrase) => phrase.slice(headOf(phrase).length + 1))];
}

export function headOf(phrase: string): string {
  return phrase.split(" ", 1)[0] ?? "";
}
