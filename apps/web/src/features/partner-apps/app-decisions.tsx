import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../lib/api-types.ts";
import { Card } from "../../ui/card.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ApprovalBadge } from "./app-badges.tsx";
import classes from "./app-decisions.module.css";
import type { AppDialog } from "./partner-app-search.ts";

interface AppDecisionsProps {
  readonly app: PartnerApp;
  readonly onOpen: (dialog: AppDialog) => void;
}

/** Who may connect it, and whether it works at all, each with the way to change it. */
export function AppDecisions({ app: { approval, disabledAt }, onOpen }: AppDecisionsProps) {
  const { t } = useTranslation("partnerApps");
  return (
    <Panel title={t("decisions")}>
      <Card>
        <Decision
          name={t("columns.approval")}
          aside={<ApprovalBadge approval={approval} />}
          means={t(`approvalMeans.${approval}`)}
        >
          {(approval === "own" || approval === "refused") && (
            <Button variant="default" onClick={() => onOpen("offer")}>
              {t(approval === "own" ? "offer.open" : "offer.again")}
            </Button>
          )}
        </Decision>
        <Decision name={t("access")} means={t(disabledAt === null ? "accessOn" : "accessOff")}>
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

interface DecisionProps {
  readonly name: string;
  readonly aside?: ReactNode;
  readonly means: string;
  readonly children: ReactNode;
}

function Decision({ name, aside, means, children }: DecisionProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Text fw={550} component="div" className={classes.name}>
          {name} {aside}
        </Text>
        <Text c="dimmed">{means}</Text>
      </div>
      {children}
    </div>
  );
}
