import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { HealthView } from "../../lib/api/api-types.ts";
import { byteWords } from "../../lib/words/byte-words.ts";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** When the server backed itself up last, and whether it should have since. */
export function LastBackup({ backups }: Pick<HealthView, "backups">) {
  const { t } = useTranslation("instance");
  if (backups === null) {
    return <Trans t={t} i18nKey="health.noBackup" components={{ code: <Mono>{null}</Mono> }} />;
  }
  const { newest, overdue, folderFault } = backups;
  return (
    <>
      {folderFault !== null && (
        <StatusBadge tone="negative">{t(`health.backupFolder.${folderFault}`)}</StatusBadge>
      )}
      {folderFault === null && overdue && (
        <StatusBadge tone="negative">{t("health.backupOverdue")}</StatusBadge>
      )}
      <Text>
        {newest === null ? (
          t("health.noBackupYet")
        ) : (
          <>
            <RelativeTime at={newest.madeAt} /> · {byteWords(newest.bytes)}
          </>
        )}
      </Text>
    </>
  );
}
