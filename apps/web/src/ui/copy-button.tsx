import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { copyText } from "./copy-text.ts";

interface CopyButtonProps {
  readonly value: string;
  /** What is copied, such as "invitation link": names the button. */
  readonly what: string;
  /** `icon` where space is short, `main` where copying is what the page is for. */
  readonly variant?: "button" | "icon" | "main";
  /** Only when the clipboard really has it. */
  readonly onCopied?: () => void;
}

type Outcome = "none" | "copied" | "refused";

const words = { none: "Copy", copied: "Copied", refused: "Select it and copy by hand" } as const;

export function CopyButton({ value, what, variant = "button", onCopied }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>("none");
  const icon =
    outcome === "copied" ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
  const onClick = async () => {
    const copied = await copyText(value);
    setOutcome(copied ? "copied" : "refused");
    setTimeout(() => setOutcome("none"), 2_000);
    if (copied) onCopied?.();
  };
  return (
    <>
      {variant === "icon" ? (
        <Tooltip label={words[outcome]}>
          <ActionIcon variant="subtle" color="gray" onClick={onClick} aria-label={`Copy ${what}`}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button
          variant={variant === "main" ? "filled" : "default"}
          leftSection={icon}
          onClick={onClick}
          aria-label={`Copy ${what}`}
        >
          {words[outcome]}
        </Button>
      )}
      <output className="visually-hidden">{outcome === "copied" ? `Copied ${what}` : ""}</output>
    </>
  );
}
