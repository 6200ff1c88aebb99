import { listServiceTokens, type ServiceDesk, type ServiceToken, type ServiceTokenId } from "@katkey/keys";
import { serviceTokenViewsOf } from "@katkey/server/service-token-view";
import type { Command } from "../command.ts";
import { coverageOf, json } from "./told.ts";
import { withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensList: Command = {
  name: "service-tokens list",
  about: "List the service tokens in use, newest first",
  options: { all: { about: "Those that were revoked or have expired, too" }, json },
  async run(call) {
    const { say, options } = call;
    return withServiceTokens(call, "service-tokens list", async (desk, { now }) => {
      const records = await everyPage(desk, { inUse: !options.has("all"), now });
      const views = await serviceTokenViewsOf(desk, records, now);
      if (options.has("json")) say(JSON.stringify(views));
      else if (views.length === 0) say("There are none.");
      else for (const view of views) say(lineOf(view));
      return 0;
    });
  },
};

async function everyPage(
  desk: ServiceDesk,
  query: { readonly inUse: boolean; readonly now: number },
): Promise<readonly ServiceToken[]> {
  const records: ServiceToken[] = [];
  let before: ServiceTokenId | undefined;
  do {
    const page = await listServiceTokens(desk, { ...query, ...(before && { before }), limit: 100 });
    records.push(...page.items);
    before = page.nextCursor === null ? undefined : page.items.at(-1)?.id;
  } while (before !== undefined);
  return records;
}

function lineOf(view: Awaited<ReturnType<typeof serviceTokenViewsOf>>[number]): string {
  const { id, status, name, expiresAt, secrets } = view;
  const expiry = expiresAt === null ? "never expires" : `expires ${expiresAt}`;
  return [
    id,
    status.padEnd("rotating".length),
    name,
    secrets[0]?.maskedToken ?? "",
    expiry,
    coverageOf(view),
  ].join("  ");
}
