import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { retiringSecretOf } from "../key-secrets.ts";
import type { SecretView } from "../key-types.ts";
import { OverlapEndPreview } from "../preview/overlap-end-preview.tsx";
import { RevocationPreview } from "../preview/revocation-preview.tsx";
import { OverlapOutcome } from "./overlap-outcome.tsx";

interface RotationOutcomeProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly replaced: SecretView | null;
  /** `null`: not chosen yet. */
  readonly overlapSeconds: number | null;
}

/** What the choice means, and what it would have refused: nothing, where every secret goes on for a while. */
export function RotationOutcome({ organizationId, apiKey, replaced, overlapSeconds }: RotationOutcomeProps) {
  const asked = { organizationId, keyId: apiKey.id };
  // The old secret of a rotation that still runs is refused by the next one.
  const endsOverlap = overlapSeconds !== 0 && retiringSecretOf(apiKey) !== null;
  return (
    <>
      <OverlapOutcome replaced={replaced} overlapSeconds={overlapSeconds} expiresAt={apiKey.expiresAt} />
      {overlapSeconds === 0 && <RevocationPreview {...asked} />}
      {endsOverlap && <OverlapEndPreview {...asked} />}
    </>
  );
}
