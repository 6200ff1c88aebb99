import { expect, it } from "vitest";
import { installation, type AuditAction, type ChainId } from "../audit/audit.ts";
import { aDesk, anOrganization, noon } from "../testing/index.ts";
import type { RestoreDesk } from "./ending.ts";
import { reapply } from "./reapply.ts";

/** What a restore makes of entries about a password link, of a member or of somebody else. */
async function told(chain: "organization" | "installation", actions: readonly AuditAction[]) {
  const desk = aDesk();
  const { act } = await anOrganization(desk);
  const { memberId, userId, email } = act.actor;
  const isOwn = chain === "organization";
  const organizationId: ChainId = isOwn ? act.organizationId : installation;
  const object = isOwn
    ? ({ type: "member", id: memberId, label: email } as const)
    : ({ type: "person", id: userId, label: email } as const);
  const actor = { type: "user", id: userId, label: email } as const;
  const common = { at: noon, actor, address: null, requestId: null, before: null, after: null };
  await desk.audit.append(...actions.map((action) => ({ ...common, organizationId, action, object })));
  const { items } = await desk.audit.list(organizationId, { limit: 100, oldestFirst: true });
  const log = items.filter(({ action }) => actions.includes(action));
  const people: RestoreDesk["people"] = { isBanned: () => false, ban: async () => "done" };
  const restored = await reapply(
    { ...desk, people },
    { log, provenUpTo: 0, now: noon, command: "katkey restore" },
  );
  return restored.map(({ entry, outcome, hint }) => [entry.action, outcome, hint].join(" | "));
}

it.each(["organization", "installation"] as const)(
  "says that a password which was chosen by a link is the forgotten one again, by the log of the %s",
  async (chain) => {
    const noun = chain === "organization" ? "member" : "person";
    expect(await told(chain, [`${noun}.password_link_made`, `${noun}.password_link_used`])).toEqual([
      `${noun}.password_link_used | by_hand | The password that they forgot is theirs again, and the one that they chose is not: make them another password link.`,
    ]);
  },
);

it("believes no organization's log about a person who may be none of its members", async () => {
  expect(await told("organization", ["person.password_link_used"])).toEqual([
    "person.password_link_used | unknown | ",
  ]);
});
