import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { PreviewPanel } from "../preview/preview-panel.tsx";
import { refusedFields } from "../refused-fields.ts";
import type { Narrowing } from "./narrowing.ts";

interface EditPreviewProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
  /** What the form takes away; `null`: nothing. */
  readonly narrowing: Narrowing | null;
  /** It must be seen now. */
  readonly isDue: boolean;
}

/** While somebody types. */
const pause = 400;

/** What the edit would have refused, as soon as it takes something away. */
export function EditPreview({ organizationId, keyId, narrowing, isDue }: EditPreviewProps) {
  const trpc = useTRPC();
  const element = useRef<HTMLDivElement>(null);
  const [settled] = useDebouncedValue(JSON.stringify(narrowing), isDue ? 0 : pause);
  const isSettled = settled === JSON.stringify(narrowing);
  const asked = narrowing === null || !isSettled ? skipToken : { organizationId, keyId, patch: narrowing };
  const preview = useQuery({
    ...trpc.keyTraffic.previewEdit.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (isDue) element.current?.scrollIntoView({ block: "nearest" });
  }, [isDue]);
  // What is wrong with a field is said there, when it is sent.
  const isFieldsFault = Object.keys(refusedFields(preview.error)).length > 0;
  if (narrowing === null || isFieldsFault) return null;
  return (
    <div ref={element}>
      <PreviewPanel preview={preview} />
    </div>
  );
}
