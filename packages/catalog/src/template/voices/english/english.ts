import type { Speech } from "../../voice.ts";
import { friendly } from "./friendly.ts";
import { neutral } from "./neutral.ts";
import { premium } from "./premium.ts";
import { technical } from "./technical.ts";

export const english: Speech = {
  voices: { neutral, friendly, premium, technical },
  quotes: ["“", "”"],
  or: " or ",
  and: " and ",
  with: "with ",
  andClause: " and ",
  no: "no",
  labels: {
    category: ["Category"],
    price: ["Price"],
    keywords: ["Topics", "Tags"],
    sku: ["Item number", "SKU"],
  },
};
