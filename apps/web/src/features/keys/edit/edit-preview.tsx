import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { KeyView, OrganizationId } from "../../../lib/api-types.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import { PreviewPanel } from "../preview/preview-panel.tsx";
import { refusedFields } from "../refused-fields.ts";
import { patchOf, type EditValues } from "./key-patch.ts";
import { narrowingOf } from "./narrowing.ts";

interface EditPreviewProps {
  readonly organizationId: OrganizationId;
  readonly before: KeyView;
  /** As they stand in the form. */
  readonly values: EditValues;
}

/** While somebody types. */
const pause = 400;

/** What the edit would have refused, as soon as it takes something away. */
export function EditPreview({ organizationId, before, values }: EditPreviewProps) {
  const trpc = useTRPC();
  const [now] = useState(Date.now);
  const [settled] = useDebouncedValue(values, pause);
  const patch = narrowingOf(before, patchOf(before, settled, now));
  const preview = useQuery({
    ...trpc.keyTraffic.previewEdit.queryOptions(
      patch === null ? skipToken : { organizationId, keyId: before.id, patch },
    ),
    placeholderData: keepPreviousData,
  });
  // What is wrong with a field is said there, when it is sent.
  const isFieldsFault = Object.keys(refusedFields(preview.error)).length > 0;
  return patch === null || isFieldsFault ? null : <PreviewPanel preview={preview} />;
}
