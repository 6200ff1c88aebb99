import type { KeyErrorCode } from "@katkey/keys";
import { alertProblems, type AlertProblemCode } from "./problems/alerts.ts";
import { appProblems } from "./problems/apps.ts";
import { changeProblems } from "./problems/changes.ts";
import { connectProblems, type ConnectProblemCode } from "./problems/connect.ts";
import { credentialProblems, type CredentialProblemCode } from "./problems/credentials.ts";
import type { ProblemDefinition } from "./problems/definition.ts";
import { productProblems, type ProductProblemCode } from "./problems/products.ts";
import { requestProblems, type RequestProblemCode } from "./problems/requests.ts";
import { serviceTokenProblems } from "./problems/service-tokens.ts";
import { storageProblems } from "./problems/storage.ts";

/** Everything that can be wrong with a request. Closed: codes never change their meaning. */
export type ProblemCode =
  | CredentialProblemCode
  | RequestProblemCode
  | ConnectProblemCode
  | AlertProblemCode
  | KeyErrorCode
  | ProductProblemCode;

/** The one table from which answers, /docs/errors and docs/errors.md are made. */
export const problems = {
  ...credentialProblems,
  ...requestProblems,
  ...changeProblems,
  ...serviceTokenProblems,
  ...appProblems,
  ...storageProblems,
  ...connectProblems,
  ...alertProblems,
  ...productProblems,
} as const satisfies Record<ProblemCode, ProblemDefinition>;
