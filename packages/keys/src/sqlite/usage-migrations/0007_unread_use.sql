-- What stood in the journal and could not be read, as it was: what it counted is in no sum.
CREATE TABLE `unread_use` (
	`id` integer PRIMARY KEY NOT NULL,
	`uses` text NOT NULL
);
