import { useMutation, type UseMutationOptions, type UseMutationResult } from "@tanstack/react-query";
import { useRef } from "react";

/**
 * A mutation that is under way is not sent a second time. A button that goes dead with `isPending` is
 * too late for a double click: both come before React has rendered, and of two answers the first is lost.
 */
export function useOnce<Data, Failure, Input, Context>(
  options: UseMutationOptions<Data, Failure, Input, Context>,
): UseMutationResult<Data, Failure, Input, Context> {
  const underWay = useRef(false);
  const mutation = useMutation({
    ...options,
    onSettled: (...outcome) => {
      underWay.current = false;
      return options.onSettled?.(...outcome);
    },
  });
  const mutate: typeof mutation.mutate = (...request) => {
    if (underWay.current) return;
    underWay.current = true;
    mutation.mutate(...request);
  };
  return { ...mutation, mutate };
}
