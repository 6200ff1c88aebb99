import type { Dashboard, SessionCookie } from "../../harness/dashboard.ts";
import type { RunningServer } from "../../harness/server.ts";
import type { Journal } from "./journal.ts";

/** What one writer works with, from the start of a server to its death. */
export interface Surroundings {
  readonly server: RunningServer;
  /** The operator's, who owns both organizations. */
  readonly dashboard: Dashboard;
  readonly cookie: SessionCookie;
  /** Where keys, apps and members change. */
  readonly organizationId: `org_${string}`;
  /** Whose settings change, which would stop the others' requests. */
  readonly besideId: `org_${string}`;
  /** May change keys. */
  readonly token: string;
  readonly journal: Journal;
}

/** Some changes that belong together; rejects when the connection breaks. */
export type Story = (surroundings: Surroundings) => Promise<void>;
