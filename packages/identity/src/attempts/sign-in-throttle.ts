import { hash } from "node:crypto";
import { clientGroupOf } from "@katkey/keys";
import { tooManyAttempts } from "../routes/auth-refusal.ts";

const windowMs = 15 * 60_000;
const freeFailures = 10;
const shortestPauseMs = 250;
const longestPauseMs = 5_000;
const mostWaiting = 5;
/** Failures beyond these change nothing: the pause is at its longest. */
const mostRemembered = freeFailures + Math.ceil(Math.log2(longestPauseMs / shortestPauseMs));
const mostAccounts = 10_000;

/**
 * Slows down whoever guesses at one account, from however many addresses. Never a lock: whoever
 * knows the password is in after five seconds, and a success forgets the failures.
 */
export interface SignInThrottle {
  /** Resolves when the attempt may be made. @throws AuthRefusal `too_many_attempts` when too many wait already */
  wait(email: string, address: string | null): Promise<void>;
  failed(email: string): void;
  succeeded(email: string): void;
}

interface Account {
  /** When the latest attempts failed, oldest first. */
  failures: readonly number[];
  /** From where; one at a time, so that one client cannot take the places of all others. */
  readonly waiting: Set<string>;
}

interface Time {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** Knows e-mail addresses by their hash, whether anybody has them or not, and at most 10,000 of them. */
export function createSignInThrottle({ now, pause }: Time): SignInThrottle {
  // In the order of the latest failure.
  const accounts = new Map<string, Account>();
  const recent = ({ failures }: Account) => failures.filter((at) => at > now() - windowMs);
  return {
    async wait(email, address) {
      const account = accounts.get(nameOf(email));
      const milliseconds = account === undefined ? 0 : pauseAfter(recent(account).length);
      if (account === undefined || milliseconds === 0) return;
      const { waiting } = account;
      const client = address === null ? "" : clientGroupOf(address);
      if (waiting.has(client) || waiting.size >= mostWaiting)
        throw tooManyAttempts(Math.ceil(milliseconds / 1_000));
      waiting.add(client);
      await pause(milliseconds).finally(() => waiting.delete(client));
    },
    failed(email) {
      const name = nameOf(email);
      const account = accounts.get(name) ?? { failures: [], waiting: new Set() };
      account.failures = [...recent(account), now()].slice(-mostRemembered);
      accounts.delete(name);
      accounts.set(name, account);
      const [quietest] = accounts.keys();
      if (accounts.size > mostAccounts && quietest !== undefined) accounts.delete(quietest);
    },
    succeeded: (email) => void accounts.delete(nameOf(email)),
  };
}

function pauseAfter(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestPauseMs, shortestPauseMs * 2 ** (failures - freeFailures));
}

// Of one length, whatever somebody sends as an address.
function nameOf(email: string): string {
  return hash("sha256", email, "base64url");
}
