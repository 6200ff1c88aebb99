import { expect, it } from "vitest";
import { ada, openInstallation } from "./testing/installation.ts";

it("signs in with e-mail and password, and knows who comes back with the cookie", async () => {
  const { identity, signIn, signedIn } = await openInstallation();
  const user = await identity.createUser(ada);

  const answer = await signIn(ada);

  expect(answer.status).toBe(200);
  expect(await signedIn(answer.cookie)).toEqual({ sessionId: expect.stringMatching(/^ses_/), user });
});
