import { prepareFileTallies } from "../../../packages/keys/src/sqlite/usage/file-tallies.ts";
import type { Tally } from "../../../packages/keys/src/sqlite/usage/tally.ts";
import { withDatabase } from "./database.ts";
import type { RunningServer } from "./server.ts";

const hourMs = 3_600_000;

/** Requests of one key to one route in one hour, with one class of status. */
export interface CountedRequests {
  readonly organizationId: string;
  readonly keyId: string;
  readonly publicKeyId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly requests: number;
  readonly route?: string;
  readonly statusClass?: number;
  readonly refused?: boolean;
  /** A problem's code. */
  readonly cause?: string;
  readonly environment?: "live" | "test";
}

/** Files counts as the server files them, also in months that are over: it closes those again when it is asked. */
export function countRequests(
  server: Pick<RunningServer, "dataDir">,
  counted: Iterable<CountedRequests>,
): void {
  const usual = { route: "GET /v1/products", statusClass: 2, cause: "none", environment: "live" };
  withDatabase(
    server,
    (database) => {
      const file = prepareFileTallies(database);
      database.transaction(() => {
        database.exec("update usage_closed set end = 0, kept_from = 0");
        for (const { at, refused = false, ...rest } of counted) {
          const tally = { ...usual, ...rest, refused: refused ? 1 : 0, hour: Math.floor(at / hourMs) };
          file([tally as Tally]);
        }
      })();
    },
    "usage.db",
  );
}

/** Requests of one client with one secret on one day. */
export interface SeenClient {
  readonly organizationId: string;
  readonly publicKeyId: string;
  readonly address: string;
  /** Empty: it did not say. */
  readonly userAgent: string;
  readonly requests: number;
  readonly refused?: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

const client = `
  insert into usage_client
    (public_key_id, day, address, user_agent, organization_id, requests, refused, first_at, last_at)
  values (@publicKeyId, @day, @address, @userAgent, @organizationId, @requests, @refused, @lastAt, @lastAt)`;

/** Puts clients where the server notes them. */
export function seeClients(server: Pick<RunningServer, "dataDir">, seen: readonly SeenClient[]): void {
  withDatabase(
    server,
    (database) => {
      const insert = database.prepare(client);
      for (const one of seen) insert.run({ refused: 0, ...one, day: Math.floor(one.lastAt / (24 * hourMs)) });
    },
    "usage.db",
  );
}

/** As if the organization had been made then, so that it has months that are over. */
export function ageOrganization(
  server: Pick<RunningServer, "dataDir">,
  organizationId: string,
  createdAt: number,
): void {
  withDatabase(server, (database) =>
    database.prepare("update organization set created_at = ? where id = ?").run(createdAt, organizationId),
  );
}
