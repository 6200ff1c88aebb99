import type { members as english } from "../en/members.ts";
import type { Translated } from "../translated.ts";

export const members: Translated<typeof english> = {
  title: "Medlemmer",
  description:
    "Hvem der arbejder med nøglerne i {{organization}}. En nøgle må aldrig mere end det medlem, der er ansvarligt for den.",
  invite: "Invitér medlem",
  loading: "Indlæser medlemmerne",
  notLoaded: "Medlemmerne kunne ikke indlæses",
  name: "Navn",
  role: "Rolle",
  joined: "Kom til",
  twoFactor: "Totrinsbekræftelse",
  twoFactorOn: "Til",
  twoFactorOff: "Fra",
  you: "Dig",
  roleOf: "Rolle for {{name}}",
  leave: "Forlad",
  remove: "Fjern",
  leaveWhat: "Forlad {{organization}}",
  removeWhom: "Fjern {{name}}",

  onlyOwner: {
    title: "En organisation skal have en ejer",
    text: "Du er den eneste ejer af <strong>{{organization}}</strong>. Gør først et andet medlem til ejer. Derefter kan du forlade organisationen eller få en anden rolle.",
  },

  changeRole: {
    title: "Gør {{name}} til {{role}}?",
    titleSelf: "Gør dig selv til {{role}}?",
    action: "Skift rolle",
    done: "{{name}} er nu {{role}}",
    shrinks:
      "Nøgler, som {{name}} er ansvarlig for, indskrænkes straks sammen med rollen: Hvad man ikke må som {{role}}, må de heller ikke længere.",
    shrinksSelf:
      "Nøgler, som du er ansvarlig for, indskrænkes straks sammen med rollen: Hvad man ikke må som {{role}}, må de heller ikke længere. Du kan ikke give dig selv den gamle rolle tilbage.",
  },

  removal: {
    titleSelf: "Forlad {{organization}}?",
    title: "Fjern {{name}}?",
    actionSelf: "Forlad organisationen",
    action: "Fjern medlem",
    textSelf: "Du mister straks adgangen til {{organization}}.",
    text: "{{name}} ({{email}}) mister straks adgangen til {{organization}}.",
    doneSelf: "Du har forladt {{organization}}",
    done: "{{name}} er fjernet",
    loadingKeys: "Ser efter nøgler, der skal tages stilling til",
    keysNotLoadedSelf: "Dine nøgler kunne ikke indlæses",
    keysNotLoaded: "Medlemmets nøgler kunne ikke indlæses",
    noKeysSelf: "Du er ikke ansvarlig for nogen nøgler: Der er intet at overdrage.",
    noKeys: "Medlemmet er ikke ansvarligt for nogen nøgler: Der er intet at overdrage.",
  },

  settle: {
    intro_one:
      "Beslut, hvad der skal ske med <strong>{{count, number}} nøgle</strong>. En nøgle, der overdrages, virker videre og må aldrig mere end det nye ansvarlige medlem.",
    intro_other:
      "Beslut, hvad der skal ske med <strong>{{count, number}} nøgler</strong>. En nøgle, der overdrages, virker videre og må aldrig mere end det nye ansvarlige medlem.",
    noHeir: "Der er ingen her, den kan overdrages til.",
    all: "Gør dette for alle",
    whatWithAll: "Hvad der skal ske med alle nøgler",
    whatWith: "Hvad der skal ske med {{name}}",
    choose: "Tilbagekald eller overdrag …",
    revoke: "Tilbagekald",
    handOverTo: "Overdrag til {{name}}",
    neverUsed: "aldrig brugt",
    lastUsed: "sidst brugt <time/>",
    regained:
      "Med <bdi>{{name}}</bdi> ({{role}}) vender rettigheder tilbage, som i dag afvises: <code>{{scopes}}</code>.",
    revoked_one: "{{count, number}} nøgle tilbagekaldes straks og for altid",
    revoked_other: "{{count, number}} nøgler tilbagekaldes straks og for altid",
    handedOver_one: "{{count, number}} nøgle overdrages og virker videre",
    handedOver_other: "{{count, number}} nøgler overdrages og virker videre",
    open_one: "{{count, number}} nøgle mangler en beslutning",
    open_other: "{{count, number}} nøgler mangler en beslutning",
  },

  tooMany: {
    title_one: "{{count, number}} nøgle er for mange på én gang",
    title_other: "{{count, number}} nøgler er for mange på én gang",
    text: "Der kan højst tages stilling til {{most}} på én gang. Tilbagekald eller overdrag (Redigér, Ansvarligt medlem) først mindst {{first}} af dem på deres egne sider, for eksempel disse, og kom så tilbage:",
    textSelf:
      "Der kan højst tages stilling til {{most}} på én gang. Tilbagekald først mindst {{first}} af dem på deres egne sider, for eksempel disse, og kom så tilbage:",
  },

  inviting: {
    title: "Invitér til {{organization}}",
    emailMeans: "Kun den, der logger ind med denne adresse, kan acceptere.",
    emailMissing: "Skriv en e-mailadresse.",
    memberAlready: "Denne person er allerede medlem.",
    submit: "Opret invitationslink",
    olderTitle: "Denne person har en åben invitation",
    older:
      "{{invitedBy}} inviterede {{email}} med rollen {{role}}, indtil {{day}}. Et nyt link træder i stedet: Det ældre holder straks op med at virke.",
    olderStays: "Det ældre link blev ikke trukket tilbage",
    linkTitle: "Giv dette link videre",
    link: "Med det bliver <strong>{{email}}</strong> medlem med rollen <strong>{{role}}</strong>. Det virker én gang, i 7 dage: indtil {{day}}.",
    what: "invitationslinket",
    notSent: "Der er ikke sendt noget",
    handOver:
      "Giv selv linket videre, så kun {{email}} kan læse det. Det vises kun denne ene gang. Går det tabt, trækkes det tilbage og laves på ny.",
  },

  invitations: {
    title: "Åbne invitationer",
    description: "Links, der er givet videre og endnu ikke brugt. Hvert virker én gang, i 7 dage.",
    loading: "Indlæser de åbne invitationer",
    notLoaded: "Invitationerne kunne ikke indlæses",
    none: "Ingen: Alle, der blev inviteret, er kommet til.",
    for: "Til",
    by: "Inviteret af",
    ends: "Slutter",
    withdraw: "Træk tilbage",
    withdrawOf: "Træk invitationen til {{email}} tilbage",
    withdrawTitle: "Træk denne invitation tilbage?",
    withdrawAction: "Træk invitationen tilbage",
    withdrawText:
      "Linket til <strong>{{email}}</strong> holder straks op med at virke. Du kan til enhver tid invitere igen.",
    withdrawn: "Invitationen er trukket tilbage",
  },
};
