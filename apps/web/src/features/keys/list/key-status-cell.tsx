import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api-types.ts";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { retiringSecretOf } from "../key-secrets.ts";
import { KeyStatusBadge } from "../key-status-badge.tsx";
import classes from "./key-status-cell.module.css";
import { Lifted } from "./lifted.tsx";

/** The state of a key, and when it changes or has changed by itself. */
export function KeyStatusCell({ apiKey }: { readonly apiKey: KeyView }) {
  const { t } = useTranslation("keys");
  const turn = turnOf(apiKey);
  return (
    <div className={classes.cell}>
      <KeyStatusBadge status={apiKey.status} />
      {turn !== null && (
        <Text component="span" size="xs" c="dimmed">
          <Lifted>
            {turn.what === null ? (
              <RelativeTime at={turn.at} />
            ) : (
              <Trans t={t} i18nKey={turn.what} components={{ time: <RelativeTime at={turn.at} /> }} />
            )}
          </Lifted>
        </Text>
      )}
    </div>
  );
}

interface Turn {
  readonly what: "ends" | "expires" | null;
  readonly at: string;
}

function turnOf(apiKey: KeyView): Turn | null {
  const { status, expiresAt, revocation } = apiKey;
  if (status === "revoked") return revocation && { what: null, at: revocation.at };
  const retiresAt = retiringSecretOf(apiKey)?.retiresAt ?? null;
  if (retiresAt !== null) return { what: "ends", at: retiresAt };
  return expiresAt === null ? null : { what: status === "expired" ? null : "expires", at: expiresAt };
}
