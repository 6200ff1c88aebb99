/** First of all, to whoever looks beside a server that is in the trouble `database_gone`. */
export const lostWords =
  'a database that it has open was deleted, moved or replaced. Get the file back first: docs/operations.md, "Damaged files", says how';
