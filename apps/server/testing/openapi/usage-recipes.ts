import type { Recipe } from "./recipe.ts";

export const usageRecipes: Readonly<Record<string, Recipe>> = {
  getUsage: {
    refusals: {
      environment_not_allowed: async (world, send) => {
        const { token } = await world.key({ environment: "test" });
        return send({ token, query: "environment=live" });
      },
      usage_range_invalid: (_world, send) => send({ query: "from=2026-11-21&to=2026-11-20" }),
      cursor_invalid: (_world, send) => send({ query: "cursor=x" }),
    },
  },
};
