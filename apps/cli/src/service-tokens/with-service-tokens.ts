import type { InstallationAct, ServiceDesk } from "@katkey/keys";
import type { Call } from "../command/command.ts";
import { changeServiceTokens } from "../installation.ts";

type Desk = ServiceDesk & Pick<ReturnType<typeof changeServiceTokens>, "soundness">;

/** Does something with the installation's service tokens, on record as what was typed. */
export async function withServiceTokens<Value>(
  { actor, now }: Pick<Call, "actor" | "now">,
  change: (desk: Desk, act: InstallationAct) => Promise<Value>,
): Promise<Value> {
  const { close, ...desk } = changeServiceTokens();
  try {
    return await change(desk, { actor, now, address: null, requestId: null });
  } finally {
    close();
  }
}
