import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { MeterBar } from "../../../ui/meter-bar.tsx";
import { Mono } from "../../../ui/mono.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import classes from "./chain-panel.module.css";

interface IntactChainProps {
  readonly part: { readonly entries: number; readonly length: number; readonly head: string };
  readonly checking: boolean;
}

/** How far the chain was checked and, when that is all of it, the hash that stands for everything before it. */
export function IntactChain({ part: { entries, length, head }, checking }: IntactChainProps) {
  const { t } = useTranslation("audit");
  if (entries < length) {
    return (
      <>
        <div className={classes.badge}>
          <StatusBadge tone={checking ? "accent" : "neutral"}>
            {t("chain.partly", { entries, count: length })}
          </StatusBadge>
        </div>
        <div className={classes.progress}>
          <MeterBar value={entries} full={length} expected={0} />
        </div>
        <Text size="sm" c="dimmed" maw="80ch">
          {t("chain.longer")}
        </Text>
      </>
    );
  }
  return (
    <>
      <div className={classes.badge}>
        <StatusBadge tone="positive">{t("chain.intact", { count: entries })}</StatusBadge>
      </div>
      <div className={classes.hash}>
        <Mono>{head}</Mono>
        <CopyButton value={head} what={t("chain.head", { seq: entries })} variant="icon" />
      </div>
      <Text size="sm" c="dimmed" maw="80ch">
        {t("chain.note", { seq: entries })}
      </Text>
    </>
  );
}
