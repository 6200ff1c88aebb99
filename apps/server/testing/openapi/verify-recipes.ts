import type { Recipe } from "./recipe.ts";
import type { World } from "./world.ts";

/** Of the documented example only the token is another: one that somebody issued. */
function recipeFor(bodyFor: (token: string) => object): Recipe {
  return {
    prepare: async (world: World) => ({ token: await world.serviceToken(), body: bodyFor(world.token) }),
    refusals: {
      body_too_large: (_world, send) => send({ body: { token: "x".repeat(110_000) } }),
    },
  };
}

export const verifyRecipes: Readonly<Record<string, Recipe>> = {
  verifyRequest: recipeFor((token) => ({ token, scopes: ["products:read"], route: "/orders/{id}" })),
  verifyRequests: recipeFor((token) => ({ requests: [{ token }, { token: "x", cost: 0 }] })),
};
