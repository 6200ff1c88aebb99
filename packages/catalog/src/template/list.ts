import { fill } from "./fill.ts";

const most = 4;

/** Facts in a sentence, as many as there is room for. A fact is said whole or not at all. */
export function listOf(facts: readonly string[], lead: string, room: number): string {
  const taken: string[] = [];
  let left = room - lead.length;
  for (const fact of facts) {
    const taking = fact.length + "; ".length;
    if (taken.length === most || taking > left) continue;
    taken.push(fact);
    left -= taking;
  }
  return taken.length === 0 ? "" : fill(lead, { facts: taken.join("; ") });
}
