import { UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isMac } from "../ui/is-mac.ts";
import classes from "./sidebar.module.css";

/** Opens the palette, and teaches how the keyboard does. */
export function PaletteButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className={classes.search}
      onClick={onClick}
      aria-haspopup="dialog"
      aria-keyshortcuts={isMac ? "Meta+K" : "Control+K"}
    >
      <IconSearch size={16} aria-hidden />
      <span>{t("palette.open")}</span>
      <kbd>{isMac ? "⌘K" : "Ctrl K"}</kbd>
    </UnstyledButton>
  );
}
