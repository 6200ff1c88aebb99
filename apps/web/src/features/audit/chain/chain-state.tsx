import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { TextSkeleton } from "../../../ui/text-skeleton.tsx";
import { BrokenChain } from "./broken-chain.tsx";
import classes from "./chain-panel.module.css";
import type { ChainCheck } from "./chain-check.ts";
import { IntactChain } from "./intact-chain.tsx";

interface ChainStateProps {
  readonly check: ChainCheck;
  /** A way to an entry, for who wants to see what breaks the chain. */
  readonly look?: (seq: number) => ReactNode;
}

/** Whether a log is as it was written, from its first entry to its last. */
export function ChainState({ check, look }: ChainStateProps) {
  const { t } = useTranslation("audit");
  const { part, error } = check;
  return (
    <section className={classes.panel} aria-label={t("chain.title")}>
      <div className={classes.state}>
        <output className={classes.state}>
          {part === undefined && error === null && <TextSkeleton label={t("chain.checking")} lines={3} />}
          {part?.intact === true && <IntactChain part={part} checking={check.checking} />}
          {part?.intact === false && <BrokenChain part={part} look={look} />}
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
