import { listingLimits } from "../listing.ts";
import { factText } from "./fact.ts";
import { listOf } from "./list.ts";
import type { Places } from "./places.ts";
import type { Subject } from "./subject.ts";
import { wovenOf } from "./weave.ts";

export function descriptionOf(subject: Subject, { woven, listed, bullets }: Places): string {
  const { voice, choice } = subject;
  const sentences = [...wovenOf(subject, woven)];
  if (woven.length === 0 && bullets.length > 1) sentences.push(choice.pick("overview", voice.overview));
  const closing = choice.pick("closing", voice.closing);
  const closes = sentences.length === 1 || choice.pick("closes", [true, false]);

  const room = listingLimits.description - [...sentences, closing].join(" ").length - 2;
  const facts = listed.map((fact) => factText(fact, ": "));
  const list = listOf(facts, choice.pick("listed", voice.listed), room);
  return [...sentences, list, closes ? closing : ""].filter((part) => part !== "").join(" ");
}
