import { IconFingerprint } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PasskeyView } from "../../../lib/api/api-types.ts";
import { lazyPart } from "../../../lib/lazy-part.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { passkeyColumns } from "./passkey-columns.tsx";

const RemoveDialog = lazyPart(async () => (await import("./remove-dialog.tsx")).RemoveDialog);

interface PasskeysProps {
  readonly passkeys: readonly PasskeyView[];
  /** Whether one could be added from here. */
  readonly isPossible: boolean;
}

export function Passkeys({ passkeys, isPossible }: PasskeysProps) {
  const { t } = useTranslation("account");
  const [leaving, setLeaving] = useState<PasskeyView | null>(null);
  if (passkeys.length === 0) {
    return isPossible ? (
      <EmptyState icon={<IconFingerprint size={22} />} title={t("passkeys.none")}>
        {t("passkeys.noneMeans")}
      </EmptyState>
    ) : null;
  }
  return (
    <>
      <DataTable
        label={t("passkeys.title")}
        columns={passkeyColumns(setLeaving)}
        rows={passkeys}
        rowKey={({ id }) => id}
      />
      <Suspense>
        {leaving !== null && <RemoveDialog passkey={leaving} onClose={() => setLeaving(null)} />}
      </Suspense>
    </>
  );
}
