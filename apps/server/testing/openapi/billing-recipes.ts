import type { Provocation, Recipe } from "./recipe.ts";

const asTestKey: Provocation = async (world, send) => {
  const { token } = await world.key({ environment: "test" });
  return send({ token });
};

export const billingRecipes: Readonly<Record<string, Recipe>> = {
  getBilling: { refusals: { environment_not_allowed: asTestKey } },

  listStatements: {
    refusals: {
      environment_not_allowed: asTestKey,
      cursor_invalid: (_world, send) => send({ query: "cursor=x" }),
    },
  },

  getStatement: {
    prepare: async () => ({ parameters: { month: "2026-10" } }),
    refusals: {
      environment_not_allowed: asTestKey,
      statement_not_found: (_world, send) => send({ parameters: { month: "2026-11" } }),
    },
  },
};
