import type { setup as english } from "../en/setup.ts";
import type { Translated } from "../translated.ts";

export const setup: Translated<typeof english> = {
  title: "Sæt Katkey op",
  description: "Du bliver driftsansvarlig for denne installation og ejer af dens første organisation.",
  loading: "Ser efter, om installationen er ny",
  nameMissing: "Skriv dit navn.",
  emailMissing: "Skriv din e-mailadresse.",
  organizationMissing: "Skriv navnet på din organisation.",
  name: "Dit navn",
  emailMeans: "Du logger ind med den. Der sendes intet til den.",
  organization: "Organisation",
  organizationMeans: "Det firma eller team, nøglerne tilhører.",
  submit: "Opret konto og organisation",
  already: {
    title: "Katkey er allerede sat op",
    text: "Opsætningslinks virker, indtil den første konto findes, og det gør den. Log ind, eller bed en ejer af din organisation om en invitation.",
  },
  linkMissing: {
    title: "Åbn opsætningslinket",
    text: "Denne installation er ny, og den, der har dens opsætningslink til engangsbrug, bliver driftsansvarlig for den. Serveren skrev linket, da den startede. Kopiér det hele, også delen efter #.",
    footer:
      "Linket virker i en time. Så længe ingen har en konto, skriver serveren et nyt, når den genstartes.",
    action: "Prøv igen",
  },
};
