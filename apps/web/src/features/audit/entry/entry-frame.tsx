import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../../lib/api/api-types.ts";
import { exactTime } from "../../../lib/words/time-words.ts";
import { Mono } from "../../../ui/mono.tsx";
import classes from "./entry-details.module.css";

interface EntryFrameProps {
  readonly entry: AuditEntry;
  /** What it has changed. */
  readonly children: ReactNode;
  readonly ways?: ReactNode;
}

/** An opened entry: its place in the log, and what proves it. */
export function EntryFrame({ entry, children, ways }: EntryFrameProps) {
  const { t } = useTranslation("audit");
  return (
    <div className={classes.frame}>
      {children}
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
      {ways}
    </div>
  );
}
