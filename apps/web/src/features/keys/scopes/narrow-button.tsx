import { IconScissors } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId, Scope } from "../../../lib/api/api-types.ts";
import { lazyPart } from "../../../lib/lazy-part.ts";
import { ReasonedButton } from "../reasoned-button.tsx";

const NarrowDialog = lazyPart(async () => (await import("./narrow-dialog.tsx")).NarrowDialog);

interface NarrowButtonProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly unused: readonly Scope[];
  /** RFC 3339: how far back the requests were looked through. */
  readonly since: string;
  /** Why this member cannot edit the key; `null` when they can. */
  readonly reason: string | null;
}

export function NarrowButton({ reason, ...props }: NarrowButtonProps) {
  const { t } = useTranslation("traffic");
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ReasonedButton
        variant="default"
        reason={reason}
        onClick={() => setOpened(true)}
        leftSection={<IconScissors size={16} aria-hidden />}
      >
        {t("scopes.remove", { count: props.unused.length })}
      </ReasonedButton>
      <Suspense>{opened && <NarrowDialog {...props} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
