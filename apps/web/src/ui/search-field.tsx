import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** Of the button that empties it. */
  readonly clear: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What may stay in the field of what was typed, where that is not all. */
  readonly kept?: (typed: string) => string;
}

const pauseMs = 250;

/** Searches a moment after the last letter. While somebody types, their text rules; afterwards the address does. */
export function SearchField({ label, placeholder, clear, value, onChange, kept }: SearchFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const changeSoon = useDebouncedCallback(onChange, pauseMs);
  const type = (typed: string) => {
    const text = kept === undefined ? typed : kept(typed);
    setDraft(text);
    changeSoon(text);
  };
  const text = draft ?? value;
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      maxLength={100}
      autoComplete="off"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === "" ? null : <CloseButton size="sm" aria-label={clear} onClick={() => type("")} />
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
