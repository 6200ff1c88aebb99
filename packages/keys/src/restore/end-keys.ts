import { isId } from "../id.ts";
import { revocationReasons, statusOf } from "../keys/api-key.ts";
import { installation } from "../audit/audit.ts";
import { endOverlapAgain, rotateAgain, type Rotated } from "./end-secrets.ts";
import {
  byHand,
  deedAgain,
  doneIf,
  textIn,
  unknown,
  type Ended,
  type Enders,
  type Ending,
} from "./ending.ts";

/** What ended with a key, or with a secret of it. */
export const keyEnders = {
  "key.revoked": revokeAgain,
  async "key.rotated"(ending) {
    const rotated = await rotatedOf(ending);
    return rotated === null ? unknown : rotateAgain(ending, rotated);
  },
  async "key.overlap_ended"(ending) {
    const rotated = await rotatedOf(ending);
    return rotated === null ? unknown : endOverlapAgain(ending, rotated);
  },
  "key.quarantined": quarantineAgain,
  async "key.edited"(ending) {
    const key = await keyOf(ending);
    return key === null
      ? unknown
      : byHand("It was edited, perhaps to less: compare it with its entry.", isOver(ending));
  },
} as const satisfies Enders;

async function revokeAgain(ending: Ending): Promise<Ended> {
  const { desk, entry, now } = ending;
  const key = await keyOf(ending);
  if (key === null) return unknown;
  const { id: keyId, organizationId } = key;
  const reason = revocationReasons.find((one) => one === textIn(entry.after, "reason")) ?? "other";
  const revocation = { at: now, reason, text: textIn(entry.after, "text") };
  return doneIf(await desk.store.revoke({ organizationId, keyId, revocation }, deedAgain(ending)));
}

async function quarantineAgain(ending: Ending): Promise<Ended> {
  const { desk, entry, now } = ending;
  const key = await keyOf(ending);
  const publicKeyId = textIn(entry.after, "publicKeyId");
  if (key === null || !key.secrets.some((secret) => secret.publicKeyId === publicKeyId)) return unknown;
  const source = textIn(entry.after, "source") ?? "";
  const report = { at: now, by: "report", source, url: textIn(entry.after, "url") } as const;
  const { id: keyId, organizationId } = key;
  const change = { organizationId, keyId, publicKeyId: publicKeyId ?? "", now, report } as const;
  return doneIf(await desk.store.handleLeak({ ...change, measure: "quarantine" }, deedAgain(ending)), {
    isMoot: isOver(ending),
  });
}

async function keyOf({ desk, entry: { organizationId, object } }: Ending) {
  if (organizationId === installation || !isId("key", object.id)) return null;
  return desk.store.findKey(organizationId, object.id);
}

async function rotatedOf(ending: Ending): Promise<Rotated | null> {
  const { desk, now } = ending;
  const key = await keyOf(ending);
  if (key === null) return null;
  const { id: keyId, organizationId, environment: kind, secrets } = key;
  const which = { organizationId, keyId, now };
  return {
    kind,
    field: "publicKeyId",
    secrets,
    rotate: (change, deed) => desk.store.rotate({ ...which, ...change }, deed),
    endOverlap: (publicKeyId, deed) => desk.store.endOverlap({ ...which, publicKeyId }, deed),
    isOver: isOver(ending),
  };
}

function isOver(ending: Ending) {
  return async () => {
    const key = await keyOf(ending);
    return key === null || ["expired", "revoked"].includes(statusOf(key, ending.now));
  };
}
