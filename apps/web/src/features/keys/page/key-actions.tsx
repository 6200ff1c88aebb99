import { IconBan, IconPencil, IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { KeyView, Membership } from "../../../lib/api/api-types.ts";
import { whyEnded, whyNotManaged } from "../key-authority.ts";
import type { KeyDialog } from "./key-dialogs.tsx";
import { ReasonedButton } from "../reasoned-button.tsx";

interface KeyActionsProps {
  readonly apiKey: KeyView;
  readonly membership: Membership;
  readonly onOpen: (dialog: KeyDialog) => void;
}

/** What can be done with a key; what cannot says why. A revoked key has nothing left to do. */
export function KeyActions({ apiKey, membership, onOpen }: KeyActionsProps) {
  const { t } = useTranslation("keys");
  if (apiKey.status === "revoked") return null;
  const forbidden = whyNotManaged(membership, apiKey);
  const reason = forbidden ?? whyEnded(apiKey);
  return (
    <>
      <ReasonedButton
        variant="default"
        reason={reason}
        onClick={() => onOpen("edit")}
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {t("edit.open")}
      </ReasonedButton>
      <ReasonedButton
        variant="default"
        // An expired key is still revoked, so that nobody wonders about it.
        reason={forbidden}
        onClick={() => onOpen("revoke")}
        leftSection={<IconBan size={16} aria-hidden />}
      >
        {t("revoke.open")}
      </ReasonedButton>
      <ReasonedButton
        reason={reason}
        onClick={() => onOpen("rotate")}
        leftSection={<IconRefresh size={16} aria-hidden />}
      >
        {t("rotate.open")}
      </ReasonedButton>
    </>
  );
}
