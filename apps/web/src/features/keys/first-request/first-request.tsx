import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyId, OrganizationId } from "../../../lib/api-types.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import type { LastUseView, SecretView } from "../key-types.ts";
import classes from "./first-request.module.css";
import { isRefusal, RequestSeen } from "./request-seen.tsx";
import { pauseAfter } from "./pause-after.ts";

interface FirstRequestProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
  readonly secret: Pick<SecretView, "publicKeyId" | "lastUse">;
}

/** Waits for the first request with a fresh secret, asking only while the page is seen, and says what it was. */
export function FirstRequest({ organizationId, keyId, secret }: FirstRequestProps) {
  const trpc = useTRPC();
  const [wasFresh] = useState(secret.lastUse === null);
  const [since] = useState(Date.now);
  const { data } = useQuery({
    ...trpc.keys.get.queryOptions({ organizationId, keyId }),
    enabled: wasFresh,
    refetchInterval: ({ state }) =>
      latestUse(secret, state.data?.secrets) === null && pauseAfter(state.dataUpdatedAt - since),
  });
  if (!wasFresh) return null;
  return <Wait use={latestUse(secret, data?.secrets)} />;
}

function latestUse(
  { publicKeyId, lastUse }: FirstRequestProps["secret"],
  secrets: readonly SecretView[] = [],
): LastUseView | null {
  return secrets.find((secret) => secret.publicKeyId === publicKeyId)?.lastUse ?? lastUse;
}

function Wait({ use }: { readonly use: LastUseView | null }) {
  const { t } = useTranslation("keys");
  return (
    <div aria-live="polite" className={classes.line} data-found={use !== null || undefined}>
      <Group component="span" gap={8} wrap="nowrap" align="start">
        <Sign use={use} />
        <span>{use === null ? t("firstRequest.waiting") : <RequestSeen use={use} />}</span>
      </Group>
    </div>
  );
}

function Sign({ use }: { readonly use: LastUseView | null }) {
  if (use === null) return <span className={classes.dot} aria-hidden />;
  if (isRefusal(use)) return <IconAlertTriangle size={20} className={classes.warning} aria-hidden />;
  return <IconCircleCheck size={20} className={classes.check} aria-hidden />;
}
