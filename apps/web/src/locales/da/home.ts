import type { home as english } from "../en/home.ts";
import type { Translated } from "../translated.ts";

export const home: Translated<typeof english> = {
  title: "Hjem",
  description: "Hvad nøglerne i {{name}} laver, og hvad der venter på dig.",
  loading: "Det indlæses, hvad jeres nøgler laver",
  notLoaded: "Det kunne ikke indlæses, hvad jeres nøgler laver",

  stopped: {
    suspended: "Organisationen er suspenderet",
    suspendedText:
      "Alle forespørgsler med dens nøgler afvises, indtil den driftsansvarlige genoptager den: {{reason}}",
    apiOff: "API-adgangen er slået fra",
    apiOffText: "Alle forespørgsler med organisationens nøgler afvises. Ingen nøgle er tilbagekaldt.",
    apiOffLink: "Gå til API-adgang",
  },

  figures: {
    title: "I tal",
    keys: "API-nøgler i brug",
    keysOf: "{{used, number}} af {{limit, number}}",
    keysPlan: "Så mange, som {{plan}}-abonnementet tillader ad gangen: {{limit, number}}.",
    keysFull: "abonnementet er fuldt",
    keysAny: "{{plan}}-abonnementet tillader et vilkårligt antal.",
    day: "Forespørgsler på 24 timer",
    month: "Forespørgsler på 30 dage",
    against: {
      hour_one: "I forhold til timen før.",
      hour_other: "I forhold til de {{count}} timer før.",
      day_one: "I forhold til dagen før.",
      day_other: "I forhold til de {{count}} dage før.",
      month_one: "I forhold til måneden før.",
      month_other: "I forhold til de {{count}} måneder før.",
    },
    peak: "Det travleste minut på 30 dage",
    peakOf: "{{requests, number}} af {{limit, number}}",
    peakAt: "Nået {{day}} kl. {{time}}. Det, der går ud over grænsen, afvises.",
    peakNone: "Ingen forespørgsel",
    peakLimit: "Højst {{limit, number}} forespørgsler lukkes ind inden for et minut.",
  },

  needs: {
    title: "Hvad der venter på dig",
    count_one: "{{count, number}} nøgle",
    count_other: "{{count, number}} nøgler",
    showAll: "Vis alle {{total, number}}",
    nothing: "Intet venter på dig",
    nothingText:
      "Her får du besked, når en hemmelighed lækker, når en nøgle udløber inden for 14 dage, kan mindre, end den har fået lov til, eller ikke er blevet brugt i 90 dage, og når en rotation trygt kan afsluttes.",
    viewer: "Intet venter på dig",
    viewerText:
      "Læsere ser til. Hvad der skal gøres ved nøgler, vises til ejere, administratorer og de medlemmer, der er ansvarlige for dem.",
    exposed: {
      title: "En hemmelighed er lækket",
      text: "Den, der har set den, kan bruge nøglen, indtil hemmeligheden er skiftet, medmindre den er i karantæne.",
      browser: "Set i en browser <time/>",
      url: "Set i en URL eller en forespørgsels indhold <time/>",
      report: "Fundet et andet sted og meldt <time/>",
      quarantined: "Meldt og sat i karantæne <time/>",
      rotate: "Rotér",
      end: "Afslut overlap",
    },
    curtailed: {
      title: "Mindre, end der er givet lov til",
      text: "Rollen for det medlem, der er ansvarligt for nøglen, tillader ikke længere alle dens rettigheder.",
      line: "Rollen for {{name}} mangler <code>{{scopes}}</code>",
      handOver: "Overdrag",
      narrow: "Redigér",
    },
    expiring: {
      title: "Udløber inden for 14 dage",
      text: "Fra da af afvises alle forespørgsler med nøglen.",
      line: "Udløber <time/>",
      extend: "Ændr udløb",
      succeed: "Udsted en afløser",
    },
    safe_to_end: {
      title: "Rotation kan trygt afsluttes",
      text: "Den gamle hemmelighed accepteres stadig, og intet bruger den.",
      neverUsed: "Den gamle hemmelighed er aldrig blevet brugt",
      quiet: "Den gamle hemmelighed blev sidst brugt <time/>",
      end: "Afslut overlap",
    },
    unused: {
      title: "Ikke brugt i 90 dage",
      text: "En nøgle, som ingen har brug for, kan kun lække.",
      lastUsed: "Sidst brugt <time/>",
      never: "Aldrig brugt, udstedt <time/>",
      revoke: "Tilbagekald",
    },
    do: "{{action}}: {{name}}",
  },

  requests: {
    title: "Forespørgsler",
    range: "Periode",
    "24h": "24 timer",
    "30d": "30 dage",
    all: "Alt forbrug",
    none: "Ingen forespørgsler i 24 timer",
    noneText: "Hver forespørgsel med en af organisationens nøgler vises her inden for et sekund.",
    show: "Vis 30 dage",
  },

  problems: {
    title: "Fejl efter årsag",
    label: "Forespørgsler, der blev besvaret med et problem, efter årsag",
    description: {
      "24h": "Hvad forespørgsler i de seneste 24 timer fik til svar i stedet for det, de bad om.",
      "30d": "Hvad forespørgsler i de seneste 30 dage fik til svar i stedet for det, de bad om.",
    },
    cause: "Årsag",
    requests: "Forespørgsler",
    share: "Af alle fejl",
    course: "Forløb",
    meaning: "Hvad man gør",
    meaningOf: "Hvad man gør: {{cause}} (på engelsk)",
    explain: "Læs",
    more_one: "Vis {{count, number}} årsag til",
    more_other: "Vis {{count, number}} årsager til",
    none: "Ingen fejl",
    noneText: {
      "24h": "Alle forespørgsler i de seneste 24 timer fik det, de bad om.",
      "30d": "Alle forespørgsler i de seneste 30 dage fik det, de bad om.",
    },
  },

  first: {
    title: "Fra den første nøgle til den første forespørgsel",
    description: "To trin, og så fortæller siden, hvad jeres nøgler laver, og hvad der venter på dig.",
    key: "Udsted en API-nøgle",
    keyText: "Én til hver integration: en butik, et synkroniseringsjob, Zapier. Dens token vises én gang.",
    keyAction: "Udsted den første nøgle",
    keyDone: "Gjort: Der er en nøgle.",
    viewers: "Læsere ser til: Bed en ejer, en administrator eller et medlem om det.",
    request: "Send den første forespørgsel",
    requestText: "Fra en server eller en kommandolinje, med tokenet i Authorization-headeren.",
    requestAction: "Gå til nøglerne",
    requestRead: "Læs hvordan (på engelsk)",
  },
};
