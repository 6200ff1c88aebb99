import type { UseMutationOptions, UseMutationResult } from "@tanstack/react-query";
import { useOnce } from "../lib/api/use-once.ts";
import { toastDone } from "./toast.ts";

interface DecisionEnd {
  /** What is said when it is done. */
  readonly done: string;
  readonly onClose: () => void;
}

/** A change that is decided in a dialog: done, it is said and the dialog closes; refused, the dialog stays to say why. */
export function useDecision<Data, Failure, Input, Context>(
  options: UseMutationOptions<Data, Failure, Input, Context>,
  { done, onClose }: DecisionEnd,
): UseMutationResult<Data, Failure, Input, Context> {
  return useOnce({
    ...options,
    onSuccess: () => {
      toastDone(done);
      onClose();
    },
  });
}
