import { Checkbox, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, Membership } from "../../../lib/api-types.ts";
import { isManager } from "../../../lib/roles.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { ReasonedButton } from "../reasoned-button.tsx";
import { RevokeManyDialog } from "./revoke-many-dialog.tsx";
import type { KeySelection } from "./use-key-selection.ts";

interface SelectionBarProps {
  readonly membership: Membership;
  readonly selection: KeySelection;
}

/** What can be done with several keys at once. It is always there, so that choosing one moves nothing. */
export function SelectionBar({ membership, selection }: SelectionBarProps) {
  const { t } = useTranslation("keys");
  const [opened, setOpened] = useState<"revoke" | "hand_over" | null>(null);
  const { selected, selectable, toggleAll, clear } = selection;
  const none = selected.length === 0 ? t("many.none") : null;
  const dialog = {
    organizationId: membership.id,
    keys: selected,
    onClose: () => setOpened(null),
    onDone: () => {
      setOpened(null);
      clear();
    },
  };
  return (
    <Group gap="sm" mih={36}>
      <Checkbox
        checked={selected.length > 0 && selected.length === selectable.length}
        indeterminate={selected.length > 0 && selected.length < selectable.length}
        onChange={toggleAll}
        disabled={selectable.length === 0}
        label={none === null ? t("many.selected", { count: selected.length }) : t("many.all")}
      />
      <ReasonedButton size="xs" variant="default" reason={none} onClick={() => setOpened("revoke")}>
        {t("many.revoke")}
      </ReasonedButton>
      {isManager(membership.role) && (
        <ReasonedButton
          size="xs"
          variant="default"
          reason={none ?? whyNotHandedOver(selected, t("many.ended"))}
          onClick={() => setOpened("hand_over")}
        >
          {t("many.handOver")}
        </ReasonedButton>
      )}
      <RevokeManyDialog {...dialog} opened={opened === "revoke"} />
      <HandOverDialog {...dialog} opened={opened === "hand_over"} />
    </Group>
  );
}

function whyNotHandedOver(keys: readonly KeyView[], ended: string): string | null {
  return keys.some(({ status }) => status === "expired") ? ended : null;
}
