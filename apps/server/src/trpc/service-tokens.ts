import {
  endServiceTokenOverlap,
  issueServiceToken,
  listServiceTokens,
  revokeServiceToken,
  rotateServiceToken,
} from "@katkey/keys";
import {
  issueServiceTokenInput,
  listServiceTokensInput,
  rotateServiceTokenInput,
  serviceTokenInput,
} from "../input/service-token-input.ts";
import { issuedServiceTokenViewOf, serviceTokenViewOf } from "../view/service-token-view.ts";
import { usedServiceTokenViewsOf } from "../view/used-service-token-view.ts";
import { installationProcedure, operatorProcedure, router } from "./init.ts";

/** What a company's own services ask Katkey with: for operators. */
export const serviceTokensRouter = router({
  list: operatorProcedure
    .input(listServiceTokensInput)
    .query(async ({ ctx: { services, now }, input: { cursor, ...query } }) => {
      const from = cursor === undefined ? {} : { before: cursor };
      const { items, nextCursor } = await listServiceTokens(services.desk, { ...query, ...from, now });
      return { items: await usedServiceTokenViewsOf(services, items, now), nextCursor };
    }),

  issue: installationProcedure
    .input(issueServiceTokenInput)
    .mutation(async ({ ctx: { services, act }, input }) => {
      const issued = await issueServiceToken(services.desk, act, input);
      return issuedServiceTokenViewOf(services.desk, issued, act.now);
    }),

  rotate: installationProcedure
    .input(rotateServiceTokenInput)
    .mutation(async ({ ctx: { services, act }, input }) => {
      const rotated = await rotateServiceToken(services.desk, act, input);
      return issuedServiceTokenViewOf(services.desk, rotated, act.now);
    }),

  endOverlap: installationProcedure
    .input(serviceTokenInput)
    .mutation(async ({ ctx: { services, act }, input: { id } }) => {
      const record = await endServiceTokenOverlap(services.desk, act, id);
      return serviceTokenViewOf(services.desk, record, act.now);
    }),

  revoke: installationProcedure
    .input(serviceTokenInput)
    .mutation(async ({ ctx: { services, act }, input: { id } }) => {
      const record = await revokeServiceToken(services.desk, act, id);
      return serviceTokenViewOf(services.desk, record, act.now);
    }),
});
