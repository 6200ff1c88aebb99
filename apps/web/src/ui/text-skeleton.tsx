import { Skeleton, Stack } from "@mantine/core";

interface TextSkeletonProps {
  readonly label: string;
  readonly lines?: number;
}

const widths = ["100%", "82%", "91%", "64%"];

export function TextSkeleton({ label, lines = 3 }: TextSkeletonProps) {
  return (
    <Stack gap={12} aria-busy="true">
      <output className="visually-hidden">{label}</output>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={12} width={widths[line % widths.length]} radius="sm" />
      ))}
    </Stack>
  );
}
