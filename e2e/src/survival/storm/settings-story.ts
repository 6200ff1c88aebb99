import { randomInt, randomUUID } from "node:crypto";
import type { Story } from "./surroundings.ts";

/** The settings of the organization beside, and what the operator decides about it. */
export const settingsChange: Story = async ({ dashboard, besideId: organizationId, journal }) => {
  const { organizations, instance } = dashboard;
  const change = <T>(action: string, request: () => Promise<T>) =>
    journal.send({ action: `organization.${action}`, subject: organizationId }, request);

  const name = `Beside ${randomUUID()}`;
  await change("renamed", () => organizations.rename.mutate({ organizationId, name }));
  const maximumLifetimeDays = randomInt(1, 3_000);
  const now = await organizations.get.query({ organizationId });
  if (now.keyRules.maximumLifetimeDays !== maximumLifetimeDays) {
    const keyRules = { maximumLifetimeDays };
    await change("key_rules_changed", () => organizations.editKeyRules.mutate({ organizationId, keyRules }));
  }
  const apiAccess = !now.apiAccess;
  await change("api_access_changed", () => instance.changeApiAccess.mutate({ organizationId, apiAccess }));
  const plan = now.plan === "standard" ? "enterprise" : "standard";
  await change("plan_changed", () => instance.changePlan.mutate({ organizationId, plan }));
  const requestsPerMinute = randomInt(1, 1_000_000);
  await change("limit_changed", () =>
    instance.changeRequestLimit.mutate({ organizationId, requestsPerMinute }),
  );
  await change("suspended", () => instance.suspend.mutate({ organizationId, reason: "Unpaid" }));
  await change("resumed", () => instance.resume.mutate({ organizationId }));
};
