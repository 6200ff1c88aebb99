import type { newPassword as english } from "../en/new-password.ts";
import type { Translated } from "../translated.ts";

export const newPassword: Translated<typeof english> = {
  title: "Vælg en ny adgangskode",
  description: "Med den afsluttes alle kontoens sessioner på alle enheder.",
  loading: "Læser linket",
  notRead: "Linket kunne ikke læses",
  password: "Ny adgangskode",
  submit: "Skift adgangskode",
  done: {
    title: "Din adgangskode er skiftet",
    text: "Alle kontoens sessioner er afsluttet: Log ind med den nye adgangskode. Er totrinsbekræftelse slået til, spørger den om sin kode som før.",
  },
  dead: {
    title: "Linket virker ikke længere",
    text: "Det er brugt, er ældre end en time, eller et nyere er trådt i stedet. Bed den driftsansvarlige for installationen om et nyt.",
  },
  incomplete: {
    title: "Linket er ikke fuldstændigt",
    text: "Det har en lang del efter #. Åbn linket, du har fået, en gang til, eller kopiér det hele.",
  },
};
