import { Button, Tooltip, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";

interface ReasonedButtonProps extends Pick<ButtonProps, "variant" | "color" | "leftSection" | "size"> {
  /** Why it does nothing; `null` when it works. */
  readonly reason: string | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that says why it cannot be used. It keeps the focus, or keyboards would never hear the reason. */
export function ReasonedButton({ reason, onClick, children, ...look }: ReasonedButtonProps) {
  const refused = reason !== null;
  return (
    <Tooltip
      label={reason}
      disabled={!refused}
      multiline
      maw={280}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        {...look}
        aria-disabled={refused}
        data-disabled={refused || undefined}
        aria-description={reason ?? undefined}
        onClick={refused ? undefined : onClick}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
