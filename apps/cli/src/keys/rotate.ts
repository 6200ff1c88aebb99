import { rotate } from "@katkey/keys";
import { rotateInput } from "@katkey/server/key-input";
import { defineCommand } from "../command/command.ts";
import { actIn, withOrganizations } from "../organizations/with-organizations.ts";
import { overlapOption, overlapTyped } from "../typed/overlap.ts";
import { typedAs } from "../typed/typed-as.ts";
import { viewOf } from "./key-views.ts";
import { key, keyTyped, ofOrganization, tellToken } from "./told.ts";

export const keysRotate = defineCommand({
  arguments: key,
  options: { ...overlapOption, ...ofOrganization },
  example: "katkey keys rotate key_0Vb3k9aQ2mT7xWcR5pLd8e --overlap 12h > shop.token",
  changes: () => true,
  async run(call) {
    const { overlapSeconds } = typedAs(rotateInput, { overlapSeconds: overlapTyped(call) });
    return withOrganizations(async (organizations) => {
      const { organizationId, keyId } = await keyTyped(organizations, call);
      const act = actIn(organizationId, call);
      const rotated = await rotate(organizations.desk, act, { keyId, overlapSeconds });
      const view = await viewOf(organizations, rotated.key, call.now);
      const until = overlapSeconds === 0 ? "is refused now" : `works until ${view.secrets[1]?.retiresAt}`;
      const sentence = `The key ${view.name} (${view.id}) is rotated. The old token ${until}.`;
      return tellToken({ view, token: rotated.token }, sentence);
    });
  },
});
