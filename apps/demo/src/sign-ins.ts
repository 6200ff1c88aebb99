import { auditPerson } from "@katkey/server/person-audit";
import type { Chance } from "./chance.ts";
import type { Installation } from "./installation.ts";
import type { Stage } from "./stage.ts";
import type { Timeline } from "./timeline.ts";
import { dayMs, hourMs } from "./when.ts";

interface SigningIn {
  readonly installation: Installation;
  readonly timeline: Timeline;
  /** Those that are founded, at any time. */
  readonly stages: readonly Stage[];
  readonly chance: Chance;
  readonly begin: number;
}

/** How many of the members sign in on a day: a session lasts some. */
const share = 0.06;

/** Tells the timeline who signs in on each day: some of those who are members then, in the morning. */
export function tellSignIns({ installation, timeline, stages, chance, begin }: SigningIn): void {
  const { desk, audit } = installation;
  const signIn = (of: ReturnType<typeof membersOf>[number]) => async (at: number) => {
    await auditPerson({ tenancy: desk.tenancy, audit }, "member.signed_in", { ...of, at });
  };
  for (let morning = begin - (begin % dayMs) + dayMs + 6 * hourMs; morning < timeline.now; morning += dayMs) {
    timeline.at(morning, async () => {
      for (const member of membersOf(stages)) {
        const at = Math.floor(morning + chance() * 4 * hourMs);
        if (chance() < share && at <= timeline.now) timeline.at(at, signIn(member));
      }
    });
  }
}

/** Each once, although some are in two organizations: from where they joined first. */
function membersOf(stages: readonly Stage[]) {
  const members = stages.flatMap(({ actors, story }) =>
    [...actors.values()].map(({ userId: id, email }) => {
      return [id, { user: { id, email }, address: story.office }] as const;
    }),
  );
  return [...new Map(members.toReversed()).values()];
}
