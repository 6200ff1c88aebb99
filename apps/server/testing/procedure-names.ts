import { appRouter } from "../src/trpc/router.ts";

const { _def: definition } = appRouter;

/** Every procedure of the dashboard, so that a table can prove that it has them all. */
export const procedureNames: readonly string[] = Object.keys(definition.procedures).toSorted();
