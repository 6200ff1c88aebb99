import { Text } from "@mantine/core";
import type { AuditEntry } from "../../lib/api-types.ts";
import { exactTime } from "../../lib/time-words.ts";
import { Mono } from "../../ui/mono.tsx";
import { changesOf, type Change } from "./changes.ts";
import classes from "./entry-details.module.css";

export function EntryDetails({ entry }: { readonly entry: AuditEntry }) {
  const changes = changesOf(entry.before, entry.after);
  return (
    <div className={classes.frame}>
      {changes.length > 0 && <Changes changes={changes} />}
      <Text size="xs" c="dimmed" component="p" m={0}>
        Entry {entry.seq} · {exactTime(entry.at)} · <Mono>{entry.object.id}</Mono>
        {entry.requestId !== null && (
          <>
            {" · request "}
            <Mono>{entry.requestId}</Mono>
          </>
        )}
        <br />
        SHA-256 <Mono>{entry.hash}</Mono>
      </Text>
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before !== null && (
              <del aria-label={`before: ${before}`} className={classes.before}>
                {before}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && (
              <ins aria-label={`after: ${after}`} className={classes.after}>
                {after}
              </ins>
            )}
            {before === null && after === null && <span className={classes.none}>nothing</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
