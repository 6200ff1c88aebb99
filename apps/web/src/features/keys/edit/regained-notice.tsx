import { Trans, useTranslation } from "react-i18next";
import type { KeyView, MemberId, OrganizationId, Scope } from "../../../lib/api/api-types.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { regainedScopes } from "../../../lib/keys/regained-scopes.ts";
import { roleName } from "../../../lib/organization/roles.ts";
import { Mono } from "../../../ui/mono.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { memberLabel, useMembers } from "../use-members.ts";

interface RegainedNoticeProps {
  readonly organizationId: OrganizationId;
  readonly before: KeyView;
  /** As chosen in the form. */
  readonly scopes: readonly Scope[];
  readonly responsibleMemberId: MemberId;
}

/** Handing over must not give a key more rights without a word. */
export function RegainedNotice({ organizationId, before, scopes, responsibleMemberId }: RegainedNoticeProps) {
  const { t } = useTranslation("keys");
  const own = useOwnScopes();
  const heir = useMembers(organizationId).find(({ id }) => id === responsibleMemberId);
  if (heir === undefined || heir.id === before.responsibleMemberId) return null;
  const regained = regainedScopes(before, { role: heir.role, own }).filter((scope) => scopes.includes(scope));
  if (regained.length === 0) return null;
  return (
    <Notice tone="warning" title={t("effective.regainedTitle")}>
      <Trans
        t={t}
        i18nKey="effective.regained"
        values={{ name: memberLabel(heir), role: roleName(heir.role), scopes: regained.join(", ") }}
        components={{ bdi: <bdi />, code: <Mono>{null}</Mono> }}
      />
    </Notice>
  );
}
