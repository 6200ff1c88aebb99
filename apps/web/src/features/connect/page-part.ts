import type { ConnectDetails } from "./connect-requests.ts";
import type { useAnswer } from "./use-connect.ts";

/** What each state of the page is made from. */
export interface PagePartProps {
  readonly details: ConnectDetails;
  readonly answer: ReturnType<typeof useAnswer>;
  /** Somebody signed in or out: what is to be decided is read again. */
  readonly onChanged: () => Promise<ConnectDetails | undefined>;
}
