import type { Recipe } from "./recipe.ts";

export const forwardAuthRecipes: Readonly<Record<string, Recipe>> = {
  forwardAuth: {
    prepare: async () => ({ query: "scope=products:read&route=orders" }),
    refusals: {
      // Other parameters may be called token: they are those of somebody else's API.
      token_in_url: async (world, send) => send({ query: `uri=/orders?x=${(await world.key()).token}` }),
    },
  },
};
