import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView, Member } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { regainedScopes } from "../../lib/keys/regained-scopes.ts";
import { roleName } from "../../lib/organization/roles.ts";
import { Mono } from "../../ui/mono.tsx";
import classes from "./settle-keys.module.css";

interface RegainedNoticeProps {
  readonly apiKey: KeyView;
  readonly heir: Member;
}

/** Handing over must not give a key more rights without a word. */
export function RegainedNotice({ apiKey, heir: { name, role } }: RegainedNoticeProps) {
  const { t } = useTranslation("members");
  const own = useOwnScopes();
  const regained = regainedScopes(apiKey, { role, own });
  if (regained.length === 0) return null;
  return (
    <Text size="sm" aria-live="polite" className={classes.regained}>
      <Trans
        t={t}
        i18nKey="settle.regained"
        values={{ name, role: roleName(role), scopes: regained.join(", ") }}
        components={{ bdi: <bdi />, code: <Mono>{null}</Mono> }}
      />
    </Text>
  );
}
