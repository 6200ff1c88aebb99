import type { traffic as english } from "../en/traffic.ts";
import type { Translated } from "../translated.ts";

export const traffic: Translated<typeof english> = {
  usage: {
    title: "Forespørgsler",
    description:
      "Med alle nøglens hemmeligheder, talt før hvert svar gik af sted. Timer og dage er dem i UTC.",
    loading: "Nøglens forespørgsler indlæses",
    notLoaded: "Nøglens forespørgsler kunne ikke indlæses",
    refusals: "Seneste afvisninger",
    by: "Opdelt efter",
    status: "Statuskode",
    route: "Rute",
    range: "Periode",
    "24h": "24 t.",
    "7d": "7 d.",
    "30d": "30 d.",
    "90d": "90 d.",
    total_one: "{{count, number}} forespørgsel",
    total_other: "{{count, number}} forespørgsler",
    emptyTitle: "Ingen forespørgsler i denne periode",
    empty: "Hver forespørgsel med nøglen vises her inden for få sekunder, også dem, der afvises.",
    showAll: "Vis 90 dage",
  },

  clients: {
    title: "Klienter",
    description:
      "Hvorfra og med hvilket program nøglen er blevet brugt i de seneste 30 dage. En klient, du ikke kender, er en grund til at rotere.",
    loading: "Nøglens klienter indlæses",
    notLoaded: "Nøglens klienter kunne ikke indlæses",
    address: "Adresse",
    others: "Alle andre klienter",
    untoldAddress: "Adresse ikke oplyst",
    agent: "Klient",
    unknownAgent: "Ikke oplyst",
    requests: "Forespørgsler",
    refused_one: "{{count, number}} afvist",
    refused_other: "{{count, number}} afviste",
    first: "Set første gang",
    longAgo: "for mindst 30 dage siden",
    last: "Set sidst",
    secret: "Hemmelighed",
    new: "Ny",
    old: "Gammel",
    both: "Gammel og ny",
    earlier: "Tidligere",
    more_one: "En mere blev set for længere tid siden.",
    more_other: "{{count, number}} flere blev set for længere tid siden.",
    emptyTitle: "Ingen har brugt nøglen for nylig",
    empty: "Hver server, der bruger nøglen, vises her med sin adresse og sit program.",
  },

  scopes: {
    title: "Rettigheder i brug",
    recent: "Hvad nøglen må, og hvad dens forespørgsler havde brug for i de seneste 30 dage.",
    sinceIssue:
      "Hvad nøglen må, og hvad dens forespørgsler har haft brug for, siden den blev udstedt <time/>.",
    loading: "Rettighederne i brug indlæses",
    notLoaded: "Rettighederne i brug kunne ikke indlæses",
    scope: "Rettighed",
    means: "Den lader nøglen",
    requests: "Forespørgsler",
    last: "Sidst brugt",
    unused: "Ikke brugt",
    untold: "Ukendt",
    whyUntold:
      "Nogle forespørgsler gik til jeres eget API, og det er ikke noteret, hvad hver af dem krævede.",
    remove_one: "Fjern {{count, number}} ubrugt rettighed",
    remove_other: "Fjern {{count, number}} ubrugte rettigheder",
    none: "Nøglen har ingen rettigheder: Den kan kun spørge, hvem den er.",
    silent:
      "Nøglen er ikke blevet brugt i den tid, så intet viser, hvilke rettigheder den har brug for. Er der brug for den?",
    allUsed: "Alle rettigheder er i brug. Der er intet at fjerne.",
  },

  narrow: {
    title_one: "Fjern {{count, number}} ubrugt rettighed?",
    title_other: "Fjern {{count, number}} ubrugte rettigheder?",
    action_one: "Fjern {{count, number}} rettighed",
    action_other: "Fjern {{count, number}} rettigheder",
    done_one: "{{count, number}} rettighed er fjernet",
    done_other: "{{count, number}} rettigheder er fjernet",
    removed: "Fjernes",
    left: "Beholdes",
    consequence:
      "Nøglen afvises fra nu af dér, hvor disse rettigheder kræves. Du kan give dem igen ved at redigere nøglen.",
    young:
      "Nøglen blev udstedt <time/>. Det, der kører en gang om måneden, har måske ikke været forbi endnu.",
    nothingLeft: "Ingen rettighed: Den kan kun spørge, hvem den er",
  },

  preview: {
    title: "Hvad det ville have afvist",
    loading: "De seneste 7 dage gennemgås",
    notLoaded: "De seneste 7 dage kunne ikke gennemgås",
    quiet: "Der har ikke været forespørgsler siden {{day}}: Ingen ville være blevet afvist.",
    quietOld:
      "Den gamle hemmelighed har ikke haft forespørgsler siden {{time}}: Ingen ville være blevet afvist.",
    none_one: "Den ene forespørgsel siden {{day}} ville stadig være sluppet igennem.",
    none_other: "Alle {{count, number}} forespørgsler siden {{day}} ville stadig være sluppet igennem.",
    revocation_one:
      "{{count, number}} forespørgsel siden {{day}} ville være blevet afvist, den seneste <time/>.",
    revocation_other:
      "{{count, number}} forespørgsler siden {{day}} ville være blevet afvist, den seneste <time/>.",
    overlap_end_one:
      "{{count, number}} forespørgsel med den gamle hemmelighed siden {{time}} ville være blevet afvist, den seneste <time/>.",
    overlap_end_other:
      "{{count, number}} forespørgsler med den gamle hemmelighed siden {{time}} ville være blevet afvist, den seneste <time/>.",
    expiry_one:
      "Når den udløber, afvises alt: {{count, number}} forespørgsel siden {{day}}, den seneste <time/>.",
    expiry_other:
      "Når den udløber, afvises alt: {{count, number}} forespørgsler siden {{day}}, den seneste <time/>.",
    scopes_one:
      "{{count, number}} forespørgsel siden {{day}} ville være blevet afvist, fordi en rettighed mangler, den seneste <time/>.",
    scopes_other:
      "{{count, number}} forespørgsler siden {{day}} ville være blevet afvist, fordi en rettighed mangler, den seneste <time/>.",
    addresses_one:
      "{{count, number}} forespørgsel siden {{day}} kom fra en adresse, der ville være blevet afvist, den seneste <time/>.",
    addresses_other:
      "{{count, number}} forespørgsler siden {{day}} kom fra adresser, der ville være blevet afvist, den seneste <time/>.",
    unknownNeeds_one:
      "{{count, number}} forespørgsel gik til jeres eget API. Hvad den krævede, er ikke noteret, så ingen ved, om den ville være blevet afvist.",
    unknownNeeds_other:
      "{{count, number}} forespørgsler gik til jeres eget API. Hvad de krævede, er ikke noteret, så ingen ved, hvor mange der ville være blevet afvist.",
    unknown_one: "Om {{count, number}} mere ved ingen det: Dens klient er en af for mange til at skelne.",
    unknown_other: "Om {{count, number}} flere ved ingen det: Deres klienter er for mange til at skelne.",
    routes: "Ruter",
    clients: "Klienter",
    everybody: "Nøglens klienter, uanset hvad de bad om",
    requests_one: "{{count, number}} forespørgsel",
    requests_other: "{{count, number}} forespørgsler",
    moreRoutes_one: "En rute mere",
    moreRoutes_other: "{{count, number}} ruter mere",
    moreClients_one: "En klient mere",
    moreClients_other: "{{count, number}} klienter mere",
  },
};
