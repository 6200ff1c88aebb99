import { aCatalog } from "../testing/catalog.ts";
import { describeCatalogStore } from "../testing/catalog-store-contract.ts";

describeCatalogStore("the catalog store on SQLite", aCatalog);
