import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, refusalOf } from "./refusal.ts";

/** `onSignedOut` is called whenever the server answers that nobody is signed in. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Offline, a request is refused at once and says so; otherwise it would wait without a word.
      mutations: { networkMode: "always" },
      queries: {
        networkMode: "always",
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && refusalOf(error).retryable,
      },
    },
  });
}
