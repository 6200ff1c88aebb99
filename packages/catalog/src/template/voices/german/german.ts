import type { Speech } from "../../voice.ts";
import { friendly } from "./friendly.ts";
import { neutral } from "./neutral.ts";
import { premium } from "./premium.ts";
import { technical } from "./technical.ts";

export const german: Speech = {
  voices: { neutral, friendly, premium, technical },
  quotes: ["„", "“"],
  or: " oder ",
  and: " und ",
  with: "mit ",
  andClause: " und ",
  no: "nein",
  labels: {
    category: ["Kategorie"],
    price: ["Preis"],
    keywords: ["Themen", "Stichwörter"],
    sku: ["Artikelnummer"],
  },
};
