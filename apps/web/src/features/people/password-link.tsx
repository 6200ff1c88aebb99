import { Trans, useTranslation } from "react-i18next";
import type { NewPasswordLink } from "../../lib/api/api-types.ts";
import { clockOf } from "../../lib/words/time-words.ts";
import { LinkToHandOver } from "../../ui/link-to-hand-over.tsx";

interface PasswordLinkProps {
  readonly name: string;
  readonly made: NewPasswordLink;
  readonly onClose: () => void;
}

export function PasswordLink({ name, made: { link, expiresAt }, onClose }: PasswordLinkProps) {
  const { t } = useTranslation("people");
  return (
    <LinkToHandOver
      link={link}
      what={t("passwordLink.what")}
      notSent={t("passwordLink.notSent")}
      handOver={t("passwordLink.handOver", { name })}
      onClose={onClose}
    >
      <Trans
        t={t}
        i18nKey="passwordLink.link"
        values={{ name, time: clockOf(expiresAt) }}
        components={{ strong: <strong /> }}
      />
    </LinkToHandOver>
  );
}
