import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withoutSecret } from "../../../lib/key-list-search.ts";

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Searches a moment after the last letter. While somebody types, their text rules; afterwards the address does. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const { t } = useTranslation("keys");
  const [draft, setDraft] = useState<string | null>(null);
  const changeSoon = useDebouncedCallback(onChange, 250);
  const type = (typed: string) => {
    // Not only in the address: what stays in the field can be seen and copied too.
    const text = withoutSecret(typed);
    setDraft(text);
    changeSoon(text);
  };
  const text = draft ?? value;
  return (
    <TextInput
      type="search"
      aria-label={t("search.label")}
      placeholder={t("search.placeholder")}
      maxLength={100}
      autoComplete="off"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === "" ? null : <CloseButton size="sm" aria-label={t("search.clear")} onClick={() => type("")} />
      }
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null) onChange(draft);
        setDraft(null);
      }}
    />
  );
}
