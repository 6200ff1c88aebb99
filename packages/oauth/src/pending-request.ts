import type { IncomingMessage, ServerResponse } from "node:http";
import { isId, type AppId, type GrantId, type OrganizationId, type UserId } from "@katkey/keys";
import { errors, type InteractionResults, type Provider } from "oidc-provider";
import type { ArtifactStore } from "./artifact-store.ts";
import type { Interaction } from "./library.ts";

/** An authorization request that waits for somebody. Each answer resolves to where the browser goes on. */
export interface PendingRequest {
  readonly appId: AppId;
  /** `login`: for anybody to sign in. `consent`: for this user to decide. */
  readonly waitsFor: "login" | "consent";
  /** Whom it was opened for; `null` before somebody has signed in. */
  readonly userId: UserId | null;
  readonly scopes: readonly string[];
  /** Where the answer goes. */
  readonly redirectUri: string;
  /** The one that the app would like. */
  readonly organizationId: OrganizationId | null;
  signIn(userId: UserId): Promise<string>;
  connect(grantId: GrantId): Promise<string>;
  refuse(): Promise<string>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Surroundings {
  readonly provider: Provider;
  readonly artifacts: ArtifactStore;
}

/** The request that this browser was sent here with; `null` when it is over, or was another browser's. */
export async function pendingOf(
  surroundings: Surroundings,
  exchange: Exchange,
  uid: string,
): Promise<PendingRequest | null> {
  const interaction = await interactionOf(surroundings, exchange);
  if (interaction === null || interaction.uid !== uid) return null;
  const { params, prompt, session } = interaction;
  const appId = textOf(params["client_id"]);
  if (!isId("app", appId)) return null;
  const organizationId = textOf(params["organization"]);
  const userId = session?.accountId ?? "";
  const finish = (result: InteractionResults) =>
    surroundings.provider.interactionResult(exchange.request, exchange.response, result);
  return {
    appId,
    waitsFor: prompt.name === "login" ? "login" : "consent",
    userId: isId("usr", userId) ? userId : null,
    scopes: textOf(params["scope"]).split(" "),
    redirectUri: textOf(params["redirect_uri"]),
    organizationId: isId("org", organizationId) ? organizationId : null,
    async signIn(accountId) {
      await forgetOthers(surroundings.artifacts, interaction, accountId);
      return finish({ login: { accountId, remember: false } });
    },
    connect: (grantId) => finish({ consent: { grantId } }),
    refuse: () => finish({ error: "access_denied", error_description: "the user refused" }),
  };
}

async function interactionOf({ provider }: Surroundings, { request, response }: Exchange) {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return null;
    throw error;
  }
}

/**
 * The protocol's session of somebody who used this browser before. The library would have its end confirmed on a page of
 * its own.
 */
async function forgetOthers(
  artifacts: ArtifactStore,
  interaction: Interaction,
  userId: UserId,
): Promise<void> {
  const { session } = interaction;
  if (session === undefined || session.accountId === userId) return;
  delete interaction.session;
  await interaction.persist();
  await artifacts.removeByUid({ model: "Session", uid: session.uid });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
