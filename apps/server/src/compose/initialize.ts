import { randomBytes } from "node:crypto";
import { createIdentity } from "@katkey/identity";
import { createOrganization, type Membership } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { findDataDirectory } from "../start/data-directory.ts";
import { readSessionSecret } from "../start/session-secret.ts";
import { StartError } from "../start/start-error.ts";
import { leftIn } from "./assert-beginning.ts";
import { openFiles } from "./open-files.ts";
import { schema } from "./schema.ts";
import { sealingOf } from "./sealing-of.ts";

interface Beginning {
  /** What the first organization is called, of which the administrator is the owner; absent: none is made. */
  readonly organization?: string;
  readonly now: number;
}

interface Begun {
  /** `null`: the settings name no administrator. */
  readonly administrator: { readonly email: string } | null;
  readonly organization: Membership["organization"] | null;
}

/**
 * Makes the data of an installation, and the account and the organization with which it begins.
 * @throws StartError where there is one, DatabaseError, IdentityError
 */
export async function initialize(config: Config, { organization, now }: Beginning): Promise<Begun> {
  assertNothingIn(config);
  const { database, usageDatabase, secret } = openFiles(config, {
    now,
    log: createLog("silent"),
    isFirst: true,
  });
  try {
    const { origin, operator } = config;
    const identity = identityOn(database, { origin, secret, now });
    const administrator = operator && (await identity.ensureOperator({ name: "Operator", ...operator }));
    if (administrator === null || organization === undefined) return { administrator, organization: null };
    const made = await createOrganization(
      { tenancy: sqlite.createSqliteTenancyStore(database), random: randomBytes },
      {
        name: organization,
        plan: "standard",
        owner: { userId: administrator.id, email: administrator.email },
        now,
        address: null,
        requestId: null,
      },
    );
    return { administrator, organization: made.organization };
  } finally {
    usageDatabase.close();
    database.close();
  }
}

/** One setup link, good for an hour; earlier ones end. `null`: somebody has an account. @throws StartError, DatabaseError */
export function makeSetupLink(config: Config, now: number): string | null {
  const files = findDataDirectory(config.dataDirectory);
  const sealing = sealingOf(config, () => {});
  const database = sqlite.changeDatabase(files.database, schema["katkey.db"], sealing);
  try {
    const { origin } = config;
    const secret = readSessionSecret(files.sessionSecret, randomBytes);
    const identity = identityOn(database, { origin, secret, now });
    const token = identity.createSetupToken(now);
    return token === null ? null : `${origin}/setup#${token}`;
  } finally {
    database.close();
  }
}

interface Basis {
  readonly origin: string;
  readonly secret: string;
  readonly now: number;
}

function identityOn(database: ReturnType<typeof sqlite.openDatabase>, { origin, secret, now }: Basis) {
  const write = sqlite.createWrite(database);
  return createIdentity({ database, write, origin, secret, now: () => now, random: randomBytes });
}

function assertNothingIn(config: Config): void {
  if (leftIn(config).length === 0) return;
  throw new StartError(
    `${config.dataDirectory} is not empty: there is an installation already, or something else. Start what is there, or set KATKEY_DATA_DIR to another place.`,
  );
}
