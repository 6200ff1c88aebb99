import { appRouter } from "../src/trpc/router.ts";

const { _def: definition } = appRouter;

/** Every procedure of the dashboard, so that a table can prove that it has them all. */
export const procedureNames: readonly string[] = Object.keys(definition.procedures).toSorted();

/** Those of them that change something. */
export const changingProcedures: ReadonlySet<string> = new Set(
  Object.entries(definition.procedures).flatMap(([name, procedure]: readonly [string, unknown]) =>
    isMutation(procedure) ? [name] : [],
  ),
);

function isMutation(procedure: unknown): boolean {
  return Reflect.get(Object(Reflect.get(Object(procedure), "_def")), "type") === "mutation";
}
