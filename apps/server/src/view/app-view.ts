import { thumbprintOf, type AppWithSecret, type PartnerApp, type Secret } from "@katkey/keys";
import { secretStateOf } from "./secret-state.ts";
import { timeOf } from "./time.ts";

/** An app as its owner sees it, never with a secret. */
export function appViewOf(app: PartnerApp, { brand, now }: { readonly brand: string; readonly now: number }) {
  const { organizationId: _, disabledAt, blockedAt, createdAt, secrets, publicKeys, ...rest } = app;
  return {
    ...rest,
    disabledAt: timeOf(disabledAt),
    blockedAt: timeOf(blockedAt),
    createdAt: timeOf(createdAt),
    /** What it proves itself by instead of a secret, each with the thumbprint by which people compare two. */
    publicKeys: publicKeys.map((key) => ({ ...key, thumbprint: thumbprintOf(key) })),
    /** Newest first: the current one, and the one it replaced last. */
    secrets: secrets.map((secret) => secretViewOf(secret, brand, now)),
  };
}

/** The one answer that holds the secret; `null`: there is none. */
export function appWithSecretViewOf(
  { app, secret }: AppWithSecret,
  surroundings: { readonly brand: string; readonly now: number },
) {
  return { app: appViewOf(app, surroundings), secret };
}

/** What everybody may see who is asked to connect an app, or has connected it. */
export function shownAppViewOf(app: Omit<PartnerApp, "secrets">) {
  const { id, name, description, homepage, logo, type } = app;
  return { id, name, description, homepage, logo, type };
}

function secretViewOf(secret: Secret, brand: string, now: number) {
  const { publicKeyId, hint, createdAt, retiresAt, retiredAt } = secret;
  return {
    id: publicKeyId,
    /** How people recognize it: all of it that is safe to show. */
    maskedSecret: `${brand}_ocs_…${hint}`,
    state: secretStateOf(secret, now),
    createdAt: timeOf(createdAt),
    /** When it was refused first, or will be. */
    retiresAt: timeOf(retiredAt ?? retiresAt),
  };
}
