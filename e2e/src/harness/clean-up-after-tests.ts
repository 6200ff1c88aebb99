import { afterAll } from "vitest";
import { cleanUpAll } from "./clean-up.ts";

// Not in the module itself, which proofs use outside of the test runner, too.
afterAll(cleanUpAll);
