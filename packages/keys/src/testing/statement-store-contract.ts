import { describe, expect, it } from "vitest";
import { chargesOf } from "../billing/charges.ts";
import type { OrganizationId } from "../id.ts";
import { endOfMonth, startOfMonth, type Month } from "../billing/month.ts";
import { defaultPrices } from "../billing/price-list.ts";
import { closingOf, type Statement } from "../billing/statement.ts";
import { anOrganization, type TestDesk } from "./desk.ts";

/** The statement of a month on the standard plan. */
export function aStatement(
  organizationId: OrganizationId,
  month: Month,
  { requests = 12_345, closedAt = endOfMonth(month) } = {},
): Statement {
  return { organizationId, month, closedAt, ...chargesOf("standard", defaultPrices, requests) };
}

/** What every statement store promises to the verbs. */
export function describeStatementStore(name: string, open: () => TestDesk): void {
  async function setUp(now = startOfMonth("2026-08") + 1) {
    const desk = open();
    const ours = (await anOrganization(desk, { now })).act.organizationId;
    const theirs = (await anOrganization(desk, { now: now + 1 })).act.organizationId;
    const store = desk.statements;
    const close = (month: Month, more: Parameters<typeof aStatement>[2] & { id?: OrganizationId } = {}) => {
      const { id = ours, ...rest } = more;
      const statement = aStatement(id, month, rest);
      return store.insert(statement, closingOf(statement));
    };
    const due = async (before: Month, organizationId?: OrganizationId) => {
      const query = { before, limit: 10, ...(organizationId !== undefined && { organizationId }) };
      const found = await store.listDue(query);
      return found.map(({ organization, month }) => [organization.id, month]);
    };
    return { desk, store, ours, theirs, close, due };
  }

  describe(name, () => {
    it("keeps a statement as it was written, with an entry in the audit log", async () => {
      const { desk, store, ours, close } = await setUp();
      expect(await close("2026-08")).toBe(true);
      expect(await store.find(ours, "2026-08")).toEqual(aStatement(ours, "2026-08"));
      const [entry] = (await desk.audit.list(ours, { limit: 1 })).items;
      expect(entry).toMatchObject({
        at: startOfMonth("2026-09"),
        actor: { type: "system", id: null, label: "katkey" },
        action: "statement.closed",
        object: { type: "statement", id: "2026-08", label: "2026-08" },
        before: null,
        after: { plan: "standard", requests: 12_345, total: 234, currency: "EUR" },
      });
      expect(await desk.audit.verify(ours)).toMatchObject({ intact: true });
    });

    it("keeps amounts that a number can just hold", async () => {
      const { store, ours, close } = await setUp();
      const requests = Number.MAX_SAFE_INTEGER;
      await close("2026-08", { requests });
      expect(await store.find(ours, "2026-08")).toEqual(aStatement(ours, "2026-08", { requests }));
    });

    it("takes one statement of a month: another one is not written, and is not in the audit log", async () => {
      const { desk, store, ours, close } = await setUp();
      await close("2026-08");
      const before = await desk.audit.verify(ours);
      expect(await close("2026-08", { requests: 1 })).toBe(false);
      expect(await store.find(ours, "2026-08")).toMatchObject({ requests: 12_345 });
      expect(await desk.audit.verify(ours)).toEqual(before);
    });

    it("takes no statement on a plan that the organization no longer has", async () => {
      const { desk, store, ours, close } = await setUp();
      desk.execute("update organization set plan = 'enterprise'");
      expect(await close("2026-08")).toBe(false);
      expect(await store.find(ours, "2026-08")).toBeNull();
    });

    it("lists statements newest month first, each once, page by page", async () => {
      const { store, ours, theirs, close } = await setUp();
      for (const month of ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01"] as const) {
        await close(month);
      }
      await close("2026-08", { id: theirs });
      const first = await store.list(ours, { limit: 4 });
      expect(first.items.map(({ month }) => month)).toEqual(["2027-01", "2026-12", "2026-11", "2026-10"]);
      expect(first.nextCursor).toBe("2026-10");
      const second = await store.list(ours, { before: "2026-10", limit: 4 });
      expect(second.items.map(({ month }) => month)).toEqual(["2026-09", "2026-08"]);
      expect(second.nextCursor).toBeNull();
    });

    it("keeps organizations apart", async () => {
      const { store, ours, theirs, close } = await setUp();
      await close("2026-08", { id: theirs });
      expect(await store.find(ours, "2026-08")).toBeNull();
      expect((await store.list(ours, { limit: 10 })).items).toEqual([]);
    });

    it("knows who lacks the statement of a month that is over, and which is the first", async () => {
      const { ours, theirs, close, due } = await setUp();
      expect(await due("2026-08")).toEqual([]);
      expect(await due("2026-09")).toEqual([
        [ours, "2026-08"],
        [theirs, "2026-08"],
      ]);
      expect(await due("2026-11", theirs)).toEqual([[theirs, "2026-08"]]);
      await close("2026-08");
      expect(await due("2026-09")).toEqual([[theirs, "2026-08"]]);
      expect(await due("2026-11")).toEqual([
        [ours, "2026-09"],
        [theirs, "2026-08"],
      ]);
      expect(await due("2026-09", ours)).toEqual([]);
    });

    it("wants no statement of a month before the organization existed", async () => {
      const { due } = await setUp(startOfMonth("2026-09") - 1);
      expect((await due("2026-09")).map(([, month]) => month)).toEqual(["2026-08"]);
      expect((await due("2026-10")).map(([, month]) => month)).toEqual(["2026-08", "2026-09"]);
    });

    it("tells no more of those who lack one than were asked for", async () => {
      const { store, ours } = await setUp();
      const due = await store.listDue({ before: "2027-01", limit: 1 });
      expect(due.map(({ organization }) => organization)).toEqual([{ id: ours, plan: "standard" }]);
    });
  });
}
