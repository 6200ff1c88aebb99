import { getBilling, getStatement, listBillingStatements } from "./resources/billing.ts";
import {
  editKey,
  endKeyOverlap,
  getKey,
  issueKey,
  listKeys,
  revokeKey,
  revokeSelf,
  rotateKey,
} from "./resources/keys.ts";
import {
  createProduct,
  deleteProduct,
  getProduct,
  listListingVersions,
  listProducts,
  regenerateListing,
  updateProduct,
} from "./resources/products.ts";
import type { Route } from "./route.ts";
import { getUsage } from "./resources/usage.ts";
import { getUser, getUserAlias } from "./resources/user.ts";

/** The whole REST API. */
export const routes: readonly Route[] = [
  getUser,
  getUserAlias,
  listProducts,
  createProduct,
  getProduct,
  updateProduct,
  deleteProduct,
  regenerateListing,
  listListingVersions,
  getUsage,
  getBilling,
  listBillingStatements,
  getStatement,
  listKeys,
  issueKey,
  // Before the keys by id, where `self` would be an id.
  revokeSelf,
  getKey,
  editKey,
  rotateKey,
  endKeyOverlap,
  revokeKey,
];
