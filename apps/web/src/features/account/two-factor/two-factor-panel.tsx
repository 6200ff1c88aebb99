import { useTranslation } from "react-i18next";
import { Card } from "../../../ui/card.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { TextSkeleton } from "../../../ui/text-skeleton.tsx";
import { useSignInMeans } from "../use-sign-in-means.ts";
import { TwoFactor } from "./two-factor.tsx";

export function TwoFactorPanel() {
  const { t } = useTranslation("account");
  const means = useSignInMeans();
  return (
    <Panel id="two-factor" title={t("twoFactor.title")} description={t("twoFactor.description")}>
      <Card>
        {means.isPending && <TextSkeleton label={t("meansLoading")} lines={4} />}
        {means.isLoadingError && (
          <ErrorNotice error={means.error} title={t("meansNotLoaded")} onRetry={() => void means.refetch()} />
        )}
        {means.data && <TwoFactor {...means.data.twoFactor} />}
      </Card>
    </Panel>
  );
}
