import type { People, Person } from "@katkey/identity/people";
import { personViewOf } from "@katkey/server/person-view";
import { defineCommand } from "../command/command.ts";
import { changePeople } from "../installation.ts";

export const usersList = defineCommand({
  options: {
    search: { takes: "<text>", about: "Those with it in the name or the e-mail address" },
    banned: { about: "Those who are banned" },
  },
  example: "katkey users list --search ada",
  async run(call) {
    const search = call.value("search");
    const query = { ...(search && { search }), ...(call.has("banned") && { banned: true }) };
    const { people, close } = changePeople();
    try {
      const views = everyPage(people, query).map(personViewOf);
      const table = views.map((view) => [
        view.email,
        view.name,
        view.operator ? "operator" : "",
        view.bannedAt === null ? "" : `banned since ${view.bannedAt}`,
      ]);
      return { json: views, lines: [], table };
    } finally {
      close();
    }
  },
});

type Query = Omit<Parameters<People["list"]>[0], "after" | "limit">;

function everyPage(people: People, query: Query): readonly Person[] {
  const found: Person[] = [];
  let after: string | null = null;
  do {
    const page = people.list({ ...query, ...(after !== null && { after }), limit: 100 });
    found.push(...page.items);
    after = page.nextCursor;
  } while (after !== null);
  return found;
}
