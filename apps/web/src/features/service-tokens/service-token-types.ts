import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "../../lib/api/trpc.ts";

type Api = ReturnType<typeof useTRPC>["instance"]["serviceTokens"];

export type ServiceToken = inferOutput<Api["list"]>["items"][number];

export type ServiceTokenStatus = ServiceToken["status"];

export interface ServiceTokenDialogProps {
  readonly serviceToken: ServiceToken;
  readonly onClose: () => void;
}
