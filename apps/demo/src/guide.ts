import { guides, password, people } from "./people.ts";
import { called, type Stage } from "./stage.ts";

/** What somebody who wants to look around is told: who to be, and what to try. */
export function guideOf(stages: readonly Stage[], origin: string): string {
  const accounts = guides.map((name) => {
    const places = stages.flatMap(({ actors, story }) => {
      const role = actors.get(name)?.role;
      return role === undefined ? [] : [`${role} of ${story.name}`];
    });
    return `  ${people[name].email.padEnd(24)}${places.join(", ")}`;
  });
  return [
    "Everything in this demo is made up. Sign in as",
    ...accounts,
    `with the password ${password}`,
    "",
    "Two tokens to try. The second one is being replaced, and still works:",
    ...[tokenOf(stages, "Webshop"), tokenOf(stages, "Marketplace feed")].map((token) => {
      return `  curl -H 'Authorization: Bearer ${token}' '${origin}/v1/products?limit=3'`;
    }),
    "",
    "Ctrl-C ends the demo and removes all of it.",
  ].join("\n");
}

/** The oldest one that is accepted. */
function tokenOf(stages: readonly Stage[], key: string): string {
  const keys = new Map(stages.flatMap((stage) => [...stage.keys]));
  return called(keys, key).secrets[0]?.token ?? "";
}
