import { expect, it } from "vitest";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer } from "../../../testing/server.ts";
import { aServiceToken } from "../../../testing/service-token.ts";

it("says whether to let a request in, whose key it has, and how the limit stands", async () => {
  const server = await aServer();
  const organization = await anOrganization(server);
  const { key, token } = await aKey(server, organization);
  const { token: service } = await aServiceToken(server);
  const { status, body } = await server.send("/v1/verify", {
    method: "POST",
    token: service,
    body: { token },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    valid: true,
    code: "valid",
    principal: { key: { id: key.id }, organization: { id: organization.id } },
    limit: { limit: 6_000, remaining: 5_999, resetSeconds: 60 },
    endedAt: null,
  });
});
