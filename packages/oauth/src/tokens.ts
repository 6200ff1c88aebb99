import { createToken, hashToken, isId } from "@katkey/keys";
import type { Provider } from "oidc-provider";
import type { OAuthSettings } from "./settings.ts";

/** Gives tokens the form of all our tokens, so that whatever looks for leaked ones finds these too. */
export function nameTokens(provider: Provider, { desk }: Pick<OAuthSettings, "desk">): void {
  const name = (prototype: object, kind: "oat" | "ort") => {
    const generate: unknown = Reflect.get(prototype, method);
    if (typeof generate !== "function") throw new Error(`oidc-provider has no ${method} any more`);
    Reflect.set(prototype, method, function named(this: object): string {
      // It also notes in which format the token is stored.
      generate.call(this);
      return createToken(desk.brand, kind, desk.random);
    });
  };
  name(provider.AccessToken.prototype, "oat");
  name(provider.ClientCredentials.prototype, "oat");
  name(provider.RefreshToken.prototype, "ort");
}

/** Nobody declares it. */
const method = "generateTokenId";

/** Compares client secrets by their hashes: the library would want them as they are. */
export function compareSecrets(provider: Provider, { desk, now }: Pick<OAuthSettings, "desk" | "now">): void {
  provider.Client.prototype.compareClientSecret = async function compare(secret) {
    const { clientId } = this;
    return isId("app", clientId) && desk.apps.isSecretOf(clientId, hashToken(secret), now());
  };
}
