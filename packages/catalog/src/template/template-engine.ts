import type { ListingText } from "../listing.ts";
import type { Brief, TextEngine } from "../text-engine.ts";
import { bulletsOf } from "./bullets.ts";
import { descriptionOf } from "./description.ts";
import { placesFor } from "./places.ts";
import { subjectOf } from "./subject.ts";
import { titleOf } from "./title.ts";

/** The built-in engine: phrases and facts, no network, and the same text for the same brief. */
export const templateEngine: TextEngine = {
  name: "template",
  write: async (brief) => textOf(brief),
};

function textOf(brief: Brief): ListingText {
  const subject = subjectOf(brief);
  const places = placesFor(subject);
  return {
    title: titleOf(subject),
    description: descriptionOf(subject, places),
    bullets: bulletsOf(subject, places.bullets),
  };
}
