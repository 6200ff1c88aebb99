import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { patchOf, type EditValues } from "./key-patch.ts";
import { narrowingOf } from "./narrowing.ts";

/**
 * Nobody saves what would have refused requests without having seen which: the first attempt shows the preview, the
 * second one is meant.
 */
export function useEditGuard(organizationId: OrganizationId, before: KeyView) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [now] = useState(Date.now);
  const [warnedOf, setWarnedOf] = useState<string | null>(null);
  const [isChecking, setIsChecking] = useState(false);

  const narrowing = (values: EditValues) => narrowingOf(before, patchOf(before, values, now));
  const refuses = async (patch: NonNullable<ReturnType<typeof narrowing>>) => {
    const asked = { organizationId, keyId: before.id, patch };
    const preview = await queryClient.fetchQuery(trpc.keyTraffic.previewEdit.queryOptions(asked));
    return preview.effects.length > 0;
  };
  return {
    isChecking,
    narrowing,
    isWarned: (values: EditValues) => warnedOf !== null && warnedOf === JSON.stringify(narrowing(values)),
    async check(values: EditValues, send: () => void): Promise<void> {
      const patch = narrowing(values);
      if (patch === null || warnedOf === JSON.stringify(patch)) return send();
      setIsChecking(true);
      // What cannot be looked at is judged when it is sent, in the words of its field.
      const refusing = await refuses(patch).catch(() => false);
      setIsChecking(false);
      if (!refusing) return send();
      setWarnedOf(JSON.stringify(patch));
    },
  };
}
