import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./copy-button.tsx";
import classes from "./code-block.module.css";

export interface CodeTab {
  readonly label: string;
  readonly code: string;
}

interface CodeBlockProps {
  /** What the snippets do, for those who do not see them. */
  readonly label: string;
  readonly tabs: readonly [CodeTab, ...CodeTab[]];
  readonly onCopied?: () => void;
}

/** The same thing in several languages, each ready to paste. */
export function CodeBlock({ label, tabs, onCopied }: CodeBlockProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState("0");
  const open = tabs[Number(chosen)] ?? tabs[0];
  return (
    <Tabs
      // Not by their labels: of these ids are made, which take no spaces.
      value={chosen}
      onChange={(next) => setChosen(next ?? "0")}
      className={classes.frame}
      keepMounted={false}
    >
      <div className={classes.bar}>
        <Tabs.List aria-label={label} className={classes.tabs}>
          {tabs.map((tab, index) => (
            <Tabs.Tab key={tab.label} value={String(index)}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <CopyButton
          value={open.code}
          what={t("copy.snippet", { language: open.label })}
          variant="icon"
          onCopied={onCopied}
        />
      </div>
      {tabs.map((tab, index) => (
        <Tabs.Panel key={tab.label} value={String(index)}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <pre className={classes.code} tabIndex={0} aria-label={`${label}: ${tab.label}`}>
            <code>{tab.code}</code>
          </pre>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
