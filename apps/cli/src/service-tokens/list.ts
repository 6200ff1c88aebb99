import { listServiceTokens, type ServiceDesk, type ServiceToken, type ServiceTokenId } from "@katkey/keys";
import { DatabaseError } from "@katkey/keys/sqlite";
import { usedServiceTokenViewsOf } from "@katkey/server/used-service-token-view";
import { defineCommand } from "../command/command.ts";
import { readServiceUses } from "../installation.ts";
import { tellUnsound, unsound, withUnsound } from "../soundness.ts";
import { lastUseWords, notesOfUses } from "../words/last-use.ts";
import { coverageOf } from "./told.ts";
import { withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensList = defineCommand({
  options: { all: { about: "Those that were revoked or have expired, too" } },
  example: "katkey service-tokens list --all",
  run: (call) =>
    withServiceTokens(call, async (desk, { now }) => {
      const records = await everyPage(desk, { inUse: !call.has("all"), now });
      const views = withUnsound(desk.soundness, await usedViewsOf(desk, records, now), rowsOf).map(asJudged);
      const told = tellUnsound(desk.soundness, views, "service token");
      return {
        json: views,
        lines: [],
        table: views.map(rowOf),
        well: told.well,
        notes: [...notesOfUses(views), ...told.notes],
      };
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

/** Where what was used cannot be read, they are told of without. */
async function usedViewsOf(desk: ServiceDesk, records: readonly ServiceToken[], now: number) {
  let uses: ReturnType<typeof readServiceUses>;
  try {
    uses = readServiceUses();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const unread = { desk, serviceUses: { lastUses: async () => new Map() } };
    const views = await usedServiceTokenViewsOf(unread, records, now);
    return views.map((view) => ({
      ...view,
      lastUse: undefined,
      secrets: view.secrets.map((secret) => ({ ...secret, lastUse: undefined })),
    }));
  }
  try {
    return await usedServiceTokenViewsOf({ desk, serviceUses: uses }, records, now);
  } finally {
    uses.close();
  }
}

type Used = Awaited<ReturnType<typeof usedViewsOf>>[number];

/** What must be sound for it to let a service in. */
function rowsOf({ id, secrets }: Used) {
  const live = secrets.filter(({ state }) => state === "current" || state === "retiring");
  return [
    { table: "service_token", id },
    ...live.map(({ publicKeyId }) => ({ table: "service_token_secret", id: publicKeyId })),
  ];
}

function asJudged(view: ReturnType<typeof withUnsound<Used>>[number]) {
  const isInUse = view.status === "active" || view.status === "rotating";
  return { ...view, status: view.unsound.length > 0 && isInUse ? unsound : view.status };
}

function rowOf(view: ReturnType<typeof asJudged>): readonly string[] {
  const { id, status, name, expiresAt, secrets, lastUse } = view;
  return [
    id,
    status,
    name,
    secrets[0]?.maskedToken ?? "",
    lastUseWords(lastUse),
    expiresAt === null ? "never expires" : `expires ${expiresAt}`,
    coverageOf(view),
  ];
}
