import type { UserId } from "@katkey/keys";
import type { Auth } from "../auth/auth.ts";
import type { Executor } from "../database.ts";
import { type Passkey, listPasskeys } from "../passkeys/passkeys.ts";
import { hasTwoFactor } from "../two-factor/two-factor.ts";

/** What a user signs in with besides the password. */
export interface SignInMeans {
  readonly twoFactor: {
    readonly isOn: boolean;
    /** Null where they cannot be read: the session secret is another. */
    readonly recoveryCodesLeft: number | null;
  };
  readonly passkeys: readonly Passkey[];
}

export async function signInMeansOf(database: Executor, auth: Auth, userId: UserId): Promise<SignInMeans> {
  const isOn = hasTwoFactor(database, userId);
  const codes = isOn ? await recoveryCodesOf(auth, userId).catch(() => null) : [];
  return {
    twoFactor: { isOn, recoveryCodesLeft: codes?.length ?? null },
    passkeys: listPasskeys(database, userId),
  };
}

/** Those that were not used yet. */
export async function recoveryCodesOf(auth: Auth, userId: UserId): Promise<readonly string[]> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } });
  return backupCodes;
}
