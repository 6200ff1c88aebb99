import { plans, surveyOrganizations, type OrganizationId, type Survey } from "@katkey/keys";
import { surveyInput } from "@katkey/server/instance-input";
import { surveyViewOf } from "@katkey/server/survey-view";
import { defineCommand } from "../command/command.ts";
import { counted } from "../words/counted.ts";
import { tellUnsound, unsound, withUnsound } from "../soundness.ts";
import { typedAs } from "../typed/typed-as.ts";
import { withOrganizations } from "./with-organizations.ts";

export const orgList = defineCommand({
  options: {
    search: { takes: "<text>", about: "Those with it in the name, or with this id" },
    plan: { takes: "<plan>", about: "Those on this one", choices: plans },
    suspended: { about: "Those that are suspended" },
  },
  example: "katkey org list --suspended",
  async run(call) {
    const [search, plan] = [call.value("search"), call.value("plan")];
    const query = typedAs(surveyInput, {
      ...(search && { search }),
      ...(plan && { plan }),
      ...(call.has("suspended") && { suspended: true }),
      limit: 100,
    });
    return withOrganizations(async ({ desk, usage, soundness }) => {
      const found = await everyPage({ ...desk, usage: usage() }, { ...query, now: call.now });
      const views = withUnsound(soundness, found.map(surveyViewOf), ({ id }) => [
        { table: "organization", id },
      ]);
      const rows = views.map((view) => [
        view.id,
        view.plan,
        view.name,
        `${counted(view.keysInUse, "key")} in use`,
        `${counted(view.requestsThisMonth, "request")} this month`,
        stateOf(view),
      ]);
      return { json: views, lines: [], table: rows, ...tellUnsound(soundness, views, "organization") };
    });
  },
});

type Sources = Parameters<typeof surveyOrganizations>[0];
type Query = Parameters<typeof surveyOrganizations>[1];

async function everyPage(sources: Sources, query: Query): Promise<readonly Survey[]> {
  const found: Survey[] = [];
  let after: OrganizationId | undefined;
  do {
    const page = await surveyOrganizations(sources, { ...query, ...(after && { after }) });
    found.push(...page.items);
    after = page.nextCursor === null ? undefined : page.items.at(-1)?.organization.id;
  } while (after !== undefined);
  return found;
}

type View = ReturnType<typeof surveyViewOf> & { readonly unsound: readonly unknown[] };

function stateOf({ suspension, apiAccess, unsound: not }: View): string {
  if (not.length > 0) return unsound;
  if (suspension !== null) return `suspended: ${suspension.reason}`;
  return apiAccess ? "" : "API access is off";
}
