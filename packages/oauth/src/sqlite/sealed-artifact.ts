import { sealedTable } from "@katkey/keys/sqlite";
import { oauthArtifact } from "./schema.ts";

/** Of this package: with a seal nobody makes a token, or uses a code twice, by writing to the database. */
export const sealedArtifact = {
  ...sealedTable(oauthArtifact, [
    oauthArtifact.id,
    oauthArtifact.model,
    oauthArtifact.publicId,
    oauthArtifact.grantId,
    oauthArtifact.uid,
    oauthArtifact.payload,
    oauthArtifact.expiresAt,
    oauthArtifact.consumedAt,
  ]),
  isSwept: true,
};
