import {
  listingListAnswer,
  productAnswer,
  productListAnswer,
  type ListingView,
  type ProductView,
} from "../../view/product-answer.ts";
import type { About } from "../about.ts";

const firstListing: ListingView = {
  title: "Stovetop kettle – tea",
  description:
    "The Stovetop kettle from our Kitchen range comes in red and holds 1.7 l. Please ask us if you would like to know more.",
  bullets: ["Material – brushed steel"],
  version: 1,
  engine: "template",
  language: "en",
  tone: "neutral",
  createdAt: "2026-11-21T12:00:00.000Z",
};

const exampleProduct: ProductView = {
  id: "prd_0Rk3VvN2sQ7xYb5LmT9cHd",
  name: "Stovetop kettle",
  sku: "KET-17-RED",
  category: "Kitchen",
  price: { amount: 4900, currency: "EUR" },
  attributes: { colour: "red", volume: "1.7 l", material: "brushed steel" },
  listing: firstListing,
  version: 1,
  createdAt: "2026-11-21T12:00:00.000Z",
  updatedAt: "2026-11-21T12:00:00.000Z",
};

const secondListing: ListingView = {
  ...firstListing,
  title: "Stovetop kettle – tea",
  description:
    "Let us tell you about the Stovetop kettle from our Kitchen corner: it is made of brushed steel and holds 1.7 l. If you would like to know more, simply ask us.",
  bullets: ["Colour – red"],
  version: 2,
  tone: "friendly",
  createdAt: "2026-11-22T09:30:00.000Z",
};

const changed = { version: 2, updatedAt: "2026-11-22T09:30:00.000Z" };

const id = { id: { description: "The product's id.", example: exampleProduct.id } };

export const listing: About = {
  operationId: "listProducts",
  tag: "Products",
  summary: "List the organization's products",
  description: "Newest first. A live key sees live products only, a test key test ones.",
  answer: {
    status: 200,
    description: "A page of products.",
    schema: productListAnswer,
    example: { data: [exampleProduct], nextCursor: null },
  },
  errors: ["cursor_invalid"],
};

export const creating: About = {
  operationId: "createProduct",
  tag: "Products",
  summary: "Create a product and its listing text",
  description:
    "Only the name is needed; the more there is to say, the better the text, which leaves out the price. If no text can be written, no product is created.",
  example: {
    name: "Stovetop kettle",
    sku: "KET-17-RED",
    category: "Kitchen",
    price: { amount: 4900, currency: "EUR" },
    attributes: { colour: "red", volume: "1.7 l", material: "brushed steel" },
    language: "en",
    tone: "neutral",
    keywords: ["tea"],
  },
  answer: {
    status: 201,
    description: "The new product.",
    schema: productAnswer,
    example: exampleProduct,
    headers: { Location: "The path of the new product." },
  },
  // A replay of what is gone by now.
  errors: ["sku_taken", "text_engine_failed", "product_not_found"],
};

export const reading: About = {
  operationId: "getProduct",
  tag: "Products",
  summary: "Read a product",
  description: "What belongs to another organization or environment is 404.",
  parameters: id,
  answer: { status: 200, description: "The product.", schema: productAnswer, example: exampleProduct },
  errors: ["product_not_found"],
};

export const updating: About = {
  operationId: "updateProduct",
  tag: "Products",
  summary: "Change what is said of a product",
  description:
    "A JSON merge patch (RFC 7396): what is absent stays, `null` removes, `price` and `attributes` are merged by name. The listing stays until it is regenerated.",
  parameters: id,
  conditional: true,
  example: { price: { amount: 4500 }, attributes: { colour: "blue", material: null } },
  answer: {
    status: 200,
    description: "The product as it is now.",
    schema: productAnswer,
    example: {
      ...exampleProduct,
      ...changed,
      price: { amount: 4500, currency: "EUR" },
      attributes: { colour: "blue", volume: "1.7 l" },
    },
  },
  errors: ["product_not_found", "product_invalid", "sku_taken"],
};

export const removing: About = {
  operationId: "deleteProduct",
  tag: "Products",
  summary: "Delete a product for good",
  description: "With every text that was written for it. Its SKU is free again.",
  parameters: id,
  conditional: true,
  answer: { status: 204, description: "The product is gone.", schema: null, example: null },
  errors: ["product_not_found"],
};

export const regenerating: About = {
  operationId: "regenerateListing",
  tag: "Products",
  summary: "Write a new version of the listing text",
  description:
    "About the product as it is now. The earlier versions are kept. If no text can be written, nothing changes.",
  parameters: id,
  conditional: true,
  example: { tone: "friendly", keywords: ["tea"] },
  answer: {
    status: 200,
    description: "The product with its new listing.",
    schema: productAnswer,
    example: { ...exampleProduct, ...changed, listing: secondListing },
  },
  errors: ["product_not_found", "product_changed", "text_engine_failed"],
};

export const listingVersions: About = {
  operationId: "listListingVersions",
  tag: "Products",
  summary: "List every listing text that was written for a product",
  description: "Newest first.",
  parameters: id,
  answer: {
    status: 200,
    description: "A page of listings.",
    schema: listingListAnswer,
    example: { data: [secondListing, firstListing], nextCursor: null },
  },
  errors: ["product_not_found", "cursor_invalid"],
};
