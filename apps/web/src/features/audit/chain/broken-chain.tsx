import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ChainView } from "../../../lib/api/api-types.ts";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import classes from "./chain-panel.module.css";

interface BrokenChainProps {
  readonly part: Extract<ChainView, { intact: false }>;
  readonly look: ((seq: number) => ReactNode) | undefined;
}

/** Which entry breaks the chain, how, and what to do. */
export function BrokenChain({ part: { firstBrokenSeq: seq, fault }, look }: BrokenChainProps) {
  const { t } = useTranslation("audit");
  // Of an entry that is gone, the ones before it can be looked at.
  const entry = fault === "missing" ? Math.max(1, seq - 1) : seq;
  return (
    <>
      <div className={classes.badge}>
        <StatusBadge tone="negative">{t("chain.broken", { seq })}</StatusBadge>
      </div>
      <Text maw="80ch">{t(`chain.faults.${fault}`, { seq })}</Text>
      <Text size="sm" c="dimmed" maw="80ch">
        {seq > 1 && t("chain.before", { count: seq - 1 })} {t("chain.whatToDo")}
      </Text>
      {look && <div>{look(entry)}</div>}
    </>
  );
}
