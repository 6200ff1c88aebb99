import { useTranslation } from "react-i18next";
import type { OrganizationId, Role } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { ShownOnceDialog } from "../../../ui/shown-once-dialog.tsx";
import { TextSkeleton } from "../../../ui/text-skeleton.tsx";
import { IssueForm } from "./issue-form.tsx";
import { SecretOnce } from "../new-secret/secret-once.tsx";
import { newKeyOf } from "./use-issue-form.ts";
import { useKeyRules } from "../fields/use-key-rules.ts";
import { useKeysChanged } from "../use-keys-changed.ts";

interface IssueKeyDialogProps {
  readonly organizationId: OrganizationId;
  readonly role: Role;
  readonly onClose: () => void;
}

/** Asks what the new key is for, then shows its token, once. */
export function IssueKeyDialog({ organizationId, role, onClose }: IssueKeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const keysChanged = useKeysChanged();
  const rules = useKeyRules(organizationId);
  // The token lives in this mutation's result and nowhere else: gone as soon as the dialog is.
  const issue = useOnce(trpc.keys.issue.mutationOptions({ gcTime: 0, onSuccess: keysChanged }));
  return (
    <ShownOnceDialog
      title={issue.data === undefined ? t("issue") : t("issued", { name: issue.data.key.name })}
      pending={issue.isPending}
      shown={issue.data && <SecretOnce organizationId={organizationId} made={issue.data} onClose={onClose} />}
      onClose={onClose}
    >
      {rules === undefined ? (
        <TextSkeleton label={t("loadingRules")} lines={8} />
      ) : (
        <IssueForm
          role={role}
          rules={rules}
          pending={issue.isPending}
          error={issue.error}
          onSubmit={(values, onError) =>
            issue.mutate({ organizationId, key: newKeyOf(values, Date.now()) }, { onError })
          }
          onCancel={onClose}
        />
      )}
    </ShownOnceDialog>
  );
}
