import type { InstallationAct, ServiceDesk } from "@katkey/keys";
import { CommandError, type Call } from "../command.ts";
import { changeServiceTokens } from "../installation.ts";

/** What can be read from what was typed, as a schema does. */
interface Schema<Value> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** @throws CommandError that says what is wrong with which */
export function typedAs<Value>(schema: Schema<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new CommandError(
    `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? "Not acceptable."}`,
  );
}

/** Does something with the installation's service tokens, on record as what was typed. */
export async function withServiceTokens<Value>(
  { now }: Pick<Call, "now">,
  command: string,
  change: (desk: ServiceDesk, act: InstallationAct) => Promise<Value>,
): Promise<Value> {
  const { close, ...desk } = changeServiceTokens();
  try {
    const actor = { type: "shell", command: `katkey ${command}` } as const;
    return await change(desk, { actor, now, address: null, requestId: null });
  } finally {
    close();
  }
}
