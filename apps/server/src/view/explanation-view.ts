import type { Explanation, Obstacle } from "@katkey/keys";
import type { Services } from "../services.ts";
import { keyViewOf } from "./key-view.ts";
import { refusalViewOf } from "./refusal-view.ts";
import { timeOf } from "./time.ts";

/** Why a request was refused, and what would be against it now. */
export async function explanationViewOf(
  services: Pick<Services, "usage" | "desk">,
  { refusal, apiKey, connection, requestsPerMinute, obstacles }: Explanation,
  now: number,
) {
  return {
    refusal: refusalViewOf(refusal),
    /** `null`: an app sent it. */
    key: apiKey && (await keyViewOf(services, apiKey, now)),
    /** `null`: a key sent it. */
    app: connection && {
      grantId: connection.grant.id,
      name: connection.app.name,
      responsibleMemberId: connection.grant.memberId,
    },
    /** What the organization's keys may send within a minute now. */
    requestsPerMinute,
    /** In the order in which admission decides; empty: it would let the same request in. */
    obstacles: obstacles.map(obstacleViewOf),
  };
}

function obstacleViewOf(obstacle: Obstacle) {
  return "at" in obstacle ? { ...obstacle, at: timeOf(obstacle.at) } : obstacle;
}
