import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ReasonedButton } from "../reasoned-button.tsx";

interface IssueKeyButtonProps {
  readonly reason: string | null;
  readonly onClick: () => void;
}

export function IssueKeyButton({ reason, onClick }: IssueKeyButtonProps) {
  const { t } = useTranslation("keys");
  return (
    <ReasonedButton reason={reason} onClick={onClick} leftSection={<IconPlus size={16} aria-hidden />}>
      {t("issue")}
    </ReasonedButton>
  );
}
