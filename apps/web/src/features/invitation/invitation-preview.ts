import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "../../lib/trpc.ts";

export type InvitationPreview = inferOutput<ReturnType<typeof useTRPC>["invitations"]["preview"]>;
