import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FrontDoor } from "../../ui/front-door.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Mono } from "../../ui/mono.tsx";

/** What whoever built the app is to mend, or only time; everything else is told as the first. */
const known = ["server_error", "temporarily_unavailable"] as const;

/** A request that cannot even be shown, and that nothing can be sent back to. */
export function ConnectErrorPage({ code }: { readonly code: string | null }) {
  const { t } = useTranslation("connect");
  const cause = known.find((one) => one === code) ?? "invalid_request";
  return (
    <FrontDoor title={t("error.title")} description={t(`error.causes.${cause}`)}>
      {code !== null && (
        <Text size="sm" c="dimmed" mb="md">
          {t("error.code")} <Mono>{code}</Mono>
        </Text>
      )}
      <LinkButton to="/" variant="default" fullWidth>
        {t("toDashboard")}
      </LinkButton>
    </FrontDoor>
  );
}
