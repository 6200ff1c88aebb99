import { installation } from "../audit/audit.ts";
import { isId } from "../id.ts";
import { serviceTokenStatusOf } from "../service-tokens/service-token.ts";
import { deedAgain, doneIf, unknown, type Enders, type Ending } from "./ending.ts";
import { endOverlapAgain, rotateAgain, type Rotated } from "./end-secrets.ts";

/** What ended with a service token, or with a secret of it. */
export const serviceTokenEnders = {
  async "service_token.revoked"(ending) {
    const token = await tokenOf(ending);
    if (token === null) return unknown;
    const { desk, now } = ending;
    return doneIf(await desk.serviceTokens.revoke({ id: token.id, now }, deedAgain(ending)));
  },
  async "service_token.rotated"(ending) {
    const rotated = await rotatedOf(ending);
    return rotated === null ? unknown : rotateAgain(ending, rotated);
  },
  async "service_token.overlap_ended"(ending) {
    const rotated = await rotatedOf(ending);
    return rotated === null ? unknown : endOverlapAgain(ending, rotated);
  },
} as const satisfies Enders;

/** They are the installation's, and no organization's log ends one. */
async function tokenOf({ desk, entry: { organizationId, object } }: Ending) {
  if (organizationId !== installation || !isId("svt", object.id)) return null;
  return desk.serviceTokens.find(object.id);
}

async function rotatedOf(ending: Ending): Promise<Rotated | null> {
  const { desk, now } = ending;
  const token = await tokenOf(ending);
  if (token === null) return null;
  const { id, secrets } = token;
  return {
    kind: "svc",
    field: "publicKeyId",
    secrets,
    rotate: (change, deed) => desk.serviceTokens.rotate({ id, ...change }, deed),
    endOverlap: (publicKeyId, deed) => desk.serviceTokens.endOverlap({ id, publicKeyId, now }, deed),
    async isOver() {
      const found = await tokenOf(ending);
      return found === null || ["expired", "revoked"].includes(serviceTokenStatusOf(found, now));
    },
  };
}
