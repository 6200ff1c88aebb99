import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { ShownOnceDialog } from "../../ui/shown-once-dialog.tsx";
import { IssueForm } from "./issue-form.tsx";
import { requestOf } from "./issue-values.ts";
import { TokenOnce } from "./token-once.tsx";
import { useServiceTokensChanged } from "./use-service-tokens-changed.ts";

/** Asks what the service token is for, then shows it, once. */
export function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("serviceTokens");
  const trpc = useTRPC();
  // The token lives in this mutation's result and nowhere else: gone as soon as the dialog is.
  const issue = useOnce(
    trpc.instance.serviceTokens.issue.mutationOptions({ gcTime: 0, onSuccess: useServiceTokensChanged() }),
  );
  const { data } = issue;
  return (
    <ShownOnceDialog
      title={data === undefined ? t("issue.title") : t("issue.done", { name: data.serviceToken.name })}
      pending={issue.isPending}
      shown={data && <TokenOnce token={data.token} onClose={onClose} />}
      onClose={onClose}
    >
      <IssueForm
        pending={issue.isPending}
        error={issue.error}
        onSubmit={(values) => issue.mutate(requestOf(values, Date.now()))}
        onCancel={onClose}
      />
    </ShownOnceDialog>
  );
}
