CREATE TABLE `seal` (
	`sealed` text NOT NULL,
	`id` blob NOT NULL,
	`mac` blob NOT NULL,
	PRIMARY KEY(`sealed`, `id`)
) WITHOUT ROWID;
