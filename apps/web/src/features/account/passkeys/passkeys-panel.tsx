import { Button } from "@mantine/core";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { lazyPart } from "../../../lib/lazy-part.ts";
import { canUsePasskeys } from "../../../lib/sign-in/passkey-ceremony.ts";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { TableSkeleton } from "../../../ui/table-skeleton.tsx";
import { useSignInMeans } from "../use-sign-in-means.ts";
import { Passkeys } from "./passkeys.tsx";

const AddDialog = lazyPart(async () => (await import("./add-dialog.tsx")).AddDialog);

export function PasskeysPanel() {
  const { t } = useTranslation("account");
  const means = useSignInMeans();
  const [adding, setAdding] = useState(false);
  const isPossible = canUsePasskeys();
  return (
    <Panel
      id="passkeys"
      title={t("passkeys.title")}
      description={t("passkeys.description")}
      actions={
        isPossible && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t("passkeys.add")}
          </Button>
        )
      }
    >
      {!isPossible && <Notice tone="info">{t("passkeys.notHere")}</Notice>}
      {means.isPending && <TableSkeleton label={t("meansLoading")} rows={1} />}
      {means.isLoadingError && (
        <ErrorNotice error={means.error} title={t("meansNotLoaded")} onRetry={() => void means.refetch()} />
      )}
      {means.data && <Passkeys passkeys={means.data.passkeys} isPossible={isPossible} />}
      <Suspense>{adding && <AddDialog onClose={() => setAdding(false)} />}</Suspense>
    </Panel>
  );
}
