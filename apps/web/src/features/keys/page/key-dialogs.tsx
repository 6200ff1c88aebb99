import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import type { EditWishes } from "../edit/key-patch.ts";
import { EditDialog } from "../edit/edit-dialog.tsx";
import { EndOverlapDialog } from "../secrets/end-overlap-dialog.tsx";
import { ReleaseDialog } from "../secrets/release-dialog.tsx";
import { RevokeDialog } from "../revoke/revoke-dialog.tsx";
import { RotateDialog } from "../rotate/rotate-dialog.tsx";

export type KeyDialog = "rotate" | "end_overlap" | "release" | "revoke" | "edit";

interface KeyDialogsProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly opened: KeyDialog | null;
  readonly wishes: EditWishes;
  readonly onClose: () => void;
}

/** The changes of one key, at most one of them open. */
export function KeyDialogs({ organizationId, apiKey, opened, wishes, onClose }: KeyDialogsProps) {
  const changing = { organizationId, apiKey, onClose };
  return (
    <>
      {opened === "rotate" && <RotateDialog {...changing} />}
      {opened === "end_overlap" && <EndOverlapDialog {...changing} />}
      {opened === "release" && <ReleaseDialog {...changing} />}
      {opened === "revoke" && <RevokeDialog {...changing} />}
      {opened === "edit" && <EditDialog {...changing} wishes={wishes} />}
    </>
  );
}
