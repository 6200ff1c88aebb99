import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";

interface CopyButtonProps {
  readonly value: string;
  /** What is copied, such as "invitation link": names the button. */
  readonly what: string;
  /** `icon` where space is short. */
  readonly variant?: "button" | "icon";
  readonly onCopied?: () => void;
}

export function CopyButton({ value, what, variant = "button", onCopied }: CopyButtonProps) {
  const { copy, copied, error } = useClipboard({ timeout: 2_000 });
  const words = error ? "Select it and copy by hand" : copied ? "Copied" : "Copy";
  const icon = copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
  const onClick = () => {
    copy(value);
    onCopied?.();
  };
  return (
    <>
      {variant === "icon" ? (
        <Tooltip label={words}>
          <ActionIcon variant="subtle" color="gray" onClick={onClick} aria-label={`Copy ${what}`}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button variant="default" leftSection={icon} onClick={onClick} aria-label={`Copy ${what}`}>
          {words}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {copied ? `Copied ${what}` : ""}
      </span>
    </>
  );
}
