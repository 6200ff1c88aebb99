import { Checkbox } from "@mantine/core";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, Membership } from "../../../lib/api/api-types.ts";
import { lazyPart } from "../../../lib/lazy-part.ts";
import { isManager } from "../../../lib/organization/roles.ts";
import { ReasonedButton } from "../reasoned-button.tsx";
import type { KeySelection } from "./use-key-selection.ts";

const HandOverDialog = lazyPart(async () => (await import("./hand-over-dialog.tsx")).HandOverDialog, "keys");
const RevokeManyDialog = lazyPart(
  async () => (await import("./revoke-many-dialog.tsx")).RevokeManyDialog,
  "keys",
  "traffic",
);

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
    <>
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
      <Suspense>
        {opened === "revoke" && <RevokeManyDialog {...dialog} />}
        {opened === "hand_over" && <HandOverDialog {...dialog} />}
      </Suspense>
    </>
  );
}

function whyNotHandedOver(keys: readonly KeyView[], ended: string): string | null {
  return keys.some(({ status }) => status === "expired") ? ended : null;
}
