import { useTranslation } from "react-i18next";
import { amountWords } from "../../lib/words/amount-words.ts";
import type { StatementView } from "../../lib/api/api-types.ts";
import { linesOf } from "./lines-of-statement.ts";
import classes from "./statement-lines.module.css";

export function StatementLines({ statement }: { readonly statement: StatementView }) {
  const { t } = useTranslation("billing");
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={t("statement.lines")}>
        <thead>
          <tr>
            <th scope="col">{t("statement.what")}</th>
            <th scope="col">{t("statement.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(statement).map(({ what, how, amount }) => (
            <tr key={what}>
              <td>
                {what}
                <span className={classes.how}>{how}</span>
              </td>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            <td>{amountWords(statement.amounts.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
