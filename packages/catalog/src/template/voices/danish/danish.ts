import type { Speech } from "../../voice.ts";
import { friendly } from "./friendly.ts";
import { neutral } from "./neutral.ts";
import { premium } from "./premium.ts";
import { technical } from "./technical.ts";

export const danish: Speech = {
  voices: { neutral, friendly, premium, technical },
  quotes: ["»", "«"],
  or: " eller ",
  and: " og ",
  with: "med ",
  andClause: ", og ",
  no: "nej",
  labels: {
    category: ["Kategori"],
    price: ["Pris"],
    keywords: ["Emner", "Stikord"],
    sku: ["Varenummer"],
  },
};
