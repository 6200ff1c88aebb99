import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { AuditEntry } from "../../../lib/api/api-types.ts";
import type { AuditSentence } from "../../../lib/audit/audit-words.ts";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import classes from "./key-history.module.css";

interface HistoryItemProps {
  readonly entry: AuditEntry;
  readonly sentence: AuditSentence;
}

export function HistoryItem({ entry, sentence }: HistoryItemProps) {
  const { t } = useTranslation("keys");
  const { who, did, details } = sentence;
  return (
    <li className={classes.item}>
      <Text>
        <bdi className={classes.who}>{who}</bdi> {did}.
      </Text>
      {details.map((detail) => (
        <Text key={detail} size="sm" c="dimmed" dir="auto" className={classes.detail}>
          {detail}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        <RelativeTime at={entry.at} />
        {entry.address !== null && (
          <>
            {" "}
            <Trans
              t={t}
              i18nKey="from"
              values={{ address: entry.address }}
              components={{ code: <Mono>{null}</Mono> }}
            />
          </>
        )}
      </Text>
    </li>
  );
}
