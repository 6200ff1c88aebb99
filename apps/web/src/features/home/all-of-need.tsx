import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { TextLink } from "../../ui/text-link.tsx";
import type { NeedReason } from "./need.ts";
import classes from "./needs.module.css";

interface AllOfNeedProps {
  readonly membership: Membership;
  readonly reason: NeedReason;
  readonly count: number;
}

/** The way to all keys that wait for a reason. */
export function AllOfNeed({ membership, reason, count }: AllOfNeedProps) {
  const { t } = useTranslation("home");
  const { id: organizationId, role, memberId: member } = membership;
  const search = { attention: reason, ...(!isManager(role) && { member }) };
  return (
    <p className={classes.all}>
      <TextLink to="/o/$organizationId/settings/keys" params={{ organizationId }} search={search}>
        {t("needs.showAll", { total: count })}
      </TextLink>
    </p>
  );
}
