import type { Migration } from "@katkey/keys/sqlite";
import type { DatabaseName } from "./manifest.ts";

/** The steps that each database of an installation is made by, in this version. */
export type Schema = Readonly<Record<DatabaseName, readonly Migration[]>>;
