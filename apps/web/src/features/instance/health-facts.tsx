import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { HealthView } from "../../lib/api/api-types.ts";
import { byteWords } from "../../lib/words/byte-words.ts";
import { dayOf, exactTime } from "../../lib/words/time-words.ts";
import { Facts } from "../../ui/facts.tsx";
import { Mono } from "../../ui/mono.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { LastBackup } from "./last-backup.tsx";
import { uptimeWords } from "./uptime-words.ts";

export function HealthFacts({ health }: { readonly health: HealthView }) {
  const { t } = useTranslation("instance");
  const { version, commit, processes, sealed, startedAt, uptimeSeconds, sqliteVersion } = health;
  const { migrations, files, freeBytes, backups, usage } = health;
  return (
    <Facts
      facts={[
        { label: "Katkey", value: commit === null ? version : `${version} (${commit.slice(0, 10)})` },
        {
          label: t("health.started"),
          value: t("health.startedAt", {
            duration: uptimeWords(uptimeSeconds),
            time: exactTime(startedAt),
          }),
        },
        ...(processes > 1
          ? [{ label: t("health.processes"), value: t("health.several", { count: processes }) }]
          : []),
        { label: "SQLite", value: sqliteVersion },
        { label: t("health.seal"), value: t(sealed ? "health.sealed" : "health.unsealed") },
        {
          label: t("health.schema"),
          value: <Lines lines={migrations.map(({ name, appliedAt }) => [name, dayOf(appliedAt)])} />,
        },
        {
          label: t("health.files"),
          value: <Lines lines={files.map(({ name, bytes }) => [name, byteWords(bytes)])} />,
        },
        {
          label: t("health.free"),
          value: freeBytes === null ? t("health.unknown") : byteWords(freeBytes),
        },
        { label: t("health.backup"), value: <LastBackup backups={backups} /> },
        {
          label: t("health.usage"),
          value: (
            <>
              <StatusBadge tone={usage.writable ? "positive" : "negative"}>
                {t(usage.writable ? "health.writing" : "health.stuck")}
              </StatusBadge>
              {usage.held > 0 && <Text c="dimmed">{t("health.held", { count: usage.held })}</Text>}
              {usage.unfiled > 0 && <Text c="dimmed">{t("health.unfiled", { count: usage.unfiled })}</Text>}
            </>
          ),
        },
      ]}
    />
  );
}

/** Names, each with what there is to say of it. */
function Lines({ lines }: { readonly lines: readonly (readonly [name: string, said: string])[] }) {
  return lines.map(([name, said]) => (
    <Text key={name}>
      <Mono>{name}</Mono> · {said}
    </Text>
  ));
}
