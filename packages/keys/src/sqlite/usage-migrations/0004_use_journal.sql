-- Uses as they were answered, each row those of a turn of the event loop, until they are tallied. `uses`: JSON.
CREATE TABLE `use_journal` (
	`id` integer PRIMARY KEY NOT NULL,
	`uses` text NOT NULL
);
