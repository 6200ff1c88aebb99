import { billingRecipes } from "./billing-recipes.ts";
import { forwardAuthRecipes } from "./forward-auth-recipes.ts";
import { keyRecipes } from "./key-recipes.ts";
import { productRecipes } from "./product-recipes.ts";
import type { Recipe } from "./recipe.ts";
import { usageRecipes } from "./usage-recipes.ts";
import { verifyRecipes } from "./verify-recipes.ts";

/** By operation: every operation has one, if an empty one. */
export const recipes: Readonly<Record<string, Recipe>> = {
  getUser: {},
  getUserAlias: {},
  ...productRecipes,
  ...usageRecipes,
  ...billingRecipes,
  ...keyRecipes,
  ...verifyRecipes,
  ...forwardAuthRecipes,
};
