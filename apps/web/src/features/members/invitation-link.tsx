import { Trans, useTranslation } from "react-i18next";
import type { NewInvitation } from "../../lib/api/api-types.ts";
import { roleName } from "../../lib/organization/roles.ts";
import { dayOf } from "../../lib/words/time-words.ts";
import { LinkToHandOver } from "../../ui/link-to-hand-over.tsx";

interface InvitationLinkProps {
  readonly invitation: NewInvitation;
  readonly onClose: () => void;
}

export function InvitationLink({ invitation, onClose }: InvitationLinkProps) {
  const { t } = useTranslation("members");
  const { email, role, expiresAt, link } = invitation;
  return (
    <LinkToHandOver
      link={link}
      what={t("inviting.what")}
      notSent={t("inviting.notSent")}
      handOver={t("inviting.handOver", { email })}
      onClose={onClose}
    >
      <Trans
        t={t}
        i18nKey="inviting.link"
        values={{ email, role: roleName(role), day: dayOf(expiresAt) }}
        components={{ strong: <strong /> }}
      />
    </LinkToHandOver>
  );
}
