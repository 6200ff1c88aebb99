/** When a call has to be over, whoever ends it. */
export interface Deadline {
  /** Aborts when the time is over, or when the caller aborts. */
  readonly signal: AbortSignal;
  /** Whether the time is over. */
  isOver(): boolean;
  /** Waits, or throws when the deadline comes first. */
  wait(milliseconds: number): Promise<void>;
  remainingMilliseconds(): number;
  /** Lets go of the timer and of the caller's signal. */
  end(): void;
}

/** By AbortController alone: `AbortSignal.any` is younger than some of the runtimes. */
export function createDeadline(
  milliseconds: number,
  { now, caller }: { readonly now: () => number; readonly caller: AbortSignal | undefined },
): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const end = now() + milliseconds;
  let over = false;
  const timer = setTimeout(() => {
    over = !signal.aborted;
    controller.abort();
  }, milliseconds);
  const follow = () => controller.abort(caller?.reason);
  if (caller?.aborted) follow();
  else caller?.addEventListener("abort", follow, { once: true });
  return {
    signal,
    isOver: () => over,
    wait: (wanted) => sleep(wanted, signal),
    remainingMilliseconds: () => end - now(),
    end() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", follow);
    },
  };
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", wake);
      resolve();
    }, milliseconds);
    if (signal.aborted) wake();
    else signal.addEventListener("abort", wake, { once: true });
  });
}
