import type { Speech } from "../../voice.ts";
import { friendly } from "./friendly.ts";
import { neutral } from "./neutral.ts";
import { premium } from "./premium.ts";
import { technical } from "./technical.ts";

export const german: Speech = {
  voices: { neutral, friendly, premium, technical },
  and: " und ",
  andClause: " und ",
  andAlso: ", und ",
  shared: new Set(["ist", "hat", "mit", "in"]),
  sku: ["Artikelnummer"],
};
