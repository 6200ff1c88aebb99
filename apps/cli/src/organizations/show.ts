import { surveyOrganization } from "@katkey/keys";
import { surveyViewOf } from "@katkey/server/survey-view";
import { defineCommand } from "../command/command.ts";
import { tellUnsound } from "../soundness.ts";
import { tableOf } from "../words/table.ts";
import { organizationMeant, withOrganizations } from "./with-organizations.ts";

export const orgShow = defineCommand({
  arguments: {
    organization: { takes: "[id]", about: "Begins with org_; else the only organization there is" },
  },
  example: "katkey org show org_0Vb3k9aQ2mT7xWcR5pLd8e",
  run: (call) =>
    withOrganizations(async (organizations) => {
      const { desk, usage, soundness } = organizations;
      const { organizationId, notes } = await organizationMeant(
        organizations,
        call.given("organization") || undefined,
      );
      const survey = await surveyOrganization({ ...desk, usage: usage() }, { organizationId, now: call.now });
      const unsound = soundness.unsoundOf([{ table: "organization", id: organizationId }]);
      const view = { ...surveyViewOf(survey), unsound };
      const { suspension } = view;
      const lines = tableOf([
        ["id", view.id],
        ["name", view.name],
        ...(unsound.length > 0 ? [["state", "unsound: not what was sealed, and so refused"]] : []),
        ["plan", view.plan],
        ["created", view.createdAt],
        ["keys in use", `${view.keysInUse}${view.keyLimit === null ? "" : ` of ${view.keyLimit}`}`],
        ["requests this month", String(view.requestsThisMonth)],
        ["requests per minute", String(view.requestsPerMinute)],
        ["API access", view.apiAccess ? "on" : "off"],
        ["suspended", suspension === null ? "no" : `since ${suspension.at}: ${suspension.reason}`],
      ]);
      const told = tellUnsound(soundness, [view], "organization");
      return { json: view, lines, well: told.well, notes: [...notes, ...told.notes] };
    }),
});
