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

const tally = `
  insert into tally (public_key_id, hour, route, status_class, refused, cause, organization_id, environment, key_id, requests)
  values (@publicKeyId, @hour, @route, @statusClass, @refused, @cause, @organizationId, @environment, @keyId, @requests)`;

/** Puts counts where the server tallies them, also in months that are over: it closes those again when it is asked. */
export function countRequests(
  server: Pick<RunningServer, "dataDir">,
  counted: Iterable<CountedRequests>,
): void {
  withDatabase(
    server,
    (database) => {
      const insert = database.prepare(tally);
      database.transaction(() => {
        database.exec("update usage_closed set end = 0, kept_from = 0");
        for (const { at, refused = false, ...rest } of counted) {
          const usual = { route: "GET /v1/products", statusClass: 2, cause: "none", environment: "live" };
          insert.run({ ...usual, ...rest, refused: refused ? 1 : 0, hour: Math.floor(at / hourMs) });
        }
      })();
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
