import {
  issueServiceToken,
  revokeServiceToken,
  rotateServiceToken,
  type InstallationAct,
  type ServiceTokenId,
} from "@katkey/keys";
import type { Cast } from "./cast.ts";
import type { Installation } from "./installation.ts";
import { operator } from "./people.ts";
import type { Stage } from "./stage.ts";
import type { Timeline } from "./timeline.ts";
import { dayMs, hoursAgo, onDay } from "./when.ts";

interface Telling {
  readonly timeline: Timeline;
  readonly cast: Cast;
  readonly stages: readonly Stage[];
}

/** What the company's own services ask with: one for good, one of which nothing is left, one in the middle of a rotation. */
export function tellServiceTokens(installation: Installation, { timeline, cast, stages }: Telling): void {
  const { desk, serviceUses, newRequestId } = installation;
  const actAt = async (now: number): Promise<InstallationAct> => {
    const { id: userId, email } = await cast(operator, now);
    const actor = { type: "operator", userId, email } as const;
    return { actor, now, address: "203.0.113.20", requestId: newRequestId() };
  };
  const issued = new Map<string, ServiceTokenId>();
  const issue = async (name: string, at: number, partner?: Stage) => {
    const organizations = partner === undefined ? null : [partner.organizationId];
    const request = { name, organizations, expiresAt: at + 365 * dayMs };
    const { record } = await issueServiceToken(desk, await actAt(at), request);
    issued.set(name, record.id);
  };
  const called = (name: string) => issued.get(name) ?? "svt_none";
  /** From each address with another secret, the newest first. */
  const use = async (name: string, at: number, addresses: readonly string[]) => {
    const token = await desk.serviceTokens.find(called(name));
    for (const [index, { publicKeyId }] of token?.secrets.entries() ?? []) {
      const address = addresses[index];
      if (address !== undefined) serviceUses.note({ publicKeyId, at, address });
    }
  };
  const { now } = timeline;

  timeline.at(onDay(60, "09:05")(now), (at) => issue("Staging proxy", at));
  timeline.at(onDay(44, "13:40")(now), (at) => issue("API gateway in Frankfurt", at));
  timeline.at(onDay(43, "08:05")(now), (at) => use("Staging proxy", at, ["203.0.113.40"]));
  timeline.at(onDay(43, "08:20")(now), async (at) =>
    revokeServiceToken(desk, await actAt(at), called("Staging proxy")),
  );
  timeline.at(onDay(12, "15:10")(now), (at) => issue("Partner checkout", at, stages.at(-1)));
  timeline.at(onDay(2, "10:30")(now), async (at) =>
    rotateServiceToken(desk, await actAt(at), {
      id: called("API gateway in Frankfurt"),
      overlapSeconds: (7 * dayMs) / 1_000,
    }),
  );
  timeline.at(hoursAgo(0.4)(now), (at) => use("Partner checkout", at, ["203.0.113.90"]));
  timeline.at(hoursAgo(0.05)(now), (at) =>
    use("API gateway in Frankfurt", at, ["198.51.100.8", "198.51.100.7"]),
  );
}
