/** Everybody in the story. Their names and companies are made up; RFC 2606 keeps `.example` free. */
export const people = {
  freja: { name: "Freja Holm", email: "freja@nordlys.example" },
  anders: { name: "Anders Lund", email: "anders@nordlys.example" },
  sofie: { name: "Sofie Krogh", email: "sofie@nordlys.example" },
  mikkel: { name: "Mikkel Dahl", email: "mikkel@nordlys.example" },
  priya: { name: "Priya Raman", email: "priya@nordlys.example" },
  lena: { name: "Lena Vogt", email: "lena@nordlys.example" },
  jonas: { name: "Jonas Weber", email: "jonas@nordlys.example" },
  tomasz: { name: "Tomasz Zielinski", email: "tomasz@nordlys.example" },
  elif: { name: "Elif Kaya", email: "elif@nordlys.example" },
  grace: { name: "Grace Okafor", email: "grace@kestrel.example" },
  liam: { name: "Liam Hart", email: "liam@kestrel.example" },
  hannah: { name: "Hannah Price", email: "hannah@kestrel.example" },
} as const;

export type PersonName = keyof typeof people;

/** Whoever shows the demo: runs the installation. */
export const operator: PersonName = "freja";

/** Who can sign in: one who may do everything, and one who may not. */
export const guides = [operator, "mikkel"] as const satisfies readonly PersonName[];

/** Everybody's, for as long as the demo runs. */
export const password = "northern-lights-demo";
