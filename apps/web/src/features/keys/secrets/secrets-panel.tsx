import { SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { exactTime } from "../../../lib/words/time-words.ts";
import { Panel } from "../../../ui/panel.tsx";
import { EarlierSecrets } from "./earlier-secrets.tsx";
import { FirstRequest } from "../first-request/first-request.tsx";
import { earlierSecretsOf, newestSecretOf, quarantinedSecretOf, retiringSecretOf } from "../key-secrets.ts";
import type { SecretView } from "../key-types.ts";
import { ReasonedButton } from "../reasoned-button.tsx";
import { RotationVerdict } from "./rotation-verdict-notice.tsx";
import { SecretCard } from "./secret-card.tsx";

interface SecretsPanelProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  /** Why this member cannot end the overlap; `null` when they can. */
  readonly reason: string | null;
  readonly onEndOverlap: () => void;
}

/** Which secrets the key has and who uses them: during a rotation, old and new side by side. */
export function SecretsPanel({ organizationId, apiKey, reason, onEndOverlap }: SecretsPanelProps) {
  const { t } = useTranslation("keys");
  const newest = newestSecretOf(apiKey);
  const retiring = retiringSecretOf(apiKey);
  if (newest === null) return null;
  return (
    <Panel
      title={retiring === null ? t("secrets.one") : t("secrets.rotation")}
      description={overlapWords(retiring)}
      actions={
        retiring !== null && (
          <ReasonedButton variant="default" reason={reason} onClick={onEndOverlap}>
            {t("overlap.endNow")}
          </ReasonedButton>
        )
      }
    >
      <Stack gap="sm">
        {retiring !== null && <RotationVerdict verdict={apiKey.rotationVerdict} retiring={retiring} />}
        <SimpleGrid cols={{ base: 1, md: retiring === null ? 1 : 2 }} spacing="sm">
          {retiring !== null && <SecretCard secret={retiring} rotating />}
          <SecretCard
            secret={newest}
            rotating={retiring !== null}
            firstRequest={
              // What is refused waits for somebody, and not for a request.
              newest.state === "current" &&
              newest !== quarantinedSecretOf(apiKey) && (
                <FirstRequest
                  // Another secret is another wait.
                  key={newest.publicKeyId}
                  organizationId={organizationId}
                  keyId={apiKey.id}
                  secret={newest}
                />
              )
            }
          />
        </SimpleGrid>
        <EarlierSecrets secrets={earlierSecretsOf(apiKey)} />
      </Stack>
    </Panel>
  );
}

function overlapWords(retiring: SecretView | null): string | undefined {
  if (retiring === null || retiring.retiresAt === null) return undefined;
  return wordsOf("keys")("overlap.bothWork", { time: exactTime(retiring.retiresAt) });
}
