import type { Fact } from "./fact.ts";
import { fill } from "./fill.ts";
import { headOf, joined, joinedVerbs } from "./joined.ts";
import { openingOf } from "./opening.ts";
import type { Subject } from "./subject.ts";

/** The facts in sentences that go on from each other, the name in the first. */
export function wovenOf(subject: Subject, facts: readonly Fact[]): readonly string[] {
  const { text, said } = openingOf(subject, facts);
  const left = facts.filter((fact) => !said.includes(fact));
  const ordered = subject.choice.pick("order", [left, left.toReversed()]);
  const told = ordered.filter(({ verb }) => subject.naming.isOne && verb !== null);
  const stated = ordered.filter((fact) => !told.includes(fact));

  const sentences = tellingsOf(subject, told);
  const [only, ...others] = sentences;
  if (only !== undefined && others.length === 0 && told.length === 1 && stated.length === 1) {
    return [text, `${only.replace(/\.$/, "")}${subject.speech.andAlso}${stated[0]?.clause ?? ""}.`];
  }
  return [text, ...sentences, ...statementsOf(subject, stated, said.length + sentences.length)];
}

/** What the product is and does, its sizes in a sentence of their own. */
function tellingsOf({ voice, choice, speech }: Subject, facts: readonly Fact[]): readonly string[] {
  const [first, further] = choice.pick("telling", voice.telling);
  const sizes = facts.filter(({ isSize }) => isSize).toSorted((one, other) => one.rank - other.rank);
  const apart = sizes.length > 1 ? facts.filter(({ isSize }) => !isSize) : facts;
  const groups = [...inPairs(apart), ...(sizes.length > 1 ? [sizes] : [])];
  return groups.map((group, index) =>
    fill(index === 0 ? first : further, verbsIn(joinedVerbs(group, speech))),
  );
}

/** "The material is oak and the colour is white." */
function statementsOf({ voice, choice, speech }: Subject, facts: readonly Fact[], before: number) {
  const [first, further] = choice.pick("stating", voice.stating);
  return inPairs(facts).map((group, index) => {
    const clauses = joined(
      group.flatMap(({ clause }) => clause ?? []),
      speech.andClause,
    );
    return fill(index + before === 0 ? first : further, { clauses });
  });
}

function inPairs(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return facts.length === 0 ? [] : [facts.slice(0, 2), ...inPairs(facts.slice(2))];
}

/** In one piece, and in two for languages that put the subject behind the first word. */
function verbsIn(verbs: string) {
  const head = headOf(verbs);
  return { verbs, head, rest: verbs.slice(head.length + 1) };
}
