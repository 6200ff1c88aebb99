import { closeDueMonths, endOfMonth, monthOf } from "@katkey/keys";
import { createCast } from "./cast.ts";
import { createChance } from "./chance.ts";
import type { Installation } from "./installation.ts";
import { createNotice } from "./notice.ts";
import type { OrganizationStory } from "./organization-story.ts";
import { tellKeys } from "./play-keys.ts";
import { tellPartnerApps } from "./partner-apps.ts";
import { found } from "./play-organization.ts";
import { tellProducts } from "./play-products.ts";
import { requestsOf } from "./requests.ts";
import { tellServiceTokens } from "./service-tokens.ts";
import { tellSignIns } from "./sign-ins.ts";
import type { Stage } from "./stage.ts";
import { createTimeline, type Timeline } from "./timeline.ts";
import { hourMs } from "./when.ts";

export interface Seeding {
  readonly now: number;
  /** Decides about whatever nobody wrote down, such as how many requests there were. */
  readonly seed: number;
  readonly stories: readonly OrganizationStory[];
}

/**
 * Plays the stories up to now, each of their acts by the verb that people have for it and at its time; what their
 * keys were used for is counted in bulk. Needs an installation that nobody has used.
 */
export async function seedInstallation(
  installation: Installation,
  { now, seed, stories }: Seeding,
): Promise<readonly Stage[]> {
  const timeline = createTimeline(now);
  const cast = createCast(installation);
  const stages: Stage[] = [];
  const begin = Math.min(...stories.map(({ founded }) => founded(now)));
  for (const story of stories) {
    timeline.at(story.founded(now), async (at) => {
      const stage = await found({ installation, timeline, cast, story }, at);
      tellKeys(stage);
      tellProducts(stage);
      stages.push(stage);
    });
  }
  tellServiceTokens(installation, { timeline, cast, stages });
  // It takes one that offers an app and one that connects it.
  if (stories.length > 1) tellPartnerApps(installation, { timeline, stages });
  tellSignIns({ installation, timeline, stages, chance: createChance(seed), begin });
  const notice = createNotice(installation, now);
  const countUntil = createCounting(installation, { now, stages, seed: seed + 1, begin, notice });
  tellClosings(installation, { timeline, begin, countUntil });
  await timeline.play();
  countUntil(now);
  await notice.end();
  // The server goes on counting in the running hour.
  await installation.billing.usage.closeBefore(now - (now % hourMs));
  return stages;
}

interface Counting extends Omit<Seeding, "stories"> {
  readonly stages: readonly Stage[];
  readonly begin: number;
  readonly notice: ReturnType<typeof createNotice>;
}

/** Counts what all keys were used for since it was asked last. */
function createCounting({ countUses }: Installation, { now, stages, seed, begin, notice }: Counting) {
  const chance = createChance(seed);
  let counted = begin;
  return (to: number): void => {
    const span = { from: counted, to };
    for (const { keys, story } of stages) {
      for (const run of keys.values()) {
        const uses = [...requestsOf(run, { span, now, chance, outages: story.outages })];
        countUses(uses);
        for (const use of uses) notice.see(use);
      }
    }
    counted = to;
  };
}

interface Closings {
  readonly timeline: Timeline;
  readonly begin: number;
  countUntil(end: number): void;
}

/** A minute after its end each month gets its statements, as from a server that runs. */
function tellClosings({ billing }: Installation, { timeline, begin, countUntil }: Closings): void {
  for (let end = endOfMonth(monthOf(begin)); end + 60_000 <= timeline.now; end = endOfMonth(monthOf(end))) {
    timeline.at(end + 60_000, async (now) => {
      countUntil(end);
      await closeDueMonths(billing, { now });
    });
  }
}
