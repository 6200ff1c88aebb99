import { Text } from "@mantine/core";
import { memo } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { quarantinedSecretOf, retiringSecretOf } from "../key-secrets.ts";
import { ExposedMark } from "./exposed-mark.tsx";
import { KeyStatusBadge } from "../key-status-badge.tsx";
import classes from "./key-status-cell.module.css";
import { Lifted } from "./lifted.tsx";

/** The state of a key, whether it leaked, and when its overlap ends or it was revoked. */
export const KeyStatusCell = memo(function KeyStatusCell({ apiKey }: { readonly apiKey: KeyView }) {
  const { t } = useTranslation("keys");
  const turn = turnOf(apiKey);
  const isHeld = quarantinedSecretOf(apiKey) !== null;
  return (
    <div className={classes.cell}>
      {apiKey.exposure !== null && <ExposedMark quarantined={isHeld} />}
      {!(isHeld && apiKey.status === "active") && <KeyStatusBadge status={apiKey.status} />}
      {turn !== null && (
        <Text component="span" size="xs" c="dimmed">
          <Lifted>
            {apiKey.status === "revoked" ? (
              <RelativeTime at={turn} />
            ) : (
              <Trans t={t} i18nKey="ends" components={{ time: <RelativeTime at={turn} /> }} />
            )}
          </Lifted>
        </Text>
      )}
    </div>
  );
});

function turnOf(apiKey: KeyView): string | null {
  if (apiKey.status === "revoked") return apiKey.revocation?.at ?? null;
  return retiringSecretOf(apiKey)?.retiresAt ?? null;
}
