import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SessionView } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { deviceOf } from "./device.ts";

/** Without a question: whoever was signed out by mistake signs in again. */
export function EndSessionButton({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation("account");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const end = useMutation(
    trpc.session.revoke.mutationOptions({
      onSuccess: () => toastDone(t("sessions.ended")),
      onError: (error) => toastRefused(t("sessions.goesOn"), error),
      onSettled: () => queryClient.invalidateQueries(trpc.session.list.queryFilter()),
    }),
  );
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      onClick={() => end.mutate({ sessionId: session.id })}
      loading={end.isPending}
      aria-label={t("sessions.endOf", { device: deviceOf(session.userAgent) })}
    >
      {t("sessions.end")}
    </Button>
  );
}
