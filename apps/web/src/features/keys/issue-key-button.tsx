import { IconPlus } from "@tabler/icons-react";
import { ReasonedButton } from "./reasoned-button.tsx";

interface IssueKeyButtonProps {
  readonly reason: string | null;
  readonly onClick: () => void;
}

export function IssueKeyButton({ reason, onClick }: IssueKeyButtonProps) {
  return (
    <ReasonedButton reason={reason} onClick={onClick} leftSection={<IconPlus size={16} aria-hidden />}>
      Issue API key
    </ReasonedButton>
  );
}
