import { useQuery } from "@tanstack/react-query";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { PreviewPanel } from "./preview-panel.tsx";

interface RevocationPreviewProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
}

/** What the end of every secret would have refused. */
export function RevocationPreview(asked: RevocationPreviewProps) {
  const trpc = useTRPC();
  return <PreviewPanel preview={useQuery(trpc.keyTraffic.previewRevocation.queryOptions(asked))} />;
}
