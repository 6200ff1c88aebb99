import { Button, Group } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { documentation } from "../../../lib/documentation.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { NewTabLink } from "../../../ui/new-tab-link.tsx";

interface NoKeysProps {
  readonly issueButton: ReactNode;
  readonly onShowAll: () => void;
}

/** What a key is for, and the first one. */
export function NoKeys({ issueButton, onShowAll }: NoKeysProps) {
  const { t } = useTranslation("keys");
  return (
    <EmptyState
      icon={<IconKey size={22} />}
      title={t("none.title")}
      action={
        <Group gap="xs" justify="center">
          {issueButton}
          <Button variant="subtle" onClick={onShowAll}>
            {t("none.showEnded")}
          </Button>
        </Group>
      }
    >
      {t("none.text")} <NewTabLink href={documentation.start}>{t("none.documentation")}</NewTabLink>
    </EmptyState>
  );
}
