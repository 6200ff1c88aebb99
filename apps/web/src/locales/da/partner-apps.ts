import type { partnerApps as english } from "../en/partner-apps.ts";
import type { Translated } from "../translated.ts";

export const partnerApps: Translated<typeof english> = {
  title: "Partnerapps",
  description:
    "Apps, I bygger til andre: Deres administratorer tilslutter dem, og jeres app arbejder med deres data, så langt de tillader det.",
  loading: "Indlæser partnerapps",
  notLoaded: "Partnerapps kunne ikke indlæses",
  app: "Partnerapp",
  loadingApp: "Indlæser appen",
  appNotShown: "Appen kunne ikke vises",
  columns: { app: "App", approval: "Må tilsluttes af", status: "Status", registered: "Registreret" },
  types: {
    confidential: "Fortrolig",
    confidentialMeans: "Dens kode kører på jeres egne servere, som kan holde på en hemmelighed.",
    public: "Offentlig",
    publicMeans:
      "Den kører i en browser eller på folks enheder, hvor intet forbliver hemmeligt: Kun PKCE beskytter den.",
  },
  approvals: {
    own: "Denne organisation",
    requested: "Venter på godkendelse",
    approved: "Alle organisationer",
    refused: "Afvist",
  },
  approvalMeans: {
    own: "Kun denne organisation kan tilslutte den for at prøve den. Før andre kan, skal installationens driftsansvarlige godkende den.",
    requested:
      "Installationens driftsansvarlige er bedt om at lade alle organisationer tilslutte den. Indtil da kan kun denne; tilslutninger, der findes, fortsætter.",
    approved: "Ejere og administratorer i alle organisationer kan tilslutte den.",
    refused:
      "Den driftsansvarlige har afvist, at andre må tilslutte den. Det, de havde tilsluttet, er ophørt; denne organisation kan stadig tilslutte den.",
  },
  enabled: "Aktiv",
  disabled: "Deaktiveret",
  blocked: "Spærret",
  managersOnly: {
    title: "Kun ejere og administratorer ser partnerapps",
    text: "De registrerer de apps, organisationen bygger til andre. Spørg en af dem.",
  },
  none: {
    title: "I har ikke registreret en app",
    text: "Arbejder det, I bygger, med andre organisationers data, så bed dem ikke om deres API-nøgler: Registrér det. Deres administratorer ser, hvad det beder om, tilslutter det med ét klik og kan frakoble det når som helst. Jeres app får tokens, der kun gælder til netop det.",
  },
  about: "Om appen",
  registeredBy: "Registreret af",
  noHomepage: "Ingen",
  clientId: "Klient-id",
  issuer: "Udsteder (issuer)",
  resource: "Ressource: API'et",
  code: {
    title: "Til jeres kode",
    description:
      "Et OAuth 2.0-bibliotek behøver ikke mere end dette: Det finder alle adresser ud fra udstederen.",
    guide: "En hel app at kopiere (på engelsk)",
  },
  form: {
    shown: "Det, folk ser",
    shownMeans: "Den, der bliver bedt om at tilslutte appen, afgør ud fra dette, om den er til at stole på.",
    reach: "Hvor langt den rækker",
  },
  fields: {
    name: "Navn",
    nameMeans: "Det, folk kender jeres app under.",
    description: "Beskrivelse",
    descriptionMeans: "En eller to sætninger: hvad den gør med deres data.",
    homepage: "Hjemmeside",
    homepageMeans: "Hvor folk kan læse mere om den.",
    logo: "Logo",
    logoMeans: "En PNG, JPEG eller WebP, helst kvadratisk. Den gøres mindre for jer.",
    logoChoose: "Vælg billede",
    logoReplace: "Skift billede",
    logoRemove: "Fjern",
    type: "Type",
    typeMeans: "Kan ikke ændres senere.",
    redirectUris: "Omdirigerings-URI'er",
    redirectUrisMean: {
      confidential:
        "Én pr. linje, nøjagtigt som jeres app sender den. Dér kommer folk tilbage, når de har besluttet sig. https://, eller http://localhost, mens I udvikler.",
      public:
        "Én pr. linje, nøjagtigt som jeres app sender den. Dér kommer folk tilbage, når de har besluttet sig. https://, http://127.0.0.1 med vilkårlig port eller jeres eget skema som com.example.app:/.",
    },
    jwks: "Offentlige nøgler (valgfrit)",
    jwksMean:
      "Et JSON Web Key Set. Jeres servere beviser så, hvem de er, med en underskrift fra den private nøgle, som aldrig forlader dem, og ingen klienthemmelighed accepteres.",
    scopes: "Hvad den må bede om",
    scopesMean:
      "Det højeste: Hver gang beder den om det, den har brug for. Den, der tilslutter den, ser hver rettighed.",
  },
  mistakes: {
    name: "Giv den et navn.",
    homepage: "Skriv en hel adresse, der begynder med https://.",
    logo: "Filen er ikke et billede, der kan bruges. Vælg en PNG, JPEG eller WebP.",
    redirectUris: "Skriv mindst én.",
    scopes: "Vælg mindst én.",
    jwks: {
      form: 'Det er ikke et JSON Web Key Set. Indsæt JSON som { "keys": [ … ] } med mindst én nøgle.',
      private:
        "Her er en privat nøgle. Indsæt kun den offentlige: Ingen andre end jeres servere må nogensinde se den anden.",
    },
    line: "Linje {{line, number}}: {{what}}",
    lines: {
      long: "Den er længere end 2.000 tegn.",
      not_absolute: "Det er ikke en hel adresse. Begynd med https://.",
      fragment: "Udelad # og det, der følger.",
      user: "Udelad navnet før @.",
      spelling: "Skriv den som {{written}}",
      wildcard: "* kan ikke stå for andre adresser. Skriv dem hver for sig.",
      local_https: "På denne maskine selv begynder den med http://.",
      insecure: "Begynd med https://. http:// er kun til denne maskine selv.",
      local_name: "Skriv adressen: http://127.0.0.1 eller http://[::1].",
      scheme: "Begynd med https://, eller med http:// på denne maskine selv.",
      own_scheme: "Et eget skema er et omvendt domæne som com.example.app:/.",
      repeated: "Den står allerede ovenfor.",
      too_many: "Der kan højst være 10.",
    },
  },
  register: {
    open: "Registrér app",
    title: "Registrér en app",
    description:
      "I første omgang kan kun denne organisation tilslutte den. Udbyd den til andre, når den virker.",
    action: "Registrér app",
    done: "»{{name}}« er registreret",
  },
  edit: {
    open: "Redigér",
    title: "Redigér »{{name}}«",
    approved:
      "Appen er godkendt. Ændrer I det, folk ser, eller tilføjer I en omdirigerings-URI eller rettighed, skal den driftsansvarlige godkende den på ny; indtil da kan ingen anden organisation tilslutte den. Tilslutninger, der findes, fortsætter.",
    action: "Gem ændringer",
    done: "»{{name}}« er gemt",
  },
  once: {
    text: "Katkey gemmer kun et fingeraftryk af den. Den, der har hemmeligheden, kan give sig ud for jeres app, så gem den, hvor kun jeres servere kan læse den, og aldrig i kode, som folk henter. Mister I den, så rotér den.",
    secret: "Klienthemmelighed",
    what: "klienthemmeligheden",
    store: "Gem den, hvor jeres app finder den",
    storeSnippets: "Gem klienthemmeligheden",
  },
  secrets: {
    title: "Klienthemmeligheder",
    description: "Det, jeres servere legitimerer sig med, når de henter tokens.",
    idle: "Afvises, så længe appen har offentlige nøgler. Fjerner I dem, accepteres den nuværende hemmelighed igen.",
    secret: "Hemmelighed",
    created: "Lavet",
    states: { current: "Nuværende", retiring: "Udgående", retired: "Udgået" },
    refusedFrom: "Afvises <time/>",
    refusedSince: "Afvist siden <time/>",
  },
  keys: {
    title: "Offentlige nøgler",
    description:
      "Jeres servere beviser, hvem de er, med en underskrift fra den private nøgle til en af disse.",
    id: "Nøgle-id",
    noId: "Intet",
    kind: "Slags",
    thumbprint: "Fingeraftryk (RFC 7638)",
  },
  makeSecret: {
    open: "Lav klienthemmelighed",
    title: "Lav en klienthemmelighed til »{{name}}«?",
    means:
      "Den afvises, så længe appen har offentlige nøgler. I har kun brug for den, før I fjerner dem, så appen stadig kan bevise, hvem den er.",
    action: "Lav klienthemmelighed",
    done: "»{{name}}« har en klienthemmelighed",
  },
  overlaps: {
    "0": "Intet overlap",
    "0Means": "Den gamle hemmelighed bliver straks afvist. Efter en læk.",
    "3600": "1 time",
    "3600Means": "Til en server, som I udskifter nu.",
    "86400": "24 timer",
    "86400Means": "Til en planlagt rotation.",
    "604800": "7 dage",
    "604800Means": "Til mange servere, den ene efter den anden.",
  },
  rotate: {
    open: "Rotér hemmelighed",
    title: "Rotér hemmeligheden for »{{name}}«?",
    done: "Hemmeligheden for »{{name}}« er roteret",
    means: "Den får en ny klienthemmelighed. Klient-id, tilslutninger og deres tokens bliver, som de er.",
    running:
      "Overlappet fra en tidligere rotation løber stadig. En ny rotation afslutter det: Hemmeligheden før den nuværende bliver straks afvist.",
    overlap: "Den gamle hemmelighed virker i",
    action: "Rotér",
  },
  endOverlap: {
    open: "Afslut overlap nu",
    title: "Afslut overlappet for »{{name}}«?",
    means:
      "Den gamle klienthemmelighed bliver straks afvist. En server, der stadig sender den, får ingen tokens.",
    action: "Afslut overlap",
    done: "Den gamle hemmelighed for »{{name}}« bliver afvist",
  },
  decisions: "Adgang",
  access: "Selve appen",
  accessOn: "Den virker overalt, hvor den er tilsluttet.",
  accessBlocked:
    "Installationens driftsansvarlige har spærret den: Alle dens forespørgsler afvises, også i denne organisation, og ingen kan tilslutte den. Spørg dem.",
  accessOff: "Alle dens forespørgsler afvises, og ingen kan tilslutte den. Dens tilslutninger venter på den.",
  offer: {
    open: "Udbyd til andre organisationer",
    again: "Udbyd igen",
    title: "Udbyd »{{name}}« til andre organisationer?",
    means:
      "Installationens driftsansvarlige ser alt, hvad folk kommer til at se, dens omdirigerings-URI'er og dens rettigheder og godkender eller afviser den. I ser her, hvad der blev besluttet.",
    action: "Bed om godkendelse",
    done: "Den driftsansvarlige er bedt om at godkende »{{name}}«",
  },
  withdrawOffer: {
    open: "Træk udbuddet tilbage",
    title: "Træk udbuddet af »{{name}}« tilbage?",
    means:
      "Den driftsansvarlige bliver ikke længere spurgt, og kun denne organisation kan tilslutte den. Tilslutninger, som andre lavede, mens den var godkendt, fortsætter. I kan udbyde den igen.",
    action: "Træk tilbage",
    done: "Udbuddet af »{{name}}« er trukket tilbage",
  },
  disable: {
    open: "Deaktivér",
    title: "Deaktivér »{{name}}«?",
    means:
      "Den standser ved sin næste forespørgsel overalt, hvor den er tilsluttet, og ingen kan tilslutte den. Intet frakobles: Aktiverer I den igen, fortsætter den, hvor den slap.",
    action: "Deaktivér",
    done: "»{{name}}« er deaktiveret",
  },
  enable: {
    open: "Aktivér",
    title: "Aktivér »{{name}}«?",
    means: "Den virker igen overalt, hvor den stadig er tilsluttet, og kan tilsluttes på ny.",
    action: "Aktivér",
    done: "»{{name}}« er aktiveret",
  },
  customers: {
    title: "Tilsluttede organisationer",
    description:
      "Hvem der har tilsluttet den, og hvor mange forespørgsler den har foretaget dér i de seneste 30 dage.",
    loading: "Indlæser de tilsluttede organisationer",
    notLoaded: "De tilsluttede organisationer kunne ikke indlæses",
    none: "Ingen har tilsluttet den endnu. Send en ejer eller administrator gennem jeres apps login, og begynd med jeres egen organisation.",
    organization: "Organisation",
    requests: "Forespørgsler på 30 dage",
    refused_one: "{{count, number}} afvist",
    refused_other: "{{count, number}} afvist",
    lastUsed: "Sidst brugt",
    never: "Aldrig brugt",
    connected: "Tilsluttet",
    statuses: { live: "Tilsluttet", paused: "På pause", ended: "Ophørt" },
    ends: {
      disconnected: "De frakoblede den <time/>",
      reused: "Ophørt <time/>: Et af dens tokens blev brugt to gange",
      revoked: "Ophørt <time/>: Deres medlem er gået, eller den udbydes ikke længere",
    },
  },
};
