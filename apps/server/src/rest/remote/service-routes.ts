import type { ServiceRoute } from "./service-route.ts";
import { verifyRequest, verifyRequests } from "./verify.ts";

/** What the company's services may ask. */
export const serviceRoutes: readonly ServiceRoute[] = [verifyRequest, verifyRequests];
