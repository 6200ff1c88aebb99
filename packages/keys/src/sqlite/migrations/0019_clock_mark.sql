CREATE TABLE `clock_mark` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`resets` integer NOT NULL
);
