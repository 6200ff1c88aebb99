import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, refusalOf } from "./refusal.ts";

/**
 * `onSignedOut` is called when the server answers to a query that nobody is signed in. A mutation's form
 * says it itself, and keeps what was entered.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
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
