import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./folded-filters.module.css";

interface FoldedFiltersProps {
  /** How many of them leave something out. */
  readonly inUse: number;
  readonly children: ReactNode;
}

/** Where there is little room filters wait behind a button, and the list comes first; elsewhere they are simply there. */
export function FoldedFilters({ inUse, children }: FoldedFiltersProps) {
  const { t } = useTranslation("app");
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <>
      <Button variant="default" hiddenFrom="sm" aria-expanded={open} aria-controls={id} onClick={toggle}>
        {inUse === 0 ? t("filters.none") : t("filters.inUse", { count: inUse })}
      </Button>
      <div id={id} className={classes.folded} data-open={open || undefined}>
        {children}
      </div>
    </>
  );
}
