import { whatNeedsYou } from "@katkey/keys";
import { needViewsOf } from "../view/need-view.ts";
import { peakViewOf } from "../view/peak-view.ts";
import { memberProcedure, router } from "./init.ts";

/** Of each reason as many as one looks through at a glance; the rest are counted. */
const mostKeys = 5;
const dayMs = 24 * 60 * 60 * 1_000;

export const homeRouter = router({
  /** What the caller can settle: for managers about every key, for others about those they answer for. */
  needs: memberProcedure.query(async ({ ctx: { services, act, now } }) => {
    const needs = await whatNeedsYou({ ...services.desk, usage: services.usage }, act, mostKeys);
    return needViewsOf(services, needs, now);
  }),

  /** How close the last 30 days came to the limit; for every member: each role has `usage:read`. */
  peak: memberProcedure.query(async ({ ctx: { services, act } }) => {
    const peak = await services.traffic.peak(act.organizationId, { since: act.now - 30 * dayMs });
    return peakViewOf(peak);
  }),
});
