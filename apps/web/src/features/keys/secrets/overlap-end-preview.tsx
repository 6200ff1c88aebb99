import { useQuery } from "@tanstack/react-query";
import type { KeyId, OrganizationId } from "../../../lib/api-types.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import { PreviewPanel } from "../preview/preview-panel.tsx";

interface OverlapEndPreviewProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
}

export function OverlapEndPreview(asked: OverlapEndPreviewProps) {
  const trpc = useTRPC();
  return <PreviewPanel oldSecret preview={useQuery(trpc.keyTraffic.previewOverlapEnd.queryOptions(asked))} />;
}
