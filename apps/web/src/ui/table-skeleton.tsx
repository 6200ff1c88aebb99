import { Skeleton } from "@mantine/core";
import classes from "./table-skeleton.module.css";

interface TableSkeletonProps {
  /** What is on its way, for those who do not see it. */
  readonly label: string;
  readonly rows?: number;
}

const widths = ["34%", "18%", "22%", "12%"];

export function TableSkeleton({ label, rows = 5 }: TableSkeletonProps) {
  return (
    <div className={classes.frame} aria-busy="true">
      <output className="visually-hidden">{label}</output>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          {widths.map((width) => (
            <Skeleton key={width} height={12} width={width} radius="sm" />
          ))}
        </div>
      ))}
    </div>
  );
}
