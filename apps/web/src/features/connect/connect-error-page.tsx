import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CatalogOf } from "../../lib/language/catalogs.ts";
import { FrontDoor } from "../../ui/front-door.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Mono } from "../../ui/mono.tsx";

type Cause = keyof CatalogOf<"connect">["error"]["causes"];

/** What whoever built the app is to mend, or only time, or an operator; everything else is told as the first. */
const causes: ReadonlyMap<string, Cause> = new Map([
  ["server_error", "server_error"],
  ["temporarily_unavailable", "temporarily_unavailable"],
  ["login_required", "not_asked"],
  ["consent_required", "not_asked"],
  ["interaction_required", "not_asked"],
]);

/** A request that cannot even be shown, and that nothing can be sent back to. */
export function ConnectErrorPage({ code }: { readonly code: string | null }) {
  const { t } = useTranslation("connect");
  const cause = causes.get(code ?? "") ?? "invalid_request";
  return (
    <FrontDoor title={t("error.title")} description={t(`error.causes.${cause}`)}>
      {code !== null && (
        <Text size="sm" c="dimmed" mb="md">
          {t("error.code")} <Mono>{code}</Mono>
        </Text>
      )}
      <Stack gap="sm">
        {/* Only sent here did they come from somewhere: nothing of ours says where that is. */}
        {window.history.length > 1 && (
          <Button onClick={() => window.history.back()} fullWidth>
            {t("error.back")}
          </Button>
        )}
        <LinkButton to="/" variant="default" fullWidth>
          {t("toDashboard")}
        </LinkButton>
      </Stack>
    </FrontDoor>
  );
}
