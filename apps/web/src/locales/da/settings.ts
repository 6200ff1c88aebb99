import type { settings as english } from "../en/settings.ts";
import type { Translated } from "../translated.ts";

export const settings: Translated<typeof english> = {
  title: "Organisation",
  description: "Det, der gælder for hele {{name}}.",
  onlyManagers: "Ejere og administratorer ændrer disse indstillinger; du kan se dem.",
  loading: "Indlæser indstillingerne",
  notLoaded: "Indstillingerne kunne ikke indlæses",
  suspended: {
    title: "Denne organisation er suspenderet",
    text: "Alle forespørgsler med dens nøgler er blevet afvist med <code>organization_suspended</code> siden {{since}}. Den driftsansvarlige giver denne grund:",
    next: "Kun installationens driftsansvarlige kan ophæve det.",
  },
  name: {
    title: "Navn",
    label: "Navn",
    means: "Medlemmerne ser det her og i revisionsloggen.",
    save: "Omdøb",
    missing: "Skriv et navn.",
    saved: "Omdøbt til {{name}}",
  },
  plan: {
    title: "Abonnement",
    means: "Bestemmes af installationens driftsansvarlige.",
    name: "Abonnement",
    keys: "Nøgler i brug",
    keysOf: "{{used, number}} af {{limit, number}}",
    requests: "Forespørgsler pr. minut for alle nøgler tilsammen",
  },
  api: {
    title: "API-adgang",
    means:
      "Kontakten for alle nøgler på én gang. Intet bliver tilbagekaldt: Det, der er slået fra, kan slås til igen.",
    on: "Til",
    off: "Fra",
    onMeans: "Nøgler accepteres.",
    onSuspended: "Slået til, men ingen nøgle accepteres, så længe organisationen er suspenderet.",
    offMeans: "Alle nøgler afvises med <code>api_access_disabled</code>.",
    turnOff: "Slå API-adgang fra",
    turnOn: "Slå API-adgang til",
    turnOffTitle: "Slå API-adgang fra for {{name}}?",
    turnOnTitle: "Slå API-adgang til for {{name}}?",
    counting: "Tæller de nøgler, der bliver brugt …",
    notCounted: "Det lykkedes ikke at finde ud af, hvor mange nøgler der er i brug.",
    used_one: "<b>{{count, number}} nøgle</b> er brugt i de seneste 24 timer.",
    used_other: "<b>{{count, number}} nøgler</b> er brugt i de seneste 24 timer.",
    usedNone: "Ingen nøgle er brugt i de seneste 24 timer.",
    turnOffMeans:
      "Fra dette øjeblik besvares alle forespørgsler med alle nøgler med 403 <code>api_access_disabled</code>, både live og test. Kontrolpanelet virker fortsat.",
    turnOnMeans: "Alle nøgler, der hverken er tilbagekaldt eller udløbet, accepteres igen med det samme.",
    turnedOff: "API-adgangen er slået fra",
    turnedOn: "API-adgangen er slået til",
  },
  leaks: {
    title: "Når et token lækker",
    means:
      "Tokens bliver fundet, hvor andre kan læse dem: i offentlig kode af GitHub eller af den driftsansvarlige med <code>katkey keys scan</code>. Her bestemmes det på forhånd, hvad der så sker med nøglen.",
    label: "Et token, der er meldt som lækket",
    mark: "Markér nøglen",
    markMeans:
      "Nøglen vises som afsløret og virker fortsat. Indtil nogen roterer den, kan den, der har fundet tokenet, bruge den.",
    quarantine: "Sæt tokenet i karantæne",
    quarantineMeans:
      "Tokenet afvises med det samme. En ejer eller administrator kan frigive det; en rotation af nøglen klarer sagen.",
    revoke: "Tilbagekald nøglen",
    revokeMeans:
      "Nøglen ophører med det samme og for altid, og det, der bruger den, skal have en ny. Under en rotation ophører kun den gamle hemmelighed, hvis det er den, der er lækket.",
    save: "Gem",
    saved: "Reglen for læk er gemt",
  },
  rules: {
    title: "Regler for nøgler",
    means:
      "De gælder for nye nøgler og for hvert nyt udløb af en nøgle, der findes. Indtil da beholder nøglerne det, de har.",
    lifetime: "Længste levetid i dage",
    lifetimeMeans: "Et udløb ligger højst så mange dage fremme, når det sættes. Tom: intet maksimum.",
    lifetimeWrong: "Skriv et helt tal fra 1 til 3650 eller ingenting.",
    required: "Alle nøgler skal have et udløb",
    requiredMeans: "»Aldrig« kan ikke vælges længere.",
    requiredByMaximum: "Med en længste levetid skal alle nøgler have et udløb.",
    addresses: "Standardadresser",
    addressesMeans:
      "En ny nøgles tilladte adresser begynder med disse; den, der udsteder den, kan ændre dem. Én IP-adresse eller ét netværk pr. linje.",
    save: "Gem regler",
    saved: "Reglerne er gemt",
    none: "Ingen",
    any: "Alle adresser",
    days_one: "{{count, number}} dag",
    days_other: "{{count, number}} dage",
    expiry: "Udløb",
    expiryRequired: "Påkrævet",
    expiryOptional: "Ikke påkrævet",
  },
};
