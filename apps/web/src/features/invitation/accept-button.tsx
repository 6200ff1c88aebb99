import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { useOpenOrganization } from "./use-open-organization.ts";

export function AcceptButton({ token }: { readonly token: string }) {
  const { t } = useTranslation("invitation");
  const trpc = useTRPC();
  const open = useOpenOrganization();
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: ({ organizationId }) => open(organizationId),
      gcTime: 0,
    }),
  );
  return (
    <Stack gap="md">
      {accept.error !== null && <ErrorNotice error={accept.error} />}
      <Button onClick={() => accept.mutate({ token })} loading={accept.isPending} fullWidth ref={focusFirst}>
        {t("accept")}
      </Button>
    </Stack>
  );
}
