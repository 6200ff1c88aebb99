import type { connectedApps as english } from "../en/connected-apps.ts";
import type { Translated } from "../translated.ts";

export const connectedApps: Translated<typeof english> = {
  title: "Tilsluttede apps",
  description: "Apps, der arbejder med data hos {{organization}}, hver med et medlems tilladelse.",
  loading: "Indlæser de tilsluttede apps",
  notLoaded: "De tilsluttede apps kunne ikke indlæses",
  showEnded: "Vis frakoblede",
  by: "fra {{owner}}",
  columns: {
    app: "App",
    status: "Status",
    scopes: "Hvad den kan",
    grantedBy: "Tilsluttet af",
    connected: "Tilsluttet",
    lastUsed: "Sidst brugt",
  },
  scopeCount_one: "{{count, number}} rettighed",
  scopeCount_other: "{{count, number}} rettigheder",
  neverUsed: "Aldrig brugt",
  statuses: { live: "Tilsluttet", paused: "På pause", ended: "Frakoblet" },
  endedAt: "Ophørt <time/>",
  paused:
    "Alle dens forespørgsler afvises i øjeblikket: Den, der har bygget appen, har deaktiveret den, eller organisationen er suspenderet. Den virker igen, så snart det ophører.",
  ends: {
    disconnected: "Den blev frakoblet af nogen i organisationen.",
    reused:
      "Katkey frakoblede den: Et af dens tokens blev brugt to gange, så en anden kan have haft det. Spørg den, der har bygget appen, før I tilslutter den igen.",
    revoked:
      "Den ophørte af sig selv: Medlemmet, der havde tilsluttet den, er gået eller blev spærret, eller appen udbydes ikke længere.",
  },
  curtailed:
    "Den kan mindre, end den fik lov til: Det, der er streget over, tillader {{name}}s rolle ikke længere.",
  can: "Hvad den kan",
  could: "Hvad den kunne",
  noScopes: "Intet andet end at se, hvilken organisation den er tilsluttet.",
  homepage: "Hjemmeside",
  lastAddress: "Sidst brugt fra",
  grant: "Tilslutningens id",
  none: {
    title: "Ingen app er tilsluttet",
    text: "Nogle apps kan arbejde med organisationens data uden en API-nøgle: De sender dig hertil, du ser, hvad de beder om, og du tilslutter eller afviser dem. Begynd i den app, du vil tilslutte. Bygger I selv en, så registrér den under Partnerapps.",
    textOfMembers:
      "Nogle apps kan arbejde med organisationens data uden en API-nøgle: De sender en ejer eller administrator hertil, som ser, hvad de beder om, og tilslutter eller afviser dem.",
    action: "Partnerapps",
  },
  disconnect: {
    open: "Frakobl",
    openWhat: "Frakobl {{name}}",
    title: "Frakobl »{{name}}«?",
    means:
      "Dens adgang til {{organization}} ophører ved dens næste forespørgsel: Alle tokens, den har, bliver afvist. Det, den allerede har læst, beholder den. For at bruge den igen skal nogen tilslutte den på ny.",
    others_one:
      "{{names}} har også tilsluttet appen. Med den tilladelse virker den fortsat, indtil du også frakobler den tilslutning.",
    others_other:
      "{{names}} har også tilsluttet appen. Med deres tilladelse virker den fortsat, indtil du også frakobler de tilslutninger.",
    action: "Frakobl",
    done: "»{{name}}« er frakoblet",
  },
};
