import { fill } from "./fill.ts";

const mostInOne = 4;

interface Form {
  /** One for each list. */
  readonly leads: readonly string[];
  /** How many characters there are for all. */
  readonly room: number;
}

/** Facts in sentences of a few, as many as there is room for. A fact is said whole or not at all. */
export function listsOf(facts: readonly string[], { leads, room }: Form): string {
  const sentences: string[] = [];
  let left = facts;
  for (const lead of leads) {
    const taken = fitting(left, room - sentences.join(" ").length - lead.length);
    if (taken.length === 0) break;
    sentences.push(fill(lead, { facts: taken.join("; ") }));
    left = left.filter((fact) => !taken.includes(fact));
  }
  return sentences.join(" ");
}

function fitting(facts: readonly string[], room: number): readonly string[] {
  const taken: string[] = [];
  let left = room;
  for (const fact of facts) {
    const taking = fact.length + "; ".length;
    if (taken.length === mostInOne || taking > left) continue;
    taken.push(fact);
    left -= taking;
  }
  return taken;
}
