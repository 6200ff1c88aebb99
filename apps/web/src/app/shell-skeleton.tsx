import { Skeleton } from "@mantine/core";
import { PageSkeleton } from "../ui/page-skeleton.tsx";
import classes from "./shell-skeleton.module.css";
import shell from "./shell.module.css";

/** The frame before its code is there: the same places, nothing to click. */
export function ShellSkeleton() {
  return (
    <div className={classes.frame}>
      <div className={classes.sidebar} aria-hidden>
        <Skeleton height={24} width={96} radius="sm" />
        <Skeleton height={42} radius="md" />
        <Skeleton height={14} width="60%" radius="sm" />
        <Skeleton height={14} width="50%" radius="sm" />
      </div>
      <main>
        <div className={shell.content}>
          <PageSkeleton />
        </div>
      </main>
    </div>
  );
}
