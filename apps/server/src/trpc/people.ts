import { z } from "zod";
import { peopleInput, personInput } from "../input/person-input.ts";
import { personViewOf } from "../view/person-view.ts";
import { timeOf } from "../view/time.ts";
import { installationProcedure, operatorProcedure, router } from "./init.ts";

/** Who has an account here: for operators, who see nothing of where somebody is a member. */
export const peopleRouter = router({
  list: operatorProcedure.input(peopleInput).query(({ ctx: { services }, input: { cursor, ...query } }) => {
    const from = cursor === undefined ? {} : { after: cursor };
    const { items, nextCursor } = services.people.list({ ...query, ...from });
    return { items: items.map(personViewOf), nextCursor };
  }),

  ban: installationProcedure
    .input(personInput)
    .mutation(async ({ ctx: { services, act }, input: { id } }) => {
      await services.people.ban(act, id);
      return { id };
    }),

  unban: installationProcedure
    .input(personInput)
    .mutation(async ({ ctx: { services, act }, input: { id } }) => {
      await services.people.unban(act, id);
      return { id };
    }),

  /**
   * With the link the operator could be that person: a session alone does not make it. The answer holds the only copy.
   * Its secret is behind the `#`, so it reaches no server log.
   */
  makePasswordLink: installationProcedure
    .input(personInput.extend({ password: z.string().max(1_000) }))
    .mutation(async ({ ctx: { services, session, act }, input: { id, password } }) => {
      const { people, desk, identity, origin } = services;
      await identity.assertPasswordAgain({ user: session.user, password, address: act.address });
      const { token, expiresAt } = await people.makePasswordLink(act, id, desk.random);
      return { id, link: `${origin}/new-password#${token}`, expiresAt: timeOf(expiresAt) };
    }),
});
