import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { NeedGroup } from "./need-group.tsx";
import classes from "./needs.module.css";
import type { HomeView } from "./use-home.ts";

interface NeedsProps {
  readonly membership: Membership;
  readonly needs: HomeView["needs"];
}

/** What waits for this member, the most urgent first; each line leads to what settles it. */
export function Needs({ membership, needs }: NeedsProps) {
  const { t } = useTranslation("home");
  const about = membership.role === "viewer" ? "viewer" : "nothing";
  return (
    <Panel title={t("needs.title")}>
      {needs.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={22} />} title={t(`needs.${about}`)}>
          {t(`needs.${about}Text`)}
        </EmptyState>
      ) : (
        <div className={classes.frame}>
          {needs.map((need) => (
            <NeedGroup key={need.reason} membership={membership} need={need} />
          ))}
        </div>
      )}
    </Panel>
  );
}
