import type { KeyView } from "../../lib/api-types.ts";
import { Mono } from "../../ui/mono.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { retiringSecretOf } from "./key-secrets.ts";

/** Warns that a rotation would end the overlap of the one before. */
export function RunningOverlap({ apiKey }: { readonly apiKey: KeyView }) {
  const retiring = retiringSecretOf(apiKey);
  if (retiring === null) return null;
  const { hint, lastUse } = retiring;
  return (
    <Notice tone="warning" title="The last rotation is still running">
      Rotating again refuses its old secret, ending in <b>{hint}</b>, at once.{" "}
      {lastUse === null ? (
        "It was never used."
      ) : (
        <>
          It was last used <RelativeTime at={lastUse.at} /> from <Mono>{lastUse.address}</Mono>.
        </>
      )}
    </Notice>
  );
}
