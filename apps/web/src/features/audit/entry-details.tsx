import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../lib/api-types.ts";
import { exactTime } from "../../lib/time-words.ts";
import { Mono } from "../../ui/mono.tsx";
import classes from "./entry-details.module.css";

interface EntryDetailsProps {
  readonly entry: AuditEntry;
  /** What exactly was done, a line each. */
  readonly details: readonly string[];
}

export function EntryDetails({ entry, details }: EntryDetailsProps) {
  const { t } = useTranslation("audit");
  return (
    <div className={classes.frame}>
      {details.length > 0 && (
        <ul className={classes.details}>
          {details.map((detail) => (
            <li key={detail} dir="auto">
              {detail}
            </li>
          ))}
        </ul>
      )}
      <Text size="xs" c="dimmed" component="p" m={0}>
        {t("entry", { seq: entry.seq })} · {exactTime(entry.at)} · <Mono>{entry.object.id}</Mono>
        {entry.requestId !== null && (
          <>
            {` · ${t("request")} `}
            <Mono>{entry.requestId}</Mono>
          </>
        )}
        <br />
        SHA-256 <Mono>{entry.hash}</Mono>
      </Text>
    </div>
  );
}
