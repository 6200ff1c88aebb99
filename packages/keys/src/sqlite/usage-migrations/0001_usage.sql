-- What was counted since it was last filed: few rows, so that a commit touches few pages.
CREATE TABLE `tally` (
	`public_key_id` text NOT NULL,
	`hour` integer NOT NULL,
	`route` text NOT NULL,
	`status_class` integer NOT NULL,
	`refused` integer NOT NULL,
	`cause` text DEFAULT 'none' NOT NULL,
	`organization_id` text NOT NULL,
	`environment` text NOT NULL,
	`key_id` text NOT NULL,
	`requests` integer NOT NULL,
	PRIMARY KEY(`public_key_id`, `hour`, `route`, `status_class`, `refused`, `cause`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Everything that was counted. `hour`: hours since 1970, UTC.
CREATE TABLE `usage_hour` (
	`organization_id` text NOT NULL,
	`hour` integer NOT NULL,
	`environment` text NOT NULL,
	`key_id` text NOT NULL,
	`public_key_id` text NOT NULL,
	`route` text NOT NULL,
	`status_class` integer NOT NULL,
	`refused` integer NOT NULL,
	`cause` text DEFAULT 'none' NOT NULL,
	`requests` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `hour`, `public_key_id`, `route`, `status_class`, `refused`, `cause`)
) WITHOUT ROWID;
--> statement-breakpoint
-- The sums that questions are answered from. `start`: the first hour of the hour, day or month.
CREATE TABLE `usage_sum` (
	`organization_id` text NOT NULL,
	`granularity` text NOT NULL,
	`group_by` text NOT NULL,
	`start` integer NOT NULL,
	`group` text NOT NULL,
	`environment` text NOT NULL,
	`served` integer NOT NULL,
	`refused` integer NOT NULL,
	`failed` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `granularity`, `group_by`, `start`, `group`, `environment`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Nothing is counted before this hour any more; nor is anything before `kept_from` known but by the month.
CREATE TABLE `usage_closed` (
	`one` integer PRIMARY KEY NOT NULL CHECK(`one` = 1),
	`end` integer NOT NULL,
	`kept_from` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `usage_closed` VALUES (1, 0, 0);
