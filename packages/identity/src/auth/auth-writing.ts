import { AsyncLocalStorage } from "node:async_hooks";
import { KeyError } from "@katkey/keys";
import type { ReserveShare, Write } from "@katkey/keys/sqlite";

interface Call {
  readonly share: ReserveShare;
  /** The first thing that was refused. */
  refusal: KeyError | null;
  /** Whether what it was judged by is still so. */
  holds: () => boolean;
}

/** How better-auth writes, which knows neither of busy databases nor of full disks. */
export interface AuthWriting {
  /** With the share of the reserve that the call under way has. @throws KeyError */
  write<Result>(change: () => Result | Promise<Result>): Promise<Result>;
  /** Waits for what we do in a call of better-auth's, so that no refusal is lost there. */
  heed<Result>(doing: Promise<Result>): Promise<Result>;
  /**
   * The call under way was judged by what this looks at: where that holds no more, nothing is left of it that would let
   * somebody in.
   */
  judgedBy(holds: () => boolean): void;
  /** Whether what the call under way was judged by holds. */
  holds(): boolean;
  /** Calls better-auth. @throws KeyError what was refused meanwhile, whatever better-auth has made of it */
  during<Result>(share: ReserveShare, call: () => Promise<Result>): Promise<Result>;
}

export function createAuthWriting(write: Write): AuthWriting {
  const calls = new AsyncLocalStorage<Call>();

  async function heed<Result>(doing: Promise<Result>): Promise<Result> {
    try {
      return await doing;
    } catch (error) {
      const call = calls.getStore();
      if (call !== undefined && error instanceof KeyError) call.refusal ??= error;
      throw error;
    }
  }

  return {
    heed,
    write: (change) => heed(write(change, calls.getStore()?.share)),
    judgedBy(holds) {
      const call = calls.getStore();
      if (call !== undefined) call.holds = holds;
    },
    holds: () => calls.getStore()?.holds() ?? true,
    async during(share, run) {
      const call: Call = { share, refusal: null, holds: () => true };
      const settled = calls.run(call, run).finally(() => {
        if (call.refusal !== null) throw call.refusal;
      });
      return settled;
    },
  };
}
