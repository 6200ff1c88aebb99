import type { app as english } from "../en/app.ts";
import type { Translated } from "../translated.ts";

/*
 * Danish words that every catalog uses for the same thing:
 *
 * key nøgle · secret hemmelighed · token token · issue udstede · rotate rotere · revoke tilbagekalde ·
 * expire udløbe · overlap overlap · environment miljø · live produktion · test test · scope rettighed ·
 * member medlem · owner ejer · admin administrator · viewer læser · responsible ansvarlig ·
 * invitation invitation · organization organisation · audit log revisionslog · exposed afsløret ·
 * request forespørgsel · statement opgørelse · plan abonnement · limit grænse · session session
 */
export const app: Translated<typeof english> = {
  skipToContent: "Gå til indholdet",
  openNavigation: "Åbn menuen",
  closeNavigation: "Luk menuen",
  loading: "Katkey indlæses",
  account: {
    of: "Konto for {{name}}",
    sessions: "Sessioner",
    password: "Adgangskode",
    signOut: "Log ud",
    stillSignedIn: "Du er stadig logget ind",
  },
  theme: { title: "Tema", light: "Lyst", dark: "Mørkt", auto: "Som systemet" },
  settings: { title: "Indstillinger", keys: "API-nøgler", members: "Medlemmer", audit: "Revisionslog" },
  documentation: { label: "API-dokumentation på engelsk", newTab: "(åbner i en ny fane)" },
  time: { soon: "om et øjeblik", justNow: "lige nu" },
};
