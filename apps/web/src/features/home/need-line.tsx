import { useTranslation } from "react-i18next";
import type { KeyView, Membership } from "../../lib/api/api-types.ts";
import { environmentName } from "../../lib/keys/environments.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { NeedSentence } from "./need-sentence.tsx";
import type { NeedReason } from "./need.ts";
import classes from "./needs.module.css";
import { settlementOf } from "./settlement.ts";

interface NeedLineProps {
  readonly membership: Membership;
  readonly reason: NeedReason;
  readonly apiKey: KeyView;
}

/** A key, why it waits, and the one act that settles it. */
export function NeedLine({ membership, reason, apiKey }: NeedLineProps) {
  const { t } = useTranslation("home");
  const organizationId = membership.id;
  const { id: keyId, name, environment } = apiKey;
  const { action, open, field } = settlementOf(reason, apiKey, membership.role);
  const words = { "aria-label": t("needs.do", { action, name }), children: action };
  const look = { variant: "default", size: "xs", ...words } as const;
  return (
    <li className={classes.line}>
      <div className={classes.about}>
        <span className={classes.name}>
          <TextLink to="/o/$organizationId/settings/keys/$keyId" params={{ organizationId, keyId }}>
            {name}
          </TextLink>
          {environment === "test" && (
            <StatusBadge tone="neutral" dot={false}>
              {environmentName(environment)}
            </StatusBadge>
          )}
        </span>
        <span className={classes.sentence}>
          <NeedSentence organizationId={organizationId} reason={reason} apiKey={apiKey} />
        </span>
      </div>
      {open === "issue" ? (
        <LinkButton
          {...look}
          to="/o/$organizationId/settings/keys"
          params={{ organizationId }}
          search={{ open }}
        />
      ) : (
        <LinkButton
          {...look}
          to="/o/$organizationId/settings/keys/$keyId"
          params={{ organizationId, keyId }}
          search={{ open, field }}
        />
      )}
    </li>
  );
}
