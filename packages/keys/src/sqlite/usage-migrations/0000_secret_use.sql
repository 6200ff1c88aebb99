CREATE TABLE `secret_use` (
	`public_key_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`key_id` text NOT NULL,
	`at` integer NOT NULL,
	`address` text NOT NULL,
	`user_agent` text,
	`method` text NOT NULL,
	`route` text NOT NULL,
	`status` integer NOT NULL,
	`requests` integer NOT NULL,
	`requests_retiring` integer NOT NULL
) WITHOUT ROWID;
