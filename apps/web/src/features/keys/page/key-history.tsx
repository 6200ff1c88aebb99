import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { sentenceOf } from "../../../lib/audit/audit-words.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useMemberNames } from "../../../lib/organization/use-member-names.ts";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { TextSkeleton } from "../../../ui/text-skeleton.tsx";
import { HistoryItem } from "./history-item.tsx";
import classes from "./key-history.module.css";

interface KeyHistoryProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
}

/** Everything that was done to the key, newest first; for those who manage it, because entries name addresses and e-mails. */
export function KeyHistory({ organizationId, keyId }: KeyHistoryProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.keys.history.queryOptions({ organizationId, keyId }));
  const names = useMemberNames(organizationId);
  return (
    <Panel title={t("history.title")} description={t("history.description")}>
      {error !== null && data === undefined && (
        <ErrorNotice error={error} title={t("history.notLoaded")} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <TextSkeleton label={t("history.loading")} />}
      {data !== undefined && (
        <ol className={classes.list}>
          {data.map((entry) => (
            <HistoryItem key={entry.seq} entry={entry} sentence={sentenceOf(entry, names)} />
          ))}
        </ol>
      )}
    </Panel>
  );
}
