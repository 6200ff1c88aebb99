import { create, find, list, listVersions, regenerate, remove, update } from "@katkey/catalog";
import { CatalogError, type Product, type ProductId, type Shelf } from "@katkey/catalog";
import { isId, type Principal } from "@katkey/keys";
import type { Answer } from "../../http/answer.ts";
import {
  createInput,
  patchInput,
  productsQuery,
  regenerateInput,
  versionsQuery,
} from "../../input/product-input.ts";
import { listingViewOf, productViewOf } from "../../view/product-view.ts";
import { placeOf } from "../reading/cursor.ts";
import { underCondition } from "../reading/if-match.ts";
import { nothing } from "../reading/input.ts";
import { defineRoute, type Admitted, type Once } from "../route.ts";
import * as about from "./products-about.ts";

const findClaim: Once["find"] = ({ catalog }, organizationId, claimId, now) =>
  catalog.store.findClaim(organizationId, claimId, now);

const showCreated: Once["show"] = async (principal, { services }, id) =>
  created(await find(services.catalog, shelfOf(principal), productIdOf(id)));

const reading = { scopes: ["products:read"], body: nothing } as const;
const writing = { scopes: ["products:write"], query: nothing } as const;

export const listProducts = defineRoute(
  { method: "GET", path: "/v1/products", ...reading, query: productsQuery, about: about.listing },
  async (principal, { services: { catalog, cursors }, query: { limit, cursor, q } }) => {
    const place = placeOf(principal, "/v1/products", q === undefined ? {} : { q });
    const before = cursor === undefined ? {} : { before: productIdOf(cursors.open(place, cursor)) };
    const search = q === undefined ? {} : { search: q };
    const page = await list(catalog, shelfOf(principal), { limit, ...search, ...before });
    const nextCursor = page.nextCursor && cursors.seal(place, page.nextCursor);
    return { status: 200, body: { data: page.items.map(productViewOf), nextCursor } };
  },
);

export const createProduct = defineRoute(
  {
    method: "POST",
    path: "/v1/products",
    ...writing,
    body: createInput,
    about: about.creating,
    once: { find: findClaim, show: showCreated },
  },
  async (principal, { services, act: { now, claim = null }, body }) =>
    created(await create(services.catalog, shelfOf(principal), { ...body, now, claim })),
);

export const getProduct = defineRoute(
  { method: "GET", path: "/v1/products/{id}", ...reading, query: nothing, about: about.reading },
  async (principal, call) =>
    showing(await find(call.services.catalog, shelfOf(principal), productIdIn(call))),
);

export const updateProduct = defineRoute(
  { method: "PATCH", path: "/v1/products/{id}", ...writing, body: patchInput, about: about.updating },
  async (principal, call) => {
    const { services, act, request, body: patch } = call;
    const target = { productId: productIdIn(call), now: act.now, patch };
    return underCondition(request, async (versions) =>
      showing(await update(services.catalog, shelfOf(principal), { ...target, versions })),
    );
  },
);

export const deleteProduct = defineRoute(
  { method: "DELETE", path: "/v1/products/{id}", ...writing, body: nothing, about: about.removing },
  async (principal, call) => {
    const productId = productIdIn(call);
    await underCondition(call.request, (versions) =>
      remove(call.services.catalog, shelfOf(principal), { productId, versions }),
    );
    return { status: 204 };
  },
);

export const regenerateListing = defineRoute(
  {
    method: "POST",
    path: "/v1/products/{id}/regenerate",
    ...writing,
    body: regenerateInput,
    about: about.regenerating,
  },
  async (principal, call) => {
    const { services, act, request, body } = call;
    const target = { ...body, productId: productIdIn(call), now: act.now };
    return underCondition(request, async (versions) =>
      showing(await regenerate(services.catalog, shelfOf(principal), { ...target, versions })),
    );
  },
);

export const listListingVersions = defineRoute(
  {
    method: "GET",
    path: "/v1/products/{id}/versions",
    ...reading,
    query: versionsQuery,
    about: about.listingVersions,
  },
  async (principal, call) => {
    const { services, query } = call;
    const { catalog, cursors } = services;
    const productId = productIdIn(call);
    const place = placeOf(principal, "/v1/products/{id}/versions", { productId });
    const before = query.cursor === undefined ? {} : { before: Number(cursors.open(place, query.cursor)) };
    const request = { productId, limit: query.limit, ...before };
    const page = await listVersions(catalog, shelfOf(principal), request);
    const nextCursor = page.nextCursor && cursors.seal(place, page.nextCursor);
    return { status: 200, body: { data: page.items.map(listingViewOf), nextCursor } };
  },
);

function shelfOf({ organization, environment }: Principal): Shelf {
  return { organizationId: organization.id, environment };
}

function created(product: Product): Answer {
  return { ...showing(product, 201), headers: { Location: `/v1/products/${product.id}` } };
}

function showing(product: Product, status = 200): Answer {
  return { status, body: productViewOf(product) };
}

function productIdIn({ parameters: { id = "" } }: Admitted): ProductId {
  return productIdOf(id);
}

/** What is no id at all is answered as an id that nobody has. */
function productIdOf(id: string): ProductId {
  if (isId("prd", id)) return id;
  throw new CatalogError("product_not_found", "There is no such product.");
}
