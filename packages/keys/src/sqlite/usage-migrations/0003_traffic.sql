-- From where each secret was used on each day of UTC. `day`: days since 1970. No user agent: ''.
CREATE TABLE `usage_client` (
	`public_key_id` text NOT NULL,
	`day` integer NOT NULL,
	`address` text NOT NULL,
	`user_agent` text NOT NULL,
	`organization_id` text NOT NULL,
	`requests` integer NOT NULL,
	`refused` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`public_key_id`, `day`, `address`, `user_agent`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `usage_client_by_day` ON `usage_client` (`day`);
--> statement-breakpoint
-- Of each hour the window that was fullest for its limit.
CREATE TABLE `usage_peak` (
	`organization_id` text NOT NULL,
	`hour` integer NOT NULL,
	`at` integer NOT NULL,
	`requests` integer NOT NULL,
	`limit` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `hour`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `usage_peak_by_hour` ON `usage_peak` (`hour`);
--> statement-breakpoint
-- `what`: the rest of the refusal, as JSON. Nothing is looked for in it.
CREATE TABLE `refusal` (
	`organization_id` text NOT NULL,
	`request_id` text NOT NULL,
	`public_key_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	PRIMARY KEY(`organization_id`, `request_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `refusal_by_organization` ON `refusal` (`organization_id`, `at`);
--> statement-breakpoint
CREATE INDEX `refusal_by_secret` ON `refusal` (`public_key_id`, `at`);
--> statement-breakpoint
CREATE INDEX `refusal_by_time` ON `refusal` (`at`);
