import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { inNameOrder } from "../../lib/words/name-order.ts";
import { oneOfRole, roleName } from "../../lib/organization/roles.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { Notice } from "../../ui/notice.tsx";
import classes from "./connect.module.css";
import type { OrganizationChoice } from "./connect-requests.ts";

interface OrganizationFieldProps {
  readonly organizations: readonly OrganizationChoice[];
  readonly value: OrganizationId | null;
  readonly onChange: (id: OrganizationId) => void;
  readonly missing: boolean;
}

/** More than this are found by typing. */
const mostCards = 6;

/** Whose data the app is to work with. Those where this person cannot connect it are shown, with why. */
export function OrganizationField({ organizations, value, onChange, missing }: OrganizationFieldProps) {
  const { t } = useTranslation("connect");
  const inOrder = inNameOrder(organizations, ({ name }) => name).toSorted(
    (a, b) => Number(a.obstacle !== null) - Number(b.obstacle !== null),
  );
  if (organizations.length === 0) return <Notice tone="warning">{t("organization.none")}</Notice>;
  const isPossible = organizations.some(({ obstacle }) => obstacle === null);
  return (
    <>
      {!isPossible && <Notice tone="warning">{t("organization.noneFits")}</Notice>}
      <div className={classes.choices}>
        {organizations.length > mostCards ? (
          <ManyOrganizations organizations={inOrder} value={value} onChange={onChange} missing={missing} />
        ) : (
          <ChoiceCards
            label={t("organization.label")}
            choices={inOrder.map((choice) => ({
              value: choice.id,
              label: choice.name,
              description: placeIn(choice),
              disabled: choice.obstacle !== null,
            }))}
            value={value}
            onChange={onChange}
            error={missing ? t("organization.missing") : undefined}
          />
        )}
      </div>
    </>
  );
}

function ManyOrganizations({ organizations, value, onChange, missing }: OrganizationFieldProps) {
  const { t } = useTranslation("connect");
  return (
    <Select
      label={t("organization.label")}
      placeholder={t("organization.search")}
      searchable
      nothingFoundMessage={t("organization.nothingFound")}
      data={organizations.map((choice) => ({
        value: choice.id,
        label:
          choice.obstacle === null
            ? choice.name
            : t("organization.withReason", { name: choice.name, reason: placeIn(choice) }),
        disabled: choice.obstacle !== null,
      }))}
      value={value}
      allowDeselect={false}
      onChange={(next) => {
        const found = organizations.find(({ id }) => id === next);
        if (found !== undefined) onChange(found.id);
      }}
      error={missing ? t("organization.missing") : undefined}
    />
  );
}

/** What this person is there; or why they cannot connect the app. */
function placeIn({ role, obstacle }: OrganizationChoice): string {
  return obstacle === null
    ? roleName(role)
    : wordsOf("connect")(`organization.obstacles.${obstacle}`, { role: oneOfRole(role) });
}
