import type { ServiceToken, ServiceUse, ServiceUseLog } from "@katkey/keys";
import { serviceTokenViewsOf } from "./service-token-view.ts";
import { timeOf } from "./time.ts";

interface Sources {
  readonly desk: Parameters<typeof serviceTokenViewsOf>[0];
  readonly serviceUses: Pick<ServiceUseLog, "lastUses">;
}

/** Service tokens, and when and from where each of their secrets was used last. */
export async function usedServiceTokenViewsOf(
  { desk, serviceUses }: Sources,
  records: readonly ServiceToken[],
  now: number,
) {
  const views = await serviceTokenViewsOf(desk, records, now);
  const ids = records.flatMap(({ secrets }) => secrets.map(({ publicKeyId }) => publicKeyId));
  const lastUses = await serviceUses.lastUses(ids);
  return views.map(({ secrets, ...view }) => ({
    ...view,
    lastUse: lastUseViewOf(latestOf(secrets.flatMap(({ publicKeyId }) => lastUses.get(publicKeyId) ?? []))),
    secrets: secrets.map((secret) => ({
      ...secret,
      lastUse: lastUseViewOf(lastUses.get(secret.publicKeyId)),
    })),
  }));
}

function latestOf(uses: readonly ServiceUse[]): ServiceUse | undefined {
  return uses.toSorted((a, b) => b.at - a.at)[0];
}

/** `null`: never. */
function lastUseViewOf(use: ServiceUse | undefined) {
  return use === undefined ? null : { at: timeOf(use.at), address: use.address };
}
