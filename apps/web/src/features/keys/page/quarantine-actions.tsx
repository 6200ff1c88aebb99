import { useTranslation } from "react-i18next";
import type { KeyDialog } from "./key-dialogs.tsx";
import { ReasonedButton } from "../reasoned-button.tsx";

interface QuarantineActionsProps {
  readonly reason: string | null;
  readonly notReleasing: string | null;
  readonly onOpen: (dialog: KeyDialog) => void;
}

/** What else than a rotation settles a quarantine. */
export function QuarantineActions({ reason, notReleasing, onOpen }: QuarantineActionsProps) {
  const { t } = useTranslation("keys");
  return (
    <>
      <ReasonedButton size="xs" variant="default" reason={notReleasing} onClick={() => onOpen("release")}>
        {t("exposure.release")}
      </ReasonedButton>
      <ReasonedButton size="xs" variant="default" reason={reason} onClick={() => onOpen("revoke")}>
        {t("exposure.revoke")}
      </ReasonedButton>
    </>
  );
}
