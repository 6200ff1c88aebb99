import { expect, it } from "vitest";
import { connectedAppsSearchOf } from "./connected-apps-search.ts";

it("keeps which app is open, and whether those that ended are shown", () => {
  const search = { show: "all", grant: "grt_0aB" };
  expect(connectedAppsSearchOf(search)).toEqual(search);
});

it.each([{ show: "some" }, { grant: "key_0aB" }, { grant: "grt_../x" }, { grant: 7 }])(
  "drops what names nothing: %o",
  (search) => {
    expect(connectedAppsSearchOf(search)).toEqual({ show: undefined, grant: undefined });
  },
);
