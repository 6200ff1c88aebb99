import { useTranslation } from "react-i18next";
import { BackLink } from "../../ui/back-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ChainState } from "./chain/chain-state.tsx";
import { InstallationLog } from "./installation-log.tsx";
import { useInstallationChainCheck } from "./chain/use-installation-chain-check.ts";

/** For operators: what was done to the installation itself, by whom, when and from where. */
export function InstallationLogPage() {
  const { t } = useTranslation("audit");
  const check = useInstallationChainCheck();
  return (
    <>
      <PageHeader
        back={<BackLink to="/instance">{t("installation.back")}</BackLink>}
        title={t("installation.title")}
        description={t("installation.description")}
      />
      <ChainState check={check} />
      <InstallationLog />
    </>
  );
}
