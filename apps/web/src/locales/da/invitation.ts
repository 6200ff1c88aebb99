import type { invitation as english } from "../en/invitation.ts";
import type { Translated } from "../translated.ts";

export const invitation: Translated<typeof english> = {
  title: "Din invitation",
  loading: "Læser invitationen",
  acceptedBefore: "Har du allerede accepteret den? Så log ind.",
  incomplete: {
    title: "Linket er ikke fuldstændigt",
    text: "Et invitationslink har en lang del efter #. Åbn linket, du har fået, en gang til, eller kopiér det hele.",
  },
  join: "Bliv medlem af {{organization}}",
  offer: "{{invitedBy}} inviterer <strong>{{email}}</strong> med rollen <strong>{{role}}</strong>. {{means}}",
  accept: "Acceptér invitationen",
  nameMissing: "Skriv dit navn.",
  name: "Dit navn",
  createAndJoin: "Opret konto og bliv medlem",
  passwordMeans: "Du har allerede en konto: Log ind med dens adgangskode.",
  signInAndAccept: "Log ind og acceptér",
  welcome: "Velkommen: Du er nu medlem",
  wrongAccount: {
    title: "Invitationen er til en anden",
    text: "Du er logget ind som <strong>{{own}}</strong>, og kun <strong>{{invited}}</strong> kan acceptere den. Log ud for at fortsætte som {{invited}}, eller bed om en invitation til din egen adresse.",
    signOut: "Log ud og fortsæt",
    stay: "Forbliv logget ind",
  },
};
