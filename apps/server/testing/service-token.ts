import { issueServiceToken } from "@katkey/keys";
import type { TestServer } from "./server.ts";

let issued = 0;

/** A service token of the installation, as its shell issues them. */
export function aServiceToken(
  { services }: Pick<TestServer, "services">,
  request: Partial<Parameters<typeof issueServiceToken>[2]> = {},
) {
  issued += 1;
  const actor = { type: "shell", command: "katkey service-tokens issue" } as const;
  return issueServiceToken(
    services.desk,
    { actor, now: services.clock.now(), address: null, requestId: null },
    { name: `Service ${issued}`, organizations: null, expiresAt: null, ...request },
  );
}
