import type { connect as english } from "../en/connect.ts";
import type { Translated } from "../translated.ts";

export const connect: Translated<typeof english> = {
  title: "Tilslut en app",
  loading: "Læser, hvad appen beder om",
  madeBy: "Bygget af <b>{{owner}}</b>",
  goOn: "Fortsæt",
  toDashboard: "Gå til dashboardet",
  leaving: { title: "Tilbage til appen" },
  signIn: {
    title: "Log ind for at tilslutte {{app}}",
    noAccount:
      "Kun ejere og administratorer i en organisation tilslutter apps til den. Appen ser ikke din adgangskode.",
  },
  consent: {
    title: "Tilslut {{app}}?",
    connect: "Tilslut",
    disabled: "Appen er deaktiveret, så den kan ikke tilsluttes nu. Spørg den, der har bygget den.",
    can: "Den får lov til at",
    nothing: "Se, hvilken organisation den er tilsluttet, og intet andet.",
    until:
      "Den virker med din tilladelse og aldrig ud over din rolle, kun på live-data. Enhver ejer eller administrator kan når som helst standse det under Tilsluttede apps.",
    leadsTo: "Begge svar fører dig tilbage til <strong>{{host}}</strong>.",
    cancelLeadsTo: "Annuller fører dig tilbage til <strong>{{host}}</strong>.",
  },
  organization: {
    label: "Med data hos",
    missing: "Vælg en organisation.",
    search: "Søg efter en organisation",
    nothingFound: "Du er ikke medlem af nogen, der hedder sådan",
    withReason: "{{name}} ({{reason}})",
    none: "Du er ikke medlem af en organisation, så der er intet at tilslutte appen til. Bed først om en invitation.",
    noneFits: "Du kan ikke tilslutte appen til nogen af dine organisationer. Under hver står hvorfor.",
    obstacles: {
      role_not_allowed: "Du er {{role}} her. Bed en ejer eller administrator om at tilslutte den.",
      organization_suspended: "Den er suspenderet. Spørg installationens driftsansvarlige.",
      app_awaits_approval:
        "Installationens driftsansvarlige har endnu ikke godkendt appen eller skal godkende en ændring af den. Det, der allerede er tilsluttet, fortsætter. Prøv igen senere, eller spørg den, der har bygget den.",
      app_not_offered: "Appen udbydes endnu ikke til andre organisationer. Spørg den, der har bygget den.",
    },
  },
  signedInAs: "Du er logget ind som <strong>{{email}}</strong>. <a>Log ind som en anden</a>",
  wrongAccount: {
    title: "En anden er logget ind",
    text: "Du er nu logget ind som <strong>{{email}}</strong>, og denne anmodning blev åbnet af en anden person. Du kan fortsætte som dig selv eller gå tilbage til {{app}} uden at tilslutte den.",
    goOn: "Fortsæt som {{email}}",
    back: "Tilbage til {{app}}",
  },
  over: {
    title: "Denne anmodning er forbi",
    text: "Den er allerede besvaret, ingen besvarede den inden for 15 minutter, eller den blev åbnet i en anden browser. Siden er intet blevet tilsluttet med den. Gå tilbage til appen, og tilslut den derfra igen.",
  },
  error: {
    title: "Appen kan ikke tilsluttes",
    causes: {
      invalid_request:
        "Appen har sendt dig hertil med en anmodning, som Katkey ikke forstår eller ikke stoler på, så intet er sendt tilbage til den. Sig det til den, der har bygget appen.",
      not_asked:
        "Appen ville fortsætte uden at spørge dig, og for tiden står ingen inde for den her, så intet blev sendt tilbage til den. Gå tilbage, og tilslut den igen derfra.",
      server_error:
        "Noget gik galt på serveren, og intet blev tilsluttet. Gå tilbage til appen, og prøv igen om et øjeblik.",
      temporarily_unavailable:
        "Serveren har for travlt lige nu, og intet blev tilsluttet. Gå tilbage til appen, og prøv igen om et øjeblik.",
    },
    code: "Det, de skal vide:",
    back: "Gå tilbage",
  },
};
