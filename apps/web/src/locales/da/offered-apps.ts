import type { offeredApps as english } from "../en/offered-apps.ts";
import type { Translated } from "../translated.ts";

export const offeredApps: Translated<typeof english> = {
  title: "Udbudte apps",
  description:
    "Apps, som dem, der har bygget dem, vil lade alle organisationer tilslutte. Du beslutter for hele installationen.",
  back: "Installation",
  which: "Hvilke apps",
  loading: "Indlæser de udbudte apps",
  notLoaded: "De udbudte apps kunne ikke indlæses",
  approvals: { requested: "Venter", approved: "Godkendt", refused: "Afvist", own: "Ikke udbudt" },
  blocked: "Spærret",
  none: {
    requested: {
      title: "Ingen app venter på dig",
      text: "Organisationer registrerer de apps, de bygger. Før andre kan tilslutte en, bliver du her bedt om at godkende den.",
    },
    approved: {
      title: "Ingen app er godkendt",
      text: "Hver organisation kan kun tilslutte sine egne apps. Det, du godkender, står her.",
    },
    refused: {
      title: "Ingen app er afvist",
      text: "Det, du afviser, står her og kan godkendes senere.",
    },
    own: {
      title: "Der er ingen apps, som ikke er udbudt",
      text: "Apps, som kun den organisation, der har bygget dem, tilslutter, står her, så du kan spærre en.",
    },
  },
  columns: { app: "App", owner: "Bygget af", hosts: "Fører tilbage til", registered: "Registreret" },
  by: "fra {{owner}}",
  types: { confidential: "Fortrolig: kører på servere", public: "Offentlig: kører hos brugerne" },
  type: "Type",
  noDescription: "Den er ikke beskrevet.",
  isDisabled:
    "Den er deaktiveret af dem, der har bygget den: Ingen kan tilslutte den, før de aktiverer den igen.",
  homepage: "Hjemmeside",
  noHomepage: "Ingen",
  redirectUris: "Fører tilbage til",
  scopes: "Må bede om",
  registeredBy: "Registreret af",
  block: {
    open: "Spær",
    openWhat: "Spær {{name}}",
    title: "Spær »{{name}}«?",
    means:
      "Den standser ved sin næste forespørgsel overalt, hvor den er tilsluttet, også i den organisation, der har bygget den, og ingen kan tilslutte den. Intet frakobles: Ophæver du spærringen, fortsætter den, hvor den slap.",
    done: "»{{name}}« er spærret",
  },
  unblock: {
    open: "Ophæv spærring",
    openWhat: "Ophæv spærringen af {{name}}",
    title: "Ophæv spærringen af »{{name}}«?",
    means:
      "Den virker igen overalt, hvor den stadig er tilsluttet, medmindre den er deaktiveret af dem, der har bygget den.",
    done: "»{{name}}« er ikke længere spærret",
  },
  change: { open: "Skift", openWhat: "Skift beslutningen om {{name}}" },
  decide: {
    open: "Beslut",
    openWhat: "Beslut om {{name}}",
    title: "Må alle organisationer tilslutte »{{name}}«?",
    label: "Din beslutning",
    choices: { approved: "Godkend", refused: "Afvis" },
    means: {
      approved:
        "Ejere og administratorer i alle organisationer kan tilslutte den. Ændres dens udseende, hvor den fører hen, eller hvad den beder om, bliver du spurgt på ny.",
      refused:
        "Kun den organisation, der har bygget den, kan tilslutte den. Har andre tilsluttet den, ophører det straks og for altid.",
    },
    actions: { approved: "Godkend", refused: "Afvis", none: "Beslut" },
    done: { approved: "»{{name}}« er godkendt", refused: "»{{name}}« er afvist" },
  },
};
