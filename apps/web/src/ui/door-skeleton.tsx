import { Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Brand } from "./brand.tsx";
import classes from "./front-door.module.css";

/** A page that needs no sign-in, on its way: where its title and its fields will be. */
export function DoorSkeleton() {
  const { t } = useTranslation();
  return (
    <main className={classes.page} aria-busy="true">
      <output className="visually-hidden">{t("loading")}</output>
      <div className={classes.column}>
        <div className={classes.brand}>
          <Brand />
        </div>
        <div className={classes.card}>
          <Stack gap="md">
            <Skeleton height={22} width="45%" radius="sm" />
            <Skeleton height={14} width="90%" radius="sm" />
            <Skeleton height={36} radius="md" mt="md" />
            <Skeleton height={36} radius="md" />
            <Skeleton height={36} radius="md" />
          </Stack>
        </div>
      </div>
    </main>
  );
}
