import { useQuery } from "@tanstack/react-query";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { PreviewPanel } from "../preview/preview-panel.tsx";

interface RevocationsPreviewProps {
  readonly organizationId: OrganizationId;
  readonly keyIds: readonly KeyId[];
}

/** What the end of several keys would have refused. */
export function RevocationsPreview({ organizationId, keyIds }: RevocationsPreviewProps) {
  const trpc = useTRPC();
  const asked = { organizationId, keyIds: [...keyIds] };
  return <PreviewPanel preview={useQuery(trpc.keyTraffic.previewRevocations.queryOptions(asked))} />;
}
