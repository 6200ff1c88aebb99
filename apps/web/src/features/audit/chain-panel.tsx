import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api-types.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { BrokenChain } from "./broken-chain.tsx";
import classes from "./chain-panel.module.css";
import { IntactChain } from "./intact-chain.tsx";
import { useChainCheck, type ChainCheck } from "./use-chain-check.ts";

/** Whether the log is as it was written, from its first entry to its last. */
export function ChainPanel({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("audit");
  const check = useChainCheck(organizationId);
  const { part, error } = check;
  return (
    <section className={classes.panel} aria-label={t("chain.title")}>
      <div className={classes.state}>
        <output className={classes.state}>
          {part === undefined && error === null && <TextSkeleton label={t("chain.checking")} lines={3} />}
          {part?.intact === true && <IntactChain part={part} checking={check.checking} />}
          {part?.intact === false && <BrokenChain organizationId={organizationId} part={part} />}
        </output>
        {error !== null && <ErrorNotice error={error} title={t("chain.unchecked")} />}
      </div>
      <Action check={check} />
    </section>
  );
}

function Action({ check }: { readonly check: ChainCheck }) {
  const { t } = useTranslation("audit");
  const { part, error, unfinished, checking } = check;
  if (checking && unfinished) {
    return (
      <Button variant="default" onClick={check.stop}>
        {t("chain.stop")}
      </Button>
    );
  }
  const goesOn = unfinished && part !== undefined;
  return (
    <Button
      variant="default"
      loading={checking}
      onClick={goesOn ? check.checkRest : check.checkAgain}
      disabled={part === undefined && error === null}
    >
      {t(goesOn ? "chain.checkRest" : "chain.checkAgain")}
    </Button>
  );
}
