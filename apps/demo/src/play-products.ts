import { create, regenerate, update } from "@katkey/catalog";
import type { Stage } from "./stage.ts";

/** Tells the timeline what becomes of each product. */
export function tellProducts(stage: Stage): void {
  const { installation, timeline, story } = stage;
  const { catalog } = installation;
  const { now } = timeline;
  for (const product of story.products) {
    timeline.at(product.created(now), async (at) => {
      const shelf = {
        organizationId: stage.organizationId,
        environment: product.environment ?? "live",
      } as const;
      const { rewritten = [], updated, tone = "neutral", keywords = [] } = product;
      const { id: productId } = await create(catalog, shelf, {
        ...product,
        tone,
        keywords,
        claim: null,
        now: at,
      });
      const change = { productId, versions: null };
      for (const { at: when, ...how } of rewritten) {
        timeline.at(when(now), (at) => regenerate(catalog, shelf, { ...change, ...how, keywords, now: at }));
      }
      if (updated) {
        const { patch } = updated;
        timeline.at(updated.at(now), (at) => update(catalog, shelf, { ...change, patch, now: at }));
      }
    });
  }
}
