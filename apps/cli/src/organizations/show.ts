import { surveyOrganization } from "@katkey/keys";
import { surveyViewOf } from "@katkey/server/survey-view";
import { defineCommand } from "../command/command.ts";
import { tableOf } from "../table.ts";
import { organization, organizationTyped, withOrganizations } from "./with-organizations.ts";

export const orgShow = defineCommand({
  arguments: organization,
  example: "katkey org show org_0Vb3k9aQ2mT7xWcR5pLd8e",
  run: (call) =>
    withOrganizations(async ({ desk, usage }) => {
      const organizationId = organizationTyped(call.given("organization"));
      const survey = await surveyOrganization({ ...desk, usage: usage() }, { organizationId, now: call.now });
      const view = surveyViewOf(survey);
      const { suspension } = view;
      const lines = tableOf([
        ["id", view.id],
        ["name", view.name],
        ["plan", view.plan],
        ["created", view.createdAt],
        ["keys in use", `${view.keysInUse}${view.keyLimit === null ? "" : ` of ${view.keyLimit}`}`],
        ["requests this month", String(view.requestsThisMonth)],
        ["requests per minute", String(view.requestsPerMinute)],
        ["API access", view.apiAccess ? "on" : "off"],
        ["suspended", suspension === null ? "no" : `since ${suspension.at}: ${suspension.reason}`],
      ]);
      return { json: view, lines };
    }),
});
