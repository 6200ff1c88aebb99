import type { issuedServiceTokenViewOf } from "@katkey/server/service-token-view";
import { CommandError, type Answer } from "../command/command.ts";

type Issued = Awaited<ReturnType<typeof issuedServiceTokenViewOf>>;

export const serviceToken = {
  token: { takes: "<id>", about: "Begins with svt_; service-tokens list says it" },
} as const;

/** The token alone is said, so that it can go where it belongs; the rest is for who sits there. */
export function tellIssued(issued: Issued, sentence: string): Answer {
  return {
    json: issued,
    notes: [`${sentence} This is its token. It is shown once:`],
    lines: [issued.token],
  };
}

/** For whom it answers. */
export function coverageOf({ organizations }: Pick<Issued["serviceToken"], "organizations">): string {
  if (organizations === null) return "all organizations";
  return organizations.map(({ name, id }) => `${name} (${id})`).join(", ");
}

/** @throws CommandError */
export function serviceTokenTyped(typed: string): string {
  if (/^svt_\w+$/.test(typed)) return typed;
  const message = `${typed} is no id of a service token, which begins with svt_: katkey service-tokens list says it.`;
  throw new CommandError(message, { code: "usage" });
}
