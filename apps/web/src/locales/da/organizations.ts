import type { organizations as english } from "../en/organizations.ts";
import type { Translated } from "../translated.ts";

export const organizations: Translated<typeof english> = {
  create: "Ny organisation",
  submit: "Opret organisation",
  name: "Navn",
  nameMeans: "Det firma eller team, hvis nøgler den rummer. Du bliver dens første ejer.",
  ready: "{{name}} er klar",
  welcome: "Velkommen til Katkey",
  none: "Du er ikke medlem af en organisation",
  noneForOperator:
    "API-nøgler tilhører organisationer. Opret den første, eller bed en ejer af en eksisterende om at invitere dig.",
  noneForOthers:
    "API-nøgler tilhører organisationer. Bed en ejer eller administrator i din om at invitere {{email}}: De får et link, som de giver videre til dig.",
};
