import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId } from "../../lib/api/api-types.ts";
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
  const { t } = useTranslation("members");
  const first = keys.slice(mostSettlements);
  const amounts = { most: mostSettlements, first: first.length };
  return (
    <Notice tone="warning" title={t("tooMany.title", { count: keys.length })}>
      <Text size="sm">{canHandOver ? t("tooMany.text", amounts) : t("tooMany.textSelf", amounts)}</Text>
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
