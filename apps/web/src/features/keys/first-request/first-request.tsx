import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Suspense, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { lazyPart } from "../../../lib/lazy-part.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import type { LastUseView, SecretView } from "../key-types.ts";
import classes from "./first-request.module.css";
import { isRefusal, RequestSeen } from "./request-seen.tsx";
import { pauseAfter } from "./pause-after.ts";

// Most first requests are let in.
const WhyRefused = lazyPart(async () => (await import("./why-refused.tsx")).WhyRefused, "problems");

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
  const use = latestUse(secret, data?.secrets);
  const { publicKeyId } = secret;
  return (
    <Wait use={use}>
      {use !== null && use.status >= 400 && (
        <Suspense>
          <WhyRefused organizationId={organizationId} keyId={keyId} publicKeyId={publicKeyId} />
        </Suspense>
      )}
    </Wait>
  );
}

function latestUse(
  { publicKeyId, lastUse }: FirstRequestProps["secret"],
  secrets: readonly SecretView[] = [],
): LastUseView | null {
  return secrets.find((secret) => secret.publicKeyId === publicKeyId)?.lastUse ?? lastUse;
}

interface WaitProps {
  readonly use: LastUseView | null;
  /** What is to be said besides, once a request has come. */
  readonly children: ReactNode;
}

function Wait({ use, children }: WaitProps) {
  const { t } = useTranslation("keys");
  return (
    <div aria-live="polite" className={classes.line} data-found={use !== null || undefined}>
      <Group component="span" gap={8} wrap="nowrap" align="start">
        <Sign use={use} />
        <span>
          {use === null ? t("firstRequest.waiting") : <RequestSeen use={use} />}
          {children}
        </span>
      </Group>
    </div>
  );
}

function Sign({ use }: { readonly use: LastUseView | null }) {
  if (use === null) return <span className={classes.dot} aria-hidden />;
  if (isRefusal(use)) return <IconAlertTriangle size={20} className={classes.warning} aria-hidden />;
  return <IconCircleCheck size={20} className={classes.check} aria-hidden />;
}
