import { CatalogError } from "@katkey/catalog";
import type { Provocation, Recipe, Sending } from "./recipe.ts";
import type { World } from "./world.ts";

let products = 0;

const aBody = () => ({
  name: `Kettle ${(products += 1)}`,
  sku: `SKU-${products}`,
  price: { amount: 4900, currency: "EUR" },
});

async function create({ server, token }: World, body: object = aBody()) {
  const made = await server.send("/v1/products", { method: "POST", token, body });
  return { path: `/v1/products/${made.body.id}`, id: String(made.body.id), body };
}

async function aProduct(world: World): Promise<Sending> {
  const { id } = await create(world);
  return { parameters: { id } };
}

const notFound: Recipe["refusals"] = {
  product_not_found: (_world, send) => send({ parameters: { id: "prd_0" } }),
};

const withoutText: Provocation = (world, send) => {
  world.before("write", () => {
    throw new CatalogError("text_engine_failed", "No text.");
  });
  return send();
};

export const productRecipes: Readonly<Record<string, Recipe>> = {
  listProducts: {
    prepare: aProduct,
    refusals: { cursor_invalid: (_world, send) => send({ query: "cursor=x" }) },
  },

  createProduct: {
    once: { method: "insert", body: aBody },
    refusals: {
      sku_taken: async (world, send) => {
        const { body } = await create(world);
        return send({ body });
      },
      text_engine_failed: withoutText,
      product_not_found: async (world, send) => {
        const sending = { headers: { "idempotency-key": `product-${products}` }, body: aBody() };
        const { headers } = await send(sending);
        await world.server.send(String(headers["location"]), { method: "DELETE", token: world.token });
        return send(sending);
      },
    },
  },

  getProduct: { prepare: aProduct, refusals: notFound },

  updateProduct: {
    prepare: aProduct,
    refusals: {
      ...notFound,
      product_invalid: async (world, send) => {
        const { id } = await create(world, { name: "Priceless" });
        return send({ parameters: { id }, body: { price: { amount: 1 } } });
      },
      sku_taken: async (world, send) => {
        await create(world, { name: "First", sku: "FIRST" });
        return send({ body: { sku: "FIRST" } });
      },
    },
  },

  deleteProduct: { prepare: aProduct, refusals: notFound },

  regenerateListing: {
    prepare: aProduct,
    refusals: {
      ...notFound,
      text_engine_failed: withoutText,
      product_changed: async (world, send) => {
        const { path, id } = await create(world);
        const meanwhile = async () => {
          world.before("addListing", meanwhile);
          const body = { name: `Renamed ${(products += 1)}` };
          await world.server.send(path, { method: "PATCH", token: world.token, body });
        };
        world.before("addListing", meanwhile);
        return send({ parameters: { id } });
      },
    },
  },

  listListingVersions: {
    prepare: aProduct,
    refusals: { ...notFound, cursor_invalid: (_world, send) => send({ query: "cursor=x" }) },
  },
};
