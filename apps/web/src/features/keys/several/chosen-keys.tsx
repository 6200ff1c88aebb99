import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { Notice } from "../../../ui/notice.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import classes from "./chosen-keys.module.css";
import { EnvironmentBadge } from "../environment-badge.tsx";

interface ChosenKeysProps {
  readonly keys: readonly KeyView[];
  /** How many of them were used within a day. */
  readonly recent: number;
}

/** The keys that an act is about, with what would notice it. */
export function ChosenKeys({ keys, recent }: ChosenKeysProps) {
  const { t } = useTranslation("keys");
  return (
    <Stack gap="sm">
      <Notice tone={recent > 0 ? "warning" : "info"}>{t("many.recent", { count: recent })}</Notice>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboards */}
      <ul className={classes.list} tabIndex={0} aria-label={t("many.chosen")}>
        {keys.map(({ id, name, environment, lastUse }) => (
          <li key={id} className={classes.item}>
            <bdi className={classes.name}>{name}</bdi>
            <EnvironmentBadge environment={environment} />
            <Text component="span" size="xs" c="dimmed">
              {lastUse === null ? t("neverUsed") : <RelativeTime at={lastUse.at} />}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
