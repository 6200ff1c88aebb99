import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/trpc.ts";
import { useOnce } from "../../lib/use-once.ts";
import { IssueForm } from "./issue-form.tsx";
import { requestOf } from "./issue-values.ts";
import { TokenDialog } from "./token-dialog.tsx";
import { useServiceTokensChanged } from "./use-service-tokens-changed.ts";

interface IssueDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks what the service token is for, then shows it, once. */
export function IssueDialog({ opened, onClose }: IssueDialogProps) {
  const { t } = useTranslation("serviceTokens");
  const trpc = useTRPC();
  // The token lives in this mutation's result and nowhere else: gone as soon as the dialog is.
  const issue = useOnce(
    trpc.instance.serviceTokens.issue.mutationOptions({ gcTime: 0, onSuccess: useServiceTokensChanged() }),
  );
  const close = () => {
    issue.reset();
    onClose();
  };
  const { data } = issue;
  return (
    <TokenDialog
      title={data === undefined ? t("issue.title") : t("issue.done", { name: data.serviceToken.name })}
      opened={opened}
      pending={issue.isPending}
      made={data}
      onClose={close}
    >
      <IssueForm
        pending={issue.isPending}
        error={issue.error}
        onSubmit={(values) => issue.mutate(requestOf(values, Date.now()))}
        onCancel={close}
      />
    </TokenDialog>
  );
}
