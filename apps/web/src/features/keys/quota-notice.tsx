import { Notice } from "../../ui/notice.tsx";
import { isFull, type Quota } from "./quota.ts";

/** What a full plan means, and the way out. */
export function QuotaNotice({ quota }: { readonly quota: Quota | undefined }) {
  if (quota === undefined || !isFull(quota)) return null;
  return (
    <Notice tone="info" title={`All ${quota.limit} keys of the ${quota.plan} plan are in use`}>
      Live and test keys count together, a rotating key once; expired and revoked ones do not count. To make
      room, revoke a key that nobody uses any more: “Last used” tells which.
    </Notice>
  );
}
