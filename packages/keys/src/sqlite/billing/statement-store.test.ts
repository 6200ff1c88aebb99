import { describe, expect, it } from "vitest";
import { closingOf } from "../../billing/statement.ts";
import { aDesk, anOrganization } from "../../testing/index.ts";
import { aStatement, describeStatementStore } from "../../testing/statement-store-contract.ts";

describeStatementStore("the statement store on SQLite", aDesk);

describe("a statement", () => {
  it.each([
    ["update statement set total = 0", "a statement never changes"],
    ["update or ignore statement set month = '2020-01'", "a statement never changes"],
    ["delete from statement", "a statement is never deleted"],
    ["insert or replace into statement select * from statement", "a statement is never replaced"],
    ["replace into statement select * from statement", "a statement is never replaced"],
    ["insert or ignore into statement select * from statement", "a statement is never replaced"],
  ])("is not changed by %s", async (sql, refusal) => {
    const desk = aDesk();
    const { organizationId } = (await anOrganization(desk)).act;
    const statement = aStatement(organizationId, "2026-11");
    await desk.statements.insert(statement, closingOf(statement));
    expect(() => desk.execute(sql)).toThrow(refusal);
    expect(await desk.statements.find(organizationId, "2026-11")).toEqual(statement);
  });
});
