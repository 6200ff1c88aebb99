import { keyStatuses, list, type ApiKey } from "@katkey/keys";
import { listInput } from "@katkey/server/key-input";
import { defineCommand } from "../command/command.ts";
import {
  actIn,
  organizationTyped,
  withOrganizations,
  type Organizations,
} from "../organizations/with-organizations.ts";
import { listed } from "../table.ts";
import { typedAs } from "../typed-as.ts";
import { viewsOf } from "./told.ts";

export const keysList = defineCommand({
  options: {
    organization: { takes: "<id>", about: "Whose keys", required: true },
    status: { takes: "<status>", about: "Those of this one; else those in use", choices: keyStatuses },
    all: { about: "Those that were revoked or have expired, too" },
    search: {
      takes: "<text>",
      about: "Those with it in the name or the note, or with this id, publicKeyId or hint",
    },
  },
  example: "katkey keys list --organization org_0Vb3k9aQ2mT7xWcR5pLd8e --search shop",
  async run(call) {
    const organizationId = organizationTyped(call.value("organization") ?? "");
    const [status, search] = [
      call.value("status") ?? (call.has("all") ? undefined : "in_use"),
      call.value("search"),
    ];
    const filter = typedAs(listInput, { ...(status && { status }), ...(search && { search }), limit: 100 });
    return withOrganizations(async (organizations) => {
      const act = actIn(organizationId, call);
      const records = await everyPage(organizations, (page) =>
        list({ ...organizations.desk, usage: organizations.usage() }, act, { ...filter, ...page }),
      );
      const views = await viewsOf(organizations, records, call.now);
      const rows = views.map((view) => [
        view.id,
        view.status,
        view.environment,
        view.name,
        view.secrets[0]?.maskedToken ?? "",
        view.lastUse === null ? "never used" : `used ${view.lastUse.at}`,
        view.expiresAt === null ? "never expires" : `expires ${view.expiresAt}`,
      ]);
      return { json: views, lines: listed(rows) };
    });
  },
});

async function everyPage(
  { desk }: Organizations,
  read: (page: { readonly cursor?: string }) => ReturnType<Organizations["desk"]["store"]["listKeys"]>,
): Promise<readonly ApiKey[]> {
  const records: ApiKey[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof desk.store.listKeys>> = await read(
      cursor === null ? {} : { cursor },
    );
    records.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return records;
}
