import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Searches a moment after the last letter. While somebody types, their text rules; afterwards the address does. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const { t } = useTranslation("instance");
  const [draft, setDraft] = useState<string | null>(null);
  const changeSoon = useDebouncedCallback(onChange, 250);
  const type = (text: string) => {
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
      onBlur={() => setDraft(null)}
    />
  );
}
