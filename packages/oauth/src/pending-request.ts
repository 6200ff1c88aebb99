import type { IncomingMessage, ServerResponse } from "node:http";
import { isId, type AppId, type GrantId, type OrganizationId, type Scope, type UserId } from "@katkey/keys";
import { errors, type InteractionResults, type Provider } from "oidc-provider";
import { answerOnce } from "./answer-once.ts";
import type { OAuthSettings } from "./settings.ts";

/** An authorization request that waits for somebody. Each answer resolves to where the browser goes on. */
export interface PendingRequest {
  readonly appId: AppId;
  /** `login`: for anybody to sign in. `consent`: for this user to decide. */
  readonly waitsFor: "login" | "consent";
  /** Whom it was opened for; `null` before somebody has signed in. */
  readonly userId: UserId | null;
  /** Those of the scopes asked for that are declared. */
  readonly scopes: readonly Scope[];
  /** Where the answer goes. */
  readonly redirectUri: string;
  /** The one that the app would like. */
  readonly organizationId: OrganizationId | null;
  signIn(userId: UserId): Promise<string>;
  /** `null`: it was answered already, and nothing is given. */
  connect(give: () => Promise<GrantId>): Promise<string | null>;
  /** `null`: it was answered already. */
  refuse(): Promise<string | null>;
}

interface Asking {
  readonly provider: Provider;
  readonly settings: Pick<OAuthSettings, "artifacts" | "now" | "desk">;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** The request that this browser was sent here with; `null` when it is over, or was another browser's. */
export async function pendingOf(
  { provider, settings }: Asking,
  exchange: Exchange,
  uid: string,
): Promise<PendingRequest | null> {
  const interaction = await interactionOf(provider, exchange);
  if (interaction === null || interaction.uid !== uid) return null;
  const { params, prompt, session } = interaction;
  const appId = textOf(params["client_id"]);
  if (!isId("app", appId)) return null;
  const organizationId = textOf(params["organization"]);
  const userId = session?.accountId ?? "";
  const finish = (result: InteractionResults) =>
    provider.interactionResult(exchange.request, exchange.response, result);
  return {
    appId,
    waitsFor: prompt.name === "login" ? "login" : "consent",
    userId: isId("usr", userId) ? userId : null,
    scopes: textOf(params["scope"])
      .split(" ")
      .flatMap((name) => settings.desk.scopes.find(name) ?? []),
    redirectUri: textOf(params["redirect_uri"]),
    organizationId: isId("org", organizationId) ? organizationId : null,
    signIn: (accountId) => finish({ login: { accountId, remember: false } }),
    connect: (give) => answerOnce(settings, uid, async () => finish({ consent: { grantId: await give() } })),
    refuse: () => answerOnce(settings, uid, () => finish(refusal)),
  };
}

const refusal = { error: "access_denied", error_description: "the user refused" } as const;

async function interactionOf(provider: Provider, { request, response }: Exchange) {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return null;
    throw error;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
