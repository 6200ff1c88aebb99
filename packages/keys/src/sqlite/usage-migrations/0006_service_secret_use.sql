-- Of each secret of a service token the latest use.
CREATE TABLE `service_secret_use` (
	`public_key_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`address` text NOT NULL
) WITHOUT ROWID;
