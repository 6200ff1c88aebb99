import type { PartnerApp } from "../apps/partner-app.ts";
import type { AppPatch } from "../apps/app-store.ts";
import { grantEnds } from "../grants/grant.ts";
import { isId } from "../id.ts";
import {
  already,
  byHand,
  deedAgain,
  doneIf,
  textIn,
  unknown,
  type Ended,
  type Enders,
  type Ending,
} from "./ending.ts";
import { endOverlapAgain, rotateAgain, type Rotated } from "./end-secrets.ts";
import { withoutRemovedKeys } from "./removed-keys.ts";

/** What ended with a partner app, with a secret of it, or with a grant. */
export const appEnders = {
  "app.disabled": (ending) =>
    changeAgain(ending, ({ disabledAt }) => (disabledAt === null ? { disabledAt: ending.now } : null)),
  "app.blocked": (ending) =>
    changeAgain(ending, ({ blockedAt }) => (blockedAt === null ? { blockedAt: ending.now } : null)),
  "app.refused": (ending) =>
    changeAgain(ending, ({ approval }) => (approval === "refused" ? null : { approval: "refused" })),
  "app.disconnected": disconnectAgain,
  async "app.secret_rotated"(ending) {
    const rotated = await rotatedOf(ending);
    return rotated === null ? unknown : rotateAgain(ending, rotated);
  },
  async "app.secret_overlap_ended"(ending) {
    const rotated = await rotatedOf(ending);
    return rotated === null ? unknown : endOverlapAgain(ending, rotated);
  },
  async "app.offer_withdrawn"(ending) {
    const app = await appOf(ending);
    return app === null ? unknown : byHand("Its owner took its offer back: take it back once more.");
  },
  async "app.edited"(ending) {
    const { outcome } = await changeAgain(ending, (app) => withoutRemovedKeys(app, ending.entry, ending.now));
    if (outcome === "unknown") return unknown;
    return byHand(
      "It was edited: compare where it sends people, and its public keys, with its entry. Keys that were taken away are; if others had come, it is disabled until they are entered.",
    );
  },
} as const satisfies Enders;

/** Of the organization whose log tells of it: what one writes of another's ends nothing. */
async function appOf({ desk, entry: { organizationId, object } }: Ending): Promise<PartnerApp | null> {
  const app = isId("app", object.id) ? await desk.apps.find(object.id) : null;
  return app?.organizationId === organizationId ? app : null;
}

async function changeAgain(ending: Ending, patchOf: (app: PartnerApp) => AppPatch | null): Promise<Ended> {
  const app = await appOf(ending);
  if (app === null) return unknown;
  const patch = patchOf(app);
  if (patch === null) return already;
  const { organizationId, id, revision } = app;
  const { apps } = ending.desk;
  const change = { organizationId, id, revision, patch };
  const deed = deedAgain(ending);
  return doneIf(
    await (patch.approval === "refused" ? apps.withdraw(change, deed) : apps.change(change, deed)),
  );
}

async function disconnectAgain(ending: Ending): Promise<Ended> {
  const { desk, entry, now } = ending;
  const grant = isId("grt", entry.object.id) ? await desk.grants.find(entry.object.id) : null;
  if (grant === null || grant.organizationId !== entry.organizationId) return unknown;
  const { organizationId, id } = grant;
  const cause = grantEnds.find((one) => one === textIn(entry.after, "cause")) ?? "revoked";
  return doneIf(await desk.grants.end({ organizationId, id, cause, now }, deedAgain(ending)));
}

async function rotatedOf(ending: Ending): Promise<Rotated | null> {
  const { desk, now } = ending;
  const app = await appOf(ending);
  if (app === null) return null;
  const { organizationId, id, secrets } = app;
  return {
    kind: "ocs",
    field: "secretId",
    secrets,
    rotate: (change, deed) => desk.apps.rotateSecret({ organizationId, id, ...change }, deed),
    endOverlap: (secretId, deed) => desk.apps.endOverlap({ organizationId, id, secretId, now }, deed),
    // A disabled one can be enabled.
    isOver: async () => false,
  };
}
