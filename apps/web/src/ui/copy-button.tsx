import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
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

type Outcome = "idle" | "done" | "refused";

export function CopyButton({ value, what, variant = "button", onCopied }: CopyButtonProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>("idle");
  const icon = outcome === "done" ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
  // What it shows for a moment is what it is called then, too.
  const name = { idle: t("copy.name", { what }), done: t("copy.told", { what }), refused: undefined }[
    outcome
  ];
  const onClick = async () => {
    const copied = await copyText(value);
    setOutcome(copied ? "done" : "refused");
    setTimeout(() => setOutcome("idle"), 2_000);
    if (copied) onCopied?.();
  };
  return (
    <>
      {variant === "icon" ? (
        <Tooltip label={t(`copy.${outcome}`)}>
          <ActionIcon variant="subtle" color="gray" onClick={onClick} aria-label={t("copy.name", { what })}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button
          variant={variant === "main" ? "filled" : "default"}
          leftSection={icon}
          onClick={onClick}
          aria-label={name}
        >
          {t(`copy.${outcome}`)}
        </Button>
      )}
      <output className="visually-hidden">{outcome === "done" ? t("copy.told", { what }) : ""}</output>
    </>
  );
}
