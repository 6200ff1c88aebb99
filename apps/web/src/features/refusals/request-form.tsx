import { Button, TextInput } from "@mantine/core";
import { useState, type ClipboardEvent, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./request-form.module.css";
import { requestIdIn, type Pasted } from "../../lib/api/request-id.ts";

interface RequestFormProps {
  readonly requestId: string | undefined;
  readonly onAsk: (requestId: string) => void;
}

/** Takes a request id in whatever was pasted; what holds one is asked about at once. */
export function RequestForm({ requestId = "", onAsk }: RequestFormProps) {
  const { t } = useTranslation("refusals");
  const [text, setText] = useState(requestId);
  const [mistake, setMistake] = useState<Exclude<Pasted, object> | null>(null);
  const ask = (pasted: Pasted) => {
    if (typeof pasted !== "object") return setMistake(pasted);
    setText(pasted.id);
    onAsk(pasted.id);
  };
  const paste = (event: ClipboardEvent) => {
    // Before the field joins the lines of a whole answer.
    const pasted = requestIdIn(event.clipboardData.getData("text"));
    if (typeof pasted !== "object" && pasted !== "token") return;
    event.preventDefault();
    ask(pasted);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(requestIdIn(text));
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        className={classes.field}
        label={t("ask.label")}
        description={t("ask.means")}
        placeholder="4f2c1d7e-0c56-4d6e-9a36-1f9f1f7a2b10"
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={mistake && t(`ask.${mistake}`)}
        onPaste={paste}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMistake(null);
        }}
      />
      <Button type="submit">{t("ask.action")}</Button>
    </form>
  );
}
