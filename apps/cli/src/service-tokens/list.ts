import { listServiceTokens, type ServiceDesk, type ServiceToken, type ServiceTokenId } from "@katkey/keys";
import { DatabaseError } from "@katkey/keys/sqlite";
import { usedServiceTokenViewsOf } from "@katkey/server/used-service-token-view";
import { defineCommand } from "../command/command.ts";
import { readServiceUses } from "../installation.ts";
import { coverageOf } from "./told.ts";
import { withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensList = defineCommand({
  options: { all: { about: "Those that were revoked or have expired, too" } },
  example: "katkey service-tokens list --all",
  run: (call) =>
    withServiceTokens(call, async (desk, { now }) => {
      const records = await everyPage(desk, { inUse: !call.has("all"), now });
      const views = await viewsOf(desk, records, now);
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

/** Where what was used cannot be read, they are told of as never used. */
async function viewsOf(desk: ServiceDesk, records: readonly ServiceToken[], now: number) {
  let uses: ReturnType<typeof readServiceUses>;
  try {
    uses = readServiceUses();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return usedServiceTokenViewsOf({ desk, serviceUses: { lastUses: async () => new Map() } }, records, now);
  }
  try {
    return await usedServiceTokenViewsOf({ desk, serviceUses: uses }, records, now);
  } finally {
    uses.close();
  }
}

function lineOf(view: Awaited<ReturnType<typeof viewsOf>>[number]): string {
  const { id, status, name, expiresAt, secrets, lastUse } = view;
  const expiry = expiresAt === null ? "never expires" : `expires ${expiresAt}`;
  const use = lastUse === null ? "never used" : `used ${lastUse.at} from ${lastUse.address}`;
  return [
    id,
    status.padEnd("rotating".length),
    name,
    secrets[0]?.maskedToken ?? "",
    use,
    expiry,
    coverageOf(view),
  ].join("  ");
}
