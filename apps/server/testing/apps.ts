import { registerApp } from "@katkey/keys";
import { ownerAct, type TestOrganization } from "./people.ts";
import type { TestServer } from "./server.ts";

let registered = 0;

/** An app of this organization, registered by its owner: confidential, unless told otherwise. */
export function anApp(
  server: Pick<TestServer, "services">,
  organization: TestOrganization,
  request: Partial<Parameters<typeof registerApp>[2]> = {},
) {
  registered += 1;
  return registerApp(server.services.desk, ownerAct(server, organization), {
    name: `App ${registered}`,
    description: null,
    homepage: null,
    logo: null,
    type: "confidential",
    redirectUris: ["https://app.example.com/cb"],
    scopes: ["products:read", "usage:read"],
    ...request,
  });
}
