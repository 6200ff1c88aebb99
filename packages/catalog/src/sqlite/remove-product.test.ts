import { expect, it } from "vitest";
import { create } from "../create.ts";
import { find } from "../find.ts";
import { listVersions } from "../list-versions.ts";
import { regenerate } from "../regenerate.ts";
import { remove } from "../remove.ts";
import { aCatalog, aRequest, ours } from "../testing/catalog.ts";

const many = 1_100;

async function aMuchWrittenProduct() {
  const catalog = aCatalog();
  const { id: productId, createdAt: now } = await create(catalog, ours, aRequest());
  const again = { productId, versions: null, keywords: [], now };
  for (let i = 1; i < many; i += 1) await regenerate(catalog, ours, again);
  return { catalog, productId };
}

it("lets others have their turn while it removes a product with many texts, and leaves none", async () => {
  const { catalog, productId } = await aMuchWrittenProduct();
  let seen = 0;
  setImmediate(async () => {
    seen = (await find(catalog, ours, productId)).listing.version;
  });
  await remove(catalog, ours, { productId, versions: null });
  expect(seen).toBe(many);
  await expect(find(catalog, ours, productId)).rejects.toThrow(
    expect.objectContaining({ code: "product_not_found" }),
  );
  await expect(listVersions(catalog, ours, { productId, limit: 1 })).rejects.toThrow(
    expect.objectContaining({ code: "product_not_found" }),
  );
});
