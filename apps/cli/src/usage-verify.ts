import { verifyUsage, type UsageVerification } from "@katkey/keys";
import type { Command } from "./command.ts";
import { lineOfBill, lineOfSum, lineOfUnread } from "./difference-lines.ts";
import { readInstallation } from "./installation.ts";

export const usageVerify: Command = {
  name: "usage verify",
  about: "Recompute every sum: per key = per organization = billed. Exits with 1 and the differences if any",
  async run({ say }) {
    const installation = readInstallation();
    try {
      const found = await verifyUsage(installation);
      const unread = found.unread === 0 ? [] : [lineOfUnread(found.unread)];
      const differences = [...found.sums.map(lineOfSum), ...found.bills.map(lineOfBill), ...unread];
      for (const line of differences) say(line);
      say(verdictOf(found, differences.length));
      return differences.length === 0 ? 0 : 1;
    } finally {
      installation.close();
    }
  },
};

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

function counted(count: number, name: string): string {
  return `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`;
}
