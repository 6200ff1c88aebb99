import type { Speech } from "../../voice.ts";
import { friendly } from "./friendly.ts";
import { neutral } from "./neutral.ts";
import { premium } from "./premium.ts";
import { technical } from "./technical.ts";

export const english: Speech = {
  voices: { neutral, friendly, premium, technical },
  and: " and ",
  andClause: " and ",
  andAlso: ", and ",
  shared: new Set(["is", "has", "with", "in"]),
  sku: ["Item number", "SKU"],
};
