import { expect, it, vi } from "vitest";
import { ada, openInstallation } from "../testing/installation.ts";

it("a password that is given again is judged, and guesses at it are slowed down as those at the sign-in are", async () => {
  const pause = vi.fn<(milliseconds: number) => Promise<void>>(async () => {});
  const { identity } = await openInstallation({ pause });
  const user = await identity.createUser(ada);
  const give = (password: string, address = "192.0.2.1") =>
    identity.assertPasswordAgain({ user, password, address }).then(
      () => "right",
      (error: { code: string }) => error.code,
    );

  expect(await give(ada.password)).toBe("right");
  for (let guess = 0; guess < 10; guess += 1)
    expect(await give(`guess ${guess}`)).toBe("current_password_wrong");
  expect(pause).not.toHaveBeenCalled();

  pause.mockImplementationOnce(() => new Promise<void>(() => {}));
  void give("held up");
  expect(await give("another from there")).toBe("too_many_attempts");
  expect(await give("guess 11", "198.51.100.1")).toBe("current_password_wrong");
  expect(pause).toHaveBeenCalledTimes(2);
  expect(await give(ada.password, "198.51.100.1")).toBe("right");
});
