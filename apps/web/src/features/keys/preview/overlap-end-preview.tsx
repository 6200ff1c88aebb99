import { useQuery } from "@tanstack/react-query";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { PreviewPanel } from "./preview-panel.tsx";

interface OverlapEndPreviewProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
}

/** What the end of the old secret would have refused since the rotation. */
export function OverlapEndPreview(asked: OverlapEndPreviewProps) {
  const trpc = useTRPC();
  return <PreviewPanel oldSecret preview={useQuery(trpc.keyTraffic.previewOverlapEnd.queryOptions(asked))} />;
}
