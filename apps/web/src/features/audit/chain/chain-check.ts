import { useEffect, useState } from "react";
import type { ChainView } from "../../../lib/api/api-types.ts";

/** How far a check has come, and what can be done about it. */
export interface ChainCheck {
  readonly part: ChainView | undefined;
  readonly error: unknown;
  readonly unfinished: boolean;
  readonly checking: boolean;
  checkRest(): void;
  stop(): void;
  checkAgain(): void;
}

/** The parts that were checked so far. */
interface Parts {
  readonly data: { readonly pages: readonly ChainView[] } | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  fetchNextPage(): Promise<unknown>;
}

/**
 * Checks a chain part by part. The first part goes by itself, and is all of most chains; the rest of a long
 * one is checked when somebody asks for it, and can be stopped.
 */
export function useChainParts(parts: Parts, forget: () => Promise<void>): ChainCheck {
  const [running, setRunning] = useState(false);
  const { data, error, hasNextPage, isFetching, isError, fetchNextPage } = parts;
  const goesOn = running && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return {
    part: data?.pages.at(-1),
    error,
    unfinished: hasNextPage,
    checking: isFetching || goesOn,
    checkRest() {
      setRunning(true);
      if (isError) void fetchNextPage();
    },
    stop: () => setRunning(false),
    checkAgain() {
      setRunning(true);
      void forget();
    },
  };
}

/** Where the next part begins; `undefined` behind the last. */
export function nextPlaceOf(part: ChainView) {
  if (!part.intact || part.entries >= part.length) return undefined;
  return { seq: part.entries, hash: part.head };
}

/** What was checked is not checked again by itself: that would be the whole chain. */
export const keptWhileShown = { staleTime: Infinity, gcTime: 0 } as const;
