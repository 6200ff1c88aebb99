import type { signIn as english } from "../en/sign-in.ts";
import type { Translated } from "../translated.ts";

export const signIn: Translated<typeof english> = {
  description: "Udsted, rotér og gennemgå din organisations API-nøgler.",
  noAccount:
    "Har du ingen konto endnu? Bed en ejer eller administrator i din organisation om et invitationslink.",
  forgot:
    "Har du glemt adgangskoden? Den driftsansvarlige for installationen kan give dig et link, hvor du vælger en ny.",
  or: "eller",
  withPasskey: "Log ind med en adgangsnøgle",
  code: {
    title: "Et trin mere",
    description: "Adgangskoden var rigtig. Kontoen har totrinsbekræftelse.",
    app: {
      label: "Kode",
      means: "De seks cifre, som din godkendelsesapp viser nu.",
      missing: "Skriv den kode, din app viser.",
      other: "Brug en gendannelseskode",
    },
    recovery: {
      label: "Gendannelseskode",
      means: "En af de koder, du gemte, da du slog totrinsbekræftelse til. Hver kode virker én gang.",
      missing: "Skriv en af dine gendannelseskoder.",
      other: "Brug appens kode",
    },
    back: "Begynd forfra",
    lost: "Har du hverken app eller gendannelseskoder? Den driftsansvarlige for installationen kan slå totrinsbekræftelse fra for dig.",
  },
  recoveryCodesLeft_one:
    "Du er logget ind. Du har {{count}} gendannelseskode tilbage: Lav nye på din kontos side.",
  recoveryCodesLeft_other: "Du er logget ind. Du har {{count}} gendannelseskoder tilbage.",
  setup: {
    title: "Ingen har en konto endnu",
    text: "Åbn opsætningslinket, som serveren skrev, da den startede. En genstart skriver et nyt.",
  },
};
