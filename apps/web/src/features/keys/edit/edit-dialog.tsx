import { useTranslation } from "react-i18next";
import { useMembership } from "../../../lib/sign-in/session.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { toastUndoable } from "../../../ui/toast-undoable.tsx";
import { EditForm } from "./edit-form.tsx";
import { inverseOf, patchOf, type EditWishes } from "./key-patch.ts";
import type { KeyDialogProps } from "../key-types.ts";
import { useKeysChanged } from "../use-keys-changed.ts";
import { useUndoEdit } from "../use-undo-edit.ts";

interface EditDialogProps extends KeyDialogProps {
  readonly wishes: EditWishes;
}

/** Changes what a key is called, may do, and from where. Never its secret. */
export function EditDialog({ organizationId, apiKey, wishes, onClose }: EditDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const { role } = useMembership(organizationId);
  const edit = useOnce(trpc.keys.edit.mutationOptions({ onSettled: useKeysChanged() }));
  const undoEdit = useUndoEdit(organizationId, apiKey.id);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("edit.title", { name: apiKey.name })}
      size="lg"
      locked={edit.isPending}
    >
      <EditForm
        organizationId={organizationId}
        apiKey={apiKey}
        wishes={wishes}
        role={role}
        pending={edit.isPending}
        error={edit.error}
        onSubmit={(before, wanted, onError) => {
          const patch = patchOf(before, wanted, Date.now());
          if (Object.keys(patch).length === 0) return onClose();
          const onSuccess = (edited: { readonly revision: number }) => {
            toastUndoable(t("edit.done"), () => undoEdit(inverseOf(before, patch), edited));
            onClose();
          };
          edit.mutate({ organizationId, keyId: apiKey.id, patch }, { onSuccess, onError });
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
