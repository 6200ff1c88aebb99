import { Text } from "@mantine/core";
import type { KeyView, OrganizationId } from "../../lib/api-types.ts";
import { plural } from "../../lib/plural.ts";
import { Notice } from "../../ui/notice.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { mostSettlements } from "./settlement.ts";
import classes from "./settle-keys.module.css";

interface TooManyKeysProps {
  readonly organizationId: OrganizationId;
  readonly keys: readonly KeyView[];
  readonly canHandOver: boolean;
}

/** One step settles so many keys and no more: names as many as have to be settled before it. */
export function TooManyKeys({ organizationId, keys, canHandOver }: TooManyKeysProps) {
  const first = keys.slice(mostSettlements);
  return (
    <Notice tone="warning" title={`${plural(keys.length, "key")} are too many for one step`}>
      <Text size="sm">
        At most {mostSettlements} can be settled together. Before that, revoke{" "}
        {canHandOver && "or hand over (Edit, Responsible member) "}at least {first.length} of them on their
        own pages, such as these, then come back:
      </Text>
      <ul className={classes.tooMany}>
        {first.map(({ id, name }) => (
          <li key={id}>
            <TextLink to="/o/$organizationId/settings/keys/$keyId" params={{ organizationId, keyId: id }}>
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
