import { findOrganization, installation, type AuditLog } from "@katkey/keys";
import { defineCommand } from "../command/command.ts";
import { counted } from "../words/counted.ts";
import { readLogs } from "../installation.ts";
import { organizationTyped } from "../organizations/with-organizations.ts";
import { everyChain, type Chain, type Logs } from "./chains.ts";

export const auditVerify = defineCommand({
  options: {
    organization: { takes: "<id>", about: "Only its log; else all of them, the installation's too" },
  },
  example: "katkey audit verify",
  async run(call) {
    const logs = readLogs();
    try {
      const checks = [];
      for (const chain of await chainsIn(logs, call.value("organization"))) {
        checks.push({ chain, check: await checked(logs, chain) });
      }
      const broken = checks.filter(({ check }) => !check.intact);
      const lines = [...checks.flatMap(faultLine), ...headLines(call.has("organization"), checks)];
      const well = broken.length === 0;
      return {
        json: {
          well,
          logs: checks.map(({ chain, check }) => ({ log: chain.id, name: chain.name, ...check })),
        },
        lines: [...lines, verdictOf(checks)],
        well,
      };
    } finally {
      logs.close();
    }
  },
});

async function chainsIn(logs: Logs, typed: string | undefined): Promise<readonly Chain[]> {
  if (typed === undefined) return everyChain(logs);
  const { id, name } = await findOrganization(logs, organizationTyped(typed));
  return [{ id, name }];
}

type Check = Awaited<ReturnType<AuditLog["verify"]>>;

/** An organization's log begins when it is made, so that one without entries has lost them. */
async function checked({ audit }: Logs, { id }: Chain): Promise<Check> {
  const check = await audit.verify(id);
  if (!check.intact || check.entries > 0 || id === installation) return check;
  return { intact: false, firstBrokenSeq: 1, fault: "missing" };
}

interface Checked {
  readonly chain: Chain;
  readonly check: Check;
}

const faults = {
  missing: "is gone, or cannot be read",
  changed: "is not what its hash says",
  unlinked: "does not follow the one before",
  added: "stands behind the noted end",
  rewritten: "is another than was noted as the end",
} as const satisfies Record<Extract<Check, { intact: false }>["fault"], string>;

function faultLine({ chain, check }: Checked): readonly string[] {
  if (check.intact) return [];
  return [
    `${chain.id} (${chain.name}): entry ${check.firstBrokenSeq} ${faults[check.fault]} (${check.fault}).`,
  ];
}

/** For whoever notes it down elsewhere. */
function headLines(isOne: boolean, checks: readonly Checked[]): readonly string[] {
  return checks.flatMap(({ check }) =>
    isOne && check.intact ? [`The last entry's hash is ${check.head}.`] : [],
  );
}

function verdictOf(checks: readonly Checked[]): string {
  const entries = checks.reduce((sum, { check }) => sum + (check.intact ? check.entries : 0), 0);
  const broken = checks.filter(({ check }) => !check.intact).length;
  const what = `Checked ${counted(checks.length, "log")}`;
  return broken === 0
    ? `${what}, ${counted(entries, "entry", "entries")}: each is what its hash says and follows the one before.`
    : `${what}: ${broken} broken.`;
}
