import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface NoticeProps {
  readonly tone: "info" | "warning";
  readonly title?: string;
  readonly children: ReactNode;
}

/** Something to know before going on. For refusals there is the error notice. */
export function Notice({ tone, title, children }: NoticeProps) {
  const Icon = tone === "info" ? IconInfoCircle : IconAlertTriangle;
  const color = tone === "info" ? "accent" : "yellow";
  return (
    <Alert color={color} variant="light" title={title} icon={<Icon size={18} />}>
      {children}
    </Alert>
  );
}
