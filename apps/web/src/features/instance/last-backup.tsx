import { useTranslation } from "react-i18next";
import type { HealthView } from "../../lib/api-types.ts";
import { byteWords } from "../../lib/byte-words.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** When the server backed itself up last, and whether it should have since. */
export function LastBackup({ backups }: Pick<HealthView, "backups">) {
  const { t } = useTranslation("instance");
  if (backups === null) return t("health.noBackup");
  const { newest, overdue } = backups;
  return (
    <>
      {newest === null ? (
        t("health.noBackupYet")
      ) : (
        <>
          <RelativeTime at={newest.madeAt} /> · {byteWords(newest.bytes)}
        </>
      )}
      {overdue && <StatusBadge tone="negative">{t("health.backupOverdue")}</StatusBadge>}
    </>
  );
}
