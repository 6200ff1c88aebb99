import type { ApiKey, OrganizationId } from "@katkey/keys";
import { DatabaseError } from "@katkey/keys/sqlite";
import { keyViewsOf } from "@katkey/server/key-view";
import type { Organizations } from "../organizations/with-organizations.ts";
import { unsound, withUnsound } from "../soundness.ts";

export type KeyView = Awaited<ReturnType<typeof viewOf>>;

/** Of keys of one organization, with what of them is not what was sealed. */
export async function viewsOf(organizations: Organizations, keys: readonly ApiKey[], now: number) {
  const [first] = keys;
  if (first === undefined) return [];
  const { organizationId } = first;
  const views = (await usedViewsOf(organizations, keys, now)).map((view) => ({ organizationId, ...view }));
  return withUnsound(organizations.soundness, views, rowsOf).map((view) =>
    view.unsound.length > 0 && isInUse(view) ? { ...view, ...refused(view) } : { ...view },
  );
}

/** One, as it is now. */
export async function viewOf(organizations: Organizations, record: ApiKey, now: number) {
  const [view] = await viewsOf(organizations, [record], now);
  if (view === undefined) throw new Error("A key has a view.");
  return view;
}

type Used = Awaited<ReturnType<typeof usedViewsOf>>[number];
type Owned = Used & { readonly organizationId: OrganizationId };

/** Where what was counted cannot be read, keys are told of without what it says of them. */
async function usedViewsOf({ desk, usage }: Organizations, keys: readonly ApiKey[], now: number) {
  try {
    return await keyViewsOf({ desk, usage: usage() }, keys, now);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const views = await keyViewsOf({ desk, usage: { lastUses: async () => new Map() } }, keys, now);
    return views.map((view) => ({
      ...view,
      lastUse: undefined,
      rotationVerdict: undefined,
      secrets: view.secrets.map((secret) => ({ ...secret, lastUse: undefined })),
    }));
  }
}

const secretTable = "key_secret";

/** What must be sound for it to let somebody in. */
function rowsOf({ id, organizationId, responsibleMemberId, secrets }: Owned) {
  return [
    { table: "api_key", id },
    { table: "organization", id: organizationId },
    { table: "member", id: responsibleMemberId },
    ...secrets.filter(isLive).map(({ publicKeyId }) => ({ table: secretTable, id: publicKeyId })),
  ];
}

function isInUse({ status }: Used): boolean {
  return status === "active" || status === "rotating";
}

function isLive({ state }: Used["secrets"][number]): boolean {
  return state === "current" || state === "retiring";
}

/** Nobody may believe what else it says. */
function refused(view: ReturnType<typeof withUnsound<Owned>>[number]) {
  const isRefused = (publicKeyId: string) =>
    view.unsound.some(({ table, id }) => table !== secretTable || id === publicKeyId);
  return {
    status: unsound,
    secrets: view.secrets.map((secret) =>
      isLive(secret) && isRefused(secret.publicKeyId) ? { ...secret, state: unsound } : secret,
    ),
  };
}
