import { timeOf } from "../view/time.ts";
import { router, userProcedure } from "./init.ts";

export const accountRouter = router({
  /** What the caller signs in with besides the password. It is changed under `/auth`, with the password. */
  signInMeans: userProcedure.query(async ({ ctx: { services, session } }) => {
    const { twoFactor, passkeys } = await services.identity.signInMeansOf(session.user.id);
    return {
      twoFactor,
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: timeOf(createdAt),
        lastUsedAt: timeOf(lastUsedAt),
      })),
    };
  }),
});
