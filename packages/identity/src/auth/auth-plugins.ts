import { twoFactor } from "better-auth/plugins/two-factor";
import type { AuthSettings } from "./auth.ts";
import { passkeyPlugin } from "../passkeys/passkey-plugin.ts";
import { makeRecoveryCodes } from "../two-factor/recovery-codes.ts";

/** Ten minutes from the password to the code. */
const secondStepSeconds = 600;

/** No more than these: every plugin brings routes, and has had its faults. */
export function authPlugins(settings: AuthSettings) {
  return [
    twoFactor({
      // An app lists several installations by it.
      issuer: `Katkey ${new URL(settings.origin).hostname}`,
      twoFactorCookieMaxAge: secondStepSeconds,
      // Ours counts before it judges, and lets nobody with the password keep its owner out: see code-attempts.ts.
      accountLockout: { enabled: false },
      backupCodeOptions: {
        storeBackupCodes: "encrypted",
        customBackupCodesGenerate: () => makeRecoveryCodes(settings.random),
      },
    }),
    passkeyPlugin(settings),
  ];
}
