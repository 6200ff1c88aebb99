import type { IncomingMessage } from "node:http";
import type { AppDesk, AppId, UserId } from "@katkey/keys";
import type { ArtifactStore } from "./artifact-store.ts";

/** What the protocol works with. */
export interface OAuthSettings {
  /** Scheme, host and port under which everybody sees this installation. */
  readonly origin: string;
  /** What the keys are derived from: at least 32 random characters, kept over restarts, the same for every process. */
  readonly secret: string;
  readonly desk: AppDesk;
  readonly artifacts: ArtifactStore;
  readonly now: () => number;
  /** Whether an operator keeps this user out. */
  readonly isBanned: (userId: UserId) => boolean;
  /** Who is signed in to the dashboard, in the browser that asks; `null`: nobody. */
  readonly userOf: (request: IncomingMessage) => Promise<UserId | null>;
  /**
   * Told of each request whose client could not prove who it is. `null`, or after how many seconds it may try again
   * because there were too many.
   */
  readonly onClientRefused: (request: IncomingMessage) => Promise<number | null>;
  /**
   * Told of each request to connect that is pushed here: of the app that proved who it is, or of `null`, where anybody
   * could have sent it. `null`, or after how many seconds it may come again because there were too many.
   */
  readonly onPushed: (request: IncomingMessage, app: AppId | null) => Promise<number | null>;
  /** Told of what is nobody's refusal. */
  readonly onFault: (request: IncomingMessage, cause: unknown) => void;
}
