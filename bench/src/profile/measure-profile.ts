import { freePort } from "../../../scripts/free-port.mjs";
import { tokensInUse, type Generated } from "../generated/generate.ts";
import { startKatkey } from "../http/contenders.ts";
import type { Route } from "../http/routes.ts";
import { burst, writeLoad, type LoadPlan } from "../load/burst.ts";
import { profileWhile } from "./inspector.ts";
import type { CpuProfile } from "./shares.ts";

interface ProfilePlan extends LoadPlan {
  readonly installation: Generated;
  readonly inUse: number;
  readonly route: Route;
}

/** Where the server's time goes while it is busy with one route. */
export async function measureProfile({
  installation,
  inUse,
  route,
  ...load
}: ProfilePlan): Promise<CpuProfile> {
  const port = await freePort();
  const server = await startKatkey(installation.directory, [
    "--inspect-publish-uid=http",
    `--inspect=127.0.0.1:${port}`,
  ]);
  const requests = tokensInUse(installation, inUse).map((token) => route.requestFor(token));
  const file = writeLoad(requests, server);
  await burst(server, file, load);
  const profile = await profileWhile(port, () => burst(server, file, load));
  await server.stop();
  return profile;
}
