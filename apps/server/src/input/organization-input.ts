import { leakPolicies } from "@katkey/keys";
import { z } from "zod";
import { addressesInput } from "./key-input.ts";
import { wholeInput } from "./whole.ts";

/** Ten years: whoever wants more wants none. */
const longestLifetimeDays = 3_650;

/** What is absent stays as it is. */
export const keyRulesInput = z.strictObject({
  maximumLifetimeDays: wholeInput(1, longestLifetimeDays).nullable().exactOptional(),
  expiryRequired: z.boolean().exactOptional(),
  defaultAddresses: addressesInput.exactOptional(),
});

export const leakPolicyInput = z.enum(leakPolicies);
