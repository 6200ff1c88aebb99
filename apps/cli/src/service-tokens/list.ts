import { listServiceTokens, type ServiceDesk, type ServiceToken, type ServiceTokenId } from "@katkey/keys";
import { serviceTokenViewsOf } from "@katkey/server/service-token-view";
import { defineCommand } from "../command/command.ts";
import { coverageOf } from "./told.ts";
import { withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensList = defineCommand({
  options: { all: { about: "Those that were revoked or have expired, too" } },
  example: "katkey service-tokens list --all",
  run: (call) =>
    withServiceTokens(call, async (desk, { now }) => {
      const records = await everyPage(desk, { inUse: !call.has("all"), now });
      const views = await serviceTokenViewsOf(desk, records, now);
      return { json: views, lines: views.length === 0 ? ["There are none."] : views.map(lineOf) };
    }),
});

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
