export { mountPath, routes } from "./addresses.ts";
export { createAuthorizationServer, sweptAtOnce, type AuthorizationServer } from "./authorization-server.ts";
export type { PendingRequest } from "./pending-request.ts";
