import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../../lib/api/api-types.ts";
import type { MemberNames } from "../../../lib/audit/audit-changes.ts";
import { changesIn, type Change } from "./changes-in.ts";
import classes from "./entry-changes.module.css";

interface EntryChangesProps {
  readonly entry: AuditEntry;
  readonly members: MemberNames;
}

/** What an entry has changed, field by field: what it was, and what it became. */
export function EntryChanges({ entry, members }: EntryChangesProps) {
  const changes = changesIn(entry, members);
  if (changes.length === 0) return null;
  return (
    <dl className={classes.list}>
      {changes.map((change) => (
        <div key={change.field} className={classes.change}>
          <dt>{change.label}</dt>
          <dd>{change.list === undefined ? <Values {...change} /> : <Items list={change.list} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ before, after }: Change) {
  const { t } = useTranslation("audit");
  if (before === null) return <bdi>{after}</bdi>;
  return (
    <>
      <span className="visually-hidden">{t("diff.was")} </span>
      <del>
        <bdi>{before}</bdi>
      </del>
      {after !== null && (
        <>
          <IconArrowRight className={classes.arrow} size={14} aria-hidden />
          <span className="visually-hidden"> {t("diff.became")} </span>
          <ins>
            <bdi>{after}</bdi>
          </ins>
        </>
      )}
    </>
  );
}

/** Of a list, what has come and what has gone; what stayed is quiet. */
function Items({ list: { kept, removed, added } }: { readonly list: NonNullable<Change["list"]> }) {
  const { t } = useTranslation("audit");
  return (
    <ul className={classes.items}>
      {removed.map((item) => (
        <li key={`- ${item}`}>
          <span className="visually-hidden">{t("diff.removed")} </span>
          <del>{item}</del>
        </li>
      ))}
      {added.map((item) => (
        <li key={`+ ${item}`}>
          <span className="visually-hidden">{t("diff.added")} </span>
          <ins>{item}</ins>
        </li>
      ))}
      {kept.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
