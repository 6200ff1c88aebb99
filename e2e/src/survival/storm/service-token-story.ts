import { randomUUID } from "node:crypto";
import type { Story } from "./surroundings.ts";

/** A service token from its issue to its revocation: an installation has room for a hundred. */
export const serviceTokensLive: Story = async ({ dashboard, journal }) => {
  const { serviceTokens } = dashboard.instance;
  const name = `Storm ${randomUUID()}`;
  const { serviceToken } = await journal.send({ action: "service_token.issued", subject: name }, () =>
    serviceTokens.issue.mutate({ name, organizations: null, expiresAt: null }),
  );
  const { id } = serviceToken;
  await journal.send({ action: "service_token.rotated", subject: id }, () =>
    serviceTokens.rotate.mutate({ id, overlapSeconds: 60 }),
  );
  await journal.send({ action: "service_token.overlap_ended", subject: id }, () =>
    serviceTokens.endOverlap.mutate({ id }),
  );
  await journal.send({ action: "service_token.revoked", subject: id }, () =>
    serviceTokens.revoke.mutate({ id }),
  );
};
