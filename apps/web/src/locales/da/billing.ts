import type { billing as english } from "../en/billing.ts";
import type { Translated } from "../translated.ts";

export const billing: Translated<typeof english> = {
  title: "Afregning",
  description:
    "Hvad forespørgsler med livenøgler koster pr. kalendermåned i UTC. Testnøgler og det, der blev afvist eller fejlede, koster ikke noget.",
  documentation: "Sådan beregnes det (på engelsk)",
  managersOnly: {
    title: "For ejere og administratorer",
    text: "Afregningen viser, hvad organisationen betaler, så kun ejere og administratorer kan se den. Hvad der er talt, står på siden om forbrug, for alle medlemmer.",
    action: "Gå til forbrug",
  },
  loading: "Den løbende måned indlæses",
  notLoaded: "Den løbende måned kunne ikke indlæses",
  soFar: "Indtil nu i {{month}}",
  cost: "Pris indtil nu",
  costMeans: "Gebyret på {{fee}} og {{beyond}} for forespørgsler ud over de inkluderede.",
  requests: "Forespørgsler med livenøgler",
  requestsMean: "Besvaret: lukket ind og besvaret, også med 404 eller 422.",
  included: "Inkluderet",
  includedMeans: "I gebyret for abonnementet {{plan}}, {{fee}} om måneden.",
  beyond: "Derudover",
  beyondMeans: "{{price}} pr. 1.000; brøkdele af en cent koster ikke noget.",
  forecast: {
    none: "Der er endnu ikke kommet en forespørgsel med en livenøgle i {{month}}. Som det ser ud nu, koster måneden {{total}}.",
    within:
      "Med dette tempo koster {{month}} {{total}}: omkring {{requests}} forespørgsler, som alle er inkluderet.",
    beyond:
      "Med dette tempo koster {{month}} omkring {{total}}: {{requests}} forespørgsler, hvoraf {{beyond}} ud over de inkluderede.",
  },
  used: "{{used}} af {{included}} inkluderede forespørgsler er brugt.",
  usedUp: "Alle {{included}} inkluderede forespørgsler er brugt, og {{beyond}} derudover.",
  forecastIsNoBill: "Prognosen fortsætter, som måneden er gået indtil nu; den er ikke en regning.",
  month: "Måned",
  plan: "Abonnement",
  total: "I alt",
  statements: {
    title: "Opgørelser",
    description:
      "En måned, der er slut, har en opgørelse med abonnementet og priserne ved dens slutning. Den ændres aldrig igen.",
    loading: "Opgørelserne indlæses",
    notLoaded: "Opgørelserne kunne ikke indlæses",
    earlier: "Indlæs tidligere",
    none: "Ingen måned er slut endnu",
    noneText:
      "Den første opgørelse skrives, når denne måned slutter, ved midnat UTC. Du kan udskrive den og også læse den over API'et.",
  },
  statement: {
    title: "Opgørelse for {{month}}",
    print: "Udskriv",
    loading: "Opgørelsen indlæses",
    notLoaded: "Denne opgørelse kan ikke vises",
    organization: "Organisation",
    utc: "{{days}} i UTC",
    currency: "Valuta",
    closedAt: "Skrevet",
    lines: "Hvad det koster",
    frozen: "Med abonnementet og priserne ved månedens slutning.",
    what: "Post",
    amount: "Beløb",
    fee: "Gebyr for abonnementet {{plan}}",
    feeIncludes_one: "{{included}} forespørgsel om måneden er inkluderet",
    feeIncludes_other: "{{included}} forespørgsler om måneden er inkluderet",
    includedRequests: "Forespørgsler, der er inkluderet",
    served_one: "{{requests}} forespørgsel med livenøgler",
    served_other: "{{requests}} forespørgsler med livenøgler",
    inFee: "i gebyret",
    beyondRequests: "Forespørgsler derudover",
    atPrice_one: "{{requests}} forespørgsel med livenøgler til {{price}} pr. 1.000",
    atPrice_other: "{{requests}} forespørgsler med livenøgler til {{price}} pr. 1.000",
  },
};
