import type { issuedServiceTokenViewOf } from "@katkey/server/service-token-view";
import type { Call } from "../command.ts";

export const json = { about: "Say it as JSON" };

type Issued = Awaited<ReturnType<typeof issuedServiceTokenViewOf>>;

/** The token alone is said, so that it can go where it belongs; the rest is for who sits there. */
export function tellIssued({ say, note, options }: Call, issued: Issued, sentence: string): number {
  if (options.has("json")) {
    say(JSON.stringify(issued));
    return 0;
  }
  note(`${sentence} This is its token. It is shown once:`);
  say(issued.token);
  return 0;
}

/** For whom it answers. */
export function coverageOf({ organizations }: Issued["serviceToken"]): string {
  if (organizations === null) return "all organizations";
  return organizations.map(({ name, id }) => `${name} (${id})`).join(", ");
}
