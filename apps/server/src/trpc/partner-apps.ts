import {
  disableApp,
  editApp,
  enableApp,
  endAppSecretOverlap,
  findApp,
  listApps,
  listCustomers,
  offerApp,
  registerApp,
  rotateAppSecret,
  withdrawOffer,
} from "@katkey/keys";
import {
  appInput,
  customersInput,
  editAppInput,
  registerAppInput,
  rotateAppSecretInput,
} from "../input/app-input.ts";
import { appViewOf, appWithSecretViewOf } from "../view/app-view.ts";
import { customerViewsOf } from "../view/customer-view.ts";
import type { Context } from "./context.ts";
import { managerProcedure, router } from "./init.ts";

/** The apps that the organization builds for others: for its owners and admins. */
export const partnerAppsRouter = router({
  list: managerProcedure.query(async ({ ctx }) => {
    const apps = await listApps(ctx.services.desk, ctx.act);
    return apps.map((app) => appViewOf(app, seen(ctx)));
  }),

  get: managerProcedure.input(appInput).query(async ({ ctx, input: { appId } }) => {
    return appViewOf(await findApp(ctx.services.desk, ctx.act, appId), seen(ctx));
  }),

  /** The organizations that connected it, newest first, and how it was used there. */
  customers: managerProcedure
    .input(customersInput)
    .query(async ({ ctx: { services, act }, input: { appId, cursor, limit } }) => {
      const from = cursor === undefined ? {} : { before: cursor };
      const { items, nextCursor } = await listCustomers(services.desk, act, { appId, limit, ...from });
      return { items: await customerViewsOf(services.usage, items, act.now), nextCursor };
    }),

  register: managerProcedure
    .input(registerAppInput)
    .mutation(async ({ ctx, input: { organizationId: _, ...request } }) => {
      return appWithSecretViewOf(await registerApp(ctx.services.desk, ctx.act, request), seen(ctx));
    }),

  edit: managerProcedure
    .input(editAppInput)
    .mutation(async ({ ctx, input: { organizationId: _, ...request } }) => {
      return appViewOf(await editApp(ctx.services.desk, ctx.act, request), seen(ctx));
    }),

  rotateSecret: managerProcedure
    .input(rotateAppSecretInput)
    .mutation(async ({ ctx, input: { organizationId: _, ...request } }) => {
      return appWithSecretViewOf(await rotateAppSecret(ctx.services.desk, ctx.act, request), seen(ctx));
    }),

  endOverlap: managerProcedure.input(appInput).mutation(async ({ ctx, input: { appId } }) => {
    return appViewOf(await endAppSecretOverlap(ctx.services.desk, ctx.act, appId), seen(ctx));
  }),

  disable: managerProcedure.input(appInput).mutation(async ({ ctx, input: { appId } }) => {
    return appViewOf(await disableApp(ctx.services.desk, ctx.act, appId), seen(ctx));
  }),

  enable: managerProcedure.input(appInput).mutation(async ({ ctx, input: { appId } }) => {
    return appViewOf(await enableApp(ctx.services.desk, ctx.act, appId), seen(ctx));
  }),

  /** Asks the operator to let every organization connect it. */
  offer: managerProcedure.input(appInput).mutation(async ({ ctx, input: { appId } }) => {
    return appViewOf(await offerApp(ctx.services.desk, ctx.act, appId), seen(ctx));
  }),

  /** Asks no more. */
  withdrawOffer: managerProcedure.input(appInput).mutation(async ({ ctx, input: { appId } }) => {
    return appViewOf(await withdrawOffer(ctx.services.desk, ctx.act, appId), seen(ctx));
  }),
});

function seen({ services, now }: Context) {
  return { brand: services.desk.brand, now };
}
