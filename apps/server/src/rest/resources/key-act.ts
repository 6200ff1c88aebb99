import type { Act, KeyActor } from "@katkey/keys";
import { Problem } from "../../http/problem.ts";
import type { Admitted } from "../route.ts";

/** Only a key changes keys. @throws Problem `api_key_required` */
export function keyActIn({ act }: Admitted): Act<KeyActor> {
  const { actor } = act;
  if (actor.type === "key") return { ...act, actor };
  throw new Problem("api_key_required");
}
