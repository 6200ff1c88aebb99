import { ActionIcon, AppShell, Burger } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Brand } from "../ui/brand.tsx";
import classes from "./shell.module.css";

interface NarrowHeaderProps {
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly onSearch: () => void;
}

/** Where there is no room for the sidebar: the ways to it, and past it. */
export function NarrowHeader({ opened, onToggle, onSearch }: NarrowHeaderProps) {
  const { t } = useTranslation();
  return (
    <AppShell.Header hiddenFrom="sm" className={classes.header}>
      <Burger opened={opened} onClick={onToggle} size="sm" aria-label={t("openNavigation")} />
      <Brand />
      <ActionIcon
        className={classes.headerSearch}
        variant="default"
        aria-label={t("palette.short")}
        onClick={onSearch}
      >
        <IconSearch size={17} aria-hidden />
      </ActionIcon>
    </AppShell.Header>
  );
}
