import { Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { addressesOf, mostAddresses } from "./addresses.ts";

interface AddressesFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error?: ReactNode;
}

/** From where a key may be used. */
export function AddressesField({ value, onChange, error }: AddressesFieldProps) {
  const count = addressesOf(value).length;
  return (
    <Textarea
      label="Allowed addresses"
      description={
        "Optional. One IP address or network per line; requests from anywhere else are refused. " +
        "Empty: any address may use the key."
      }
      placeholder={"203.0.113.7\n203.0.113.0/24\n2001:db8::/32"}
      autosize
      minRows={3}
      maxRows={8}
      spellCheck={false}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      inputContainer={(input) => (
        <>
          {input}
          {count > 1 && (
            <span aria-live="polite" style={{ fontSize: "var(--mantine-font-size-xs)" }}>
              {count} of at most {mostAddresses}
            </span>
          )}
        </>
      )}
    />
  );
}
