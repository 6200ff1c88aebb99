import type { signIn as english } from "../en/sign-in.ts";
import type { Translated } from "../translated.ts";

export const signIn: Translated<typeof english> = {
  description: "Udsted, rotér og gennemgå din organisations API-nøgler.",
  noAccount:
    "Har du ingen konto endnu? Bed en ejer eller administrator i din organisation om et invitationslink.",
  setup: {
    title: "Ingen har en konto endnu",
    text: "Åbn opsætningslinket, som serveren skrev, da den startede. En genstart skriver et nyt.",
  },
};
