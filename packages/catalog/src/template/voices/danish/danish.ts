import type { Speech } from "../../voice.ts";
import { friendly } from "./friendly.ts";
import { neutral } from "./neutral.ts";
import { premium } from "./premium.ts";
import { technical } from "./technical.ts";

export const danish: Speech = {
  voices: { neutral, friendly, premium, technical },
  and: " og ",
  andClause: ", og ",
  andAlso: ", og ",
  shared: new Set(["er", "har", "med", "i"]),
  sku: ["Varenummer"],
};
