import { verifyUsage, type UsageVerification } from "@katkey/keys";
import { defineCommand } from "../command/command.ts";
import { counted } from "../words/counted.ts";
import { readInstallation } from "../installation.ts";
import { lineOfBill, lineOfSum, lineOfUnread } from "./difference-lines.ts";

export const usageVerify = defineCommand({
  example: "katkey usage verify",
  async run() {
    const installation = readInstallation();
    try {
      const found = await verifyUsage(installation);
      const unread = found.unread === 0 ? [] : [lineOfUnread(found.unread)];
      const differences = [...found.sums.map(lineOfSum), ...found.bills.map(lineOfBill), ...unread];
      const well = differences.length === 0;
      return {
        json: { well, ...found },
        lines: [...differences, verdictOf(found, differences.length)],
        well,
      };
    } finally {
      installation.close();
    }
  },
});

function verdictOf(found: UsageVerification, differences: number): string {
  const { organizations, months, requests, statements } = found;
  const checked = [
    counted(organizations, "organization"),
    `${counted(months, "month")} with requests`,
    counted(requests, "request"),
    counted(statements, "statement"),
  ].join(", ");
  return differences === 0
    ? `Checked ${checked}: every sum is what was counted, and what is billed.`
    : `Checked ${checked}: ${counted(differences, "difference")}.`;
}
