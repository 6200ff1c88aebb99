import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { ConfigError, readConfig } from "@katkey/server/config";
import { openDataDirectory } from "@katkey/server/data-directory";
import { StartError } from "@katkey/server/start-error";
import { guideOf } from "./guide.ts";
import { openInstallation } from "./installation.ts";
import { seedInstallation } from "./seed.ts";
import { stories } from "./stories.ts";

// Fills the data directory of an installation that does not exist yet; the server is then started on it as on any.
try {
  const { dataDirectory, origin, tokenBrand: brand } = readConfig();
  const files = openDataDirectory(dataDirectory);
  // Never beside what somebody needs.
  if (readdirSync(dataDirectory).length > 0) throw new StartError(`${dataDirectory} is not empty.`);
  const now = Date.now();
  const installation = openInstallation({ files, now, random: randomBytes, brand });
  const stages = await seedInstallation(installation, { now, seed: 1, stories });
  installation.close();
  console.log(guideOf(stages, origin));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
