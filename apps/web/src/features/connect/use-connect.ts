import { useQuery } from "@tanstack/react-query";
import { useOnce } from "../../lib/api/use-once.ts";
import { readDetails, sendDecision, type Decision } from "./connect-requests.ts";

/** What is asked; read anew whenever somebody comes back to the page, for they may have signed in as another. */
export function useDetails(uid: string) {
  return useQuery({ queryKey: ["connect", uid], queryFn: () => readDetails(uid), gcTime: 0, staleTime: 0 });
}

/** Answers, and leaves the page for wherever that leads: no form, because a policy on forms would hold it here. */
export function useAnswer(uid: string) {
  return useOnce({
    mutationFn: (decision: Decision) => sendDecision(uid, decision),
    onSuccess: (redirectTo) => window.location.assign(redirectTo),
    gcTime: 0,
  });
}
