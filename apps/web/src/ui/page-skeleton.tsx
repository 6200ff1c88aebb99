import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./page-header.module.css";
import { TableSkeleton } from "./table-skeleton.tsx";

/** A page on its way: where its title and its contents will be. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.header} aria-hidden>
        <Skeleton height={22} width={180} radius="sm" mt={4} mb={12} />
        <Skeleton height={14} width="min(52ch, 90%)" radius="sm" />
      </div>
      <TableSkeleton label={t("loading")} />
    </>
  );
}
