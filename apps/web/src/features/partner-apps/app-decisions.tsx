import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../lib/api/api-types.ts";
import { Card } from "../../ui/card.tsx";
import { Decision } from "../../ui/decision.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ApprovalBadge } from "./app-badges.tsx";
import type { AppDialog } from "./partner-app-search.ts";

interface AppDecisionsProps {
  readonly app: PartnerApp;
  readonly onOpen: (dialog: AppDialog) => void;
}

/** Who may connect it, and whether it works at all, each with the way to change it. */
export function AppDecisions({ app, onOpen }: AppDecisionsProps) {
  const { t } = useTranslation("partnerApps");
  const { approval, disabledAt, blockedAt } = app;
  const access = disabledAt === null ? "accessOn" : "accessOff";
  return (
    <Panel title={t("decisions")}>
      <Card>
        <Decision
          name={t("columns.approval")}
          aside={<ApprovalBadge approval={approval} />}
          means={t(`approvalMeans.${approval}`)}
        >
          <ChangeOffer approval={approval} onOpen={onOpen} />
        </Decision>
        <Decision name={t("access")} means={t(blockedAt === null ? access : "accessBlocked")}>
          {disabledAt === null ? (
            <Button variant="light" color="red" onClick={() => onOpen("disable")}>
              {t("disable.open")}
            </Button>
          ) : (
            <Button variant="default" onClick={() => onOpen("enable")}>
              {t("enable.open")}
            </Button>
          )}
        </Decision>
      </Card>
    </Panel>
  );
}

function ChangeOffer({ approval, onOpen }: Pick<PartnerApp, "approval"> & Pick<AppDecisionsProps, "onOpen">) {
  const { t } = useTranslation("partnerApps");
  if (approval === "approved") return null;
  if (approval === "requested") {
    return (
      <Button variant="default" onClick={() => onOpen("withdraw_offer")}>
        {t("withdrawOffer.open")}
      </Button>
    );
  }
  return (
    <Button variant="default" onClick={() => onOpen("offer")}>
      {t(approval === "own" ? "offer.open" : "offer.again")}
    </Button>
  );
}
