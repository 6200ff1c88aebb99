import { Skeleton, Stack } from "@mantine/core";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import classes from "./home-skeleton.module.css";

/** Where the figures, and what needs somebody, will be. */
export function HomeSkeleton({ label }: { readonly label: string }) {
  return (
    <Stack gap={40}>
      <Skeleton className={classes.figures} radius="lg" aria-hidden />
      <TableSkeleton label={label} rows={6} />
    </Stack>
  );
}
