import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SessionView } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { deviceOf } from "./device.ts";

/** Without a question: whoever was signed out by mistake signs in again. */
export function EndSessionButton({ session }: { readonly session: SessionView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const end = useMutation(
    trpc.session.revoke.mutationOptions({
      onSuccess: () => toastDone("Session ended"),
      onError: (error) => toastRefused("The session goes on", error),
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
      aria-label={`End the session of ${deviceOf(session.userAgent)}`}
    >
      End session
    </Button>
  );
}
