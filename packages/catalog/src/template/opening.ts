import type { Several } from "./choice.ts";
import type { Fact } from "./fact.ts";
import { fill } from "./fill.ts";
import { joinedTails, joinedVerbs } from "./joined.ts";
import type { Subject } from "./subject.ts";

interface Opening {
  readonly text: string;
  /** What it says already. */
  readonly said: readonly Fact[];
}

type Form = "plain" | "tailed" | "told";

/** The first sentence: the name, where it belongs, and some of the facts where they fit. */
export function openingOf(subject: Subject, woven: readonly Fact[]): Opening {
  const form = formFor(subject, woven);
  const said = form === "plain" ? [] : factsFor(subject, form, woven);
  const { name, naming, category, speech } = subject;
  const phrase = phraseFor(subject, form, said.length);
  const tails = form === "tailed" ? joinedTails(said, speech) : "";
  const behind = tails === "" || /\{tails\}/i.test(phrase) ? "" : ` ${tails}`;
  const values = {
    name: name + behind,
    named: (naming.inSentence ?? name) + behind,
    category: category ?? "",
    tails,
    verbs: joinedVerbs(said, speech),
  };
  return { text: fill(phrase, values), said };
}

/** Now one, now another of those that the name and the facts allow. */
function formFor({ naming, choice }: Subject, woven: readonly Fact[]): Form {
  const forms: Form[] = [];
  if (!naming.isClosed && woven.some(({ tail }) => tail !== null)) forms.push("tailed");
  if (naming.isSubject && woven.some(({ verb }) => verb !== null)) forms.push("told");
  if (forms.length === 0 || woven.length === 1) forms.push("plain");
  const [first = "plain", ...rest] = forms;
  return choice.pickAnother<Form>("form", [first, ...rest]);
}

/** What a thing is before how large it is, and its sizes together or not yet. */
function factsFor({ choice }: Subject, form: "tailed" | "told", woven: readonly Fact[]): readonly Fact[] {
  const key = form === "tailed" ? "tail" : "verb";
  const able = woven.filter((fact) => fact[key] !== null);
  const apart = able.filter(({ isSize }) => !isSize);
  const kinds = apart.filter(({ isMeasure }) => !isMeasure);
  if (apart.length === 0) return able;
  const suited = form === "tailed" && kinds.length > 0 ? kinds : apart;
  return suited.slice(0, choice.pick("how many", [1, 2, 2]));
}

/** `{tails}` before a colon want to be two. */
function phraseFor({ voice, choice, category, naming }: Subject, form: Form, facts: number): string {
  const phrases: Several<string> = voice[form][category === null ? "anywhere" : "inCategory"];
  const fitting = phrases.filter(
    (phrase) =>
      (naming.inSentence !== null || !/\{named\}/i.test(phrase)) &&
      (!naming.isClosed || /\{name\}[.!]/i.test(phrase)) &&
      (facts === 2 || !/\{tails\}/i.test(phrase)),
  );
  const [first = phrases[0], ...rest] = fitting;
  return choice.pickAnother("opening", [first, ...rest]);
}
