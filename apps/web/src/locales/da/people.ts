import type { people as english } from "../en/people.ts";
import type { Translated } from "../translated.ts";

export const people: Translated<typeof english> = {
  title: "Personer",
  description:
    "Alle, der har en konto i denne installation. Hvilke organisationer de er medlem af, ser kun organisationerne selv.",
  back: "Installation",
  loading: "Indlæser personerne",
  notLoaded: "Personerne kunne ikke indlæses",
  columns: { name: "Navn", status: "Status", created: "Konto siden", actions: "Handlinger" },
  you: "Dig",
  operator: "Driftsansvarlig",
  statuses: { active: "Aktiv", banned: "Udelukket" },
  search: {
    region: "Hvilke personer",
    label: "Søg efter personer",
    placeholder: "Navn eller e-mailadresse",
    clear: "Ryd søgningen",
    any: "Alle statusser",
    active: "Ikke udelukket",
    banned: "Udelukket",
  },
  noMatch: {
    title: "Ingen passer",
    text: "Ingen har sådan et navn eller sådan en e-mailadresse, eller også udelader filteret dem.",
    action: "Vis alle",
  },
  passwordLink: {
    open: "Adgangskodelink",
    whom: "Lav et adgangskodelink til {{name}}",
    title: "Lav et adgangskodelink til {{name}}?",
    means:
      "Til den, der har glemt sin adgangskode. Den, der har linket, vælger adgangskoden for <bdi>{{email}}</bdi>: Vær sikker på, hvem der spørger.",
    lasts: "Det virker én gang, i en time. Et tidligere link til personen holder straks op med at virke.",
    ends: "Når det bruges, afsluttes alle personens sessioner. Totrinsbekræftelse og adgangsnøgler forbliver, som de er.",
    told: "Hver organisation, personen er medlem af, finder det i sin revisionslog med dig som driftsansvarlig.",
    own: "Din egen adgangskode",
    action: "Lav link",
    linkTitle: "Giv dette link videre",
    link: "Med det vælger <strong>{{name}}</strong> en ny adgangskode. Det virker én gang, i en time: indtil {{time}}.",
    what: "adgangskodelinket",
    notSent: "Der er ikke sendt noget",
    handOver:
      "Giv selv linket videre, så kun {{name}} kan læse det. Det vises kun denne ene gang. Går det tabt, så lav et nyt.",
  },
  ban: {
    open: "Udeluk",
    whom: "Udeluk {{name}}",
    title: "Udeluk {{name}}?",
    means:
      "Alle sessioner for <bdi>{{email}}</bdi> afsluttes nu. Derefter kan hverken adgangskode eller adgangsnøgle logge dem ind; de får det samme svar som den, der skriver en forkert adgangskode.",
    keys: "API-nøgler, som de har udstedt eller er ansvarlige for, virker fortsat: De tilhører organisationen, og dens ejere og administratorer kan tilbagekalde eller overdrage dem.",
    apps: "Partnerapps, som de har forbundet, får ikke længere data.",
    told: "Hver organisation, de er medlem af, finder det i sin revisionslog med dig som driftsansvarlig.",
    action: "Udeluk",
    done: "{{name}} er udelukket",
  },
  unban: {
    open: "Ophæv",
    whom: "Ophæv udelukkelsen af {{name}}",
    title: "Ophæv udelukkelsen af {{name}}?",
    means:
      "De logger ind igen med den adgangskode, totrinsbekræftelse og de adgangsnøgler, de havde, og er medlem dér, hvor de stadig er det. De sessioner, der blev afsluttet, forbliver afsluttet.",
    action: "Ophæv udelukkelsen",
    done: "Udelukkelsen af {{name}} er ophævet",
  },
};
