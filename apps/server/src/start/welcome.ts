import type { Config } from "../config.ts";
import type { Services } from "../services.ts";

/**
 * What the operator is told: where to open Katkey, and the one-time setup link while nobody
 * has an account. On the terminal and not in the log: the link is a secret for an hour.
 */
export async function welcomeOf({ identity, clock }: Services, config: Config): Promise<string> {
  const created =
    config.operator && (await identity.ensureOperator({ name: "Operator", ...config.operator }));
  const token = identity.createSetupToken(clock.now());
  const lines = [`Katkey is ready: ${config.origin}`];
  if (created !== null)
    lines.push(`Sign in as ${created.email}, with the password from KATKEY_ADMIN_PASSWORD.`);
  if (token !== null) {
    lines.push("Nobody has an account yet. Open this link within an hour to make the first:");
    lines.push(`${config.origin}/setup#${token}`);
  }
  return lines.join("\n");
}
