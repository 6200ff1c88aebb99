CREATE TABLE `service_token` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`scope` text NOT NULL,
	`organizations` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_token_name` ON `service_token` (`name_folded`) WHERE revoked_at is null;--> statement-breakpoint
CREATE TABLE `service_token_secret` (
	`public_key_id` text PRIMARY KEY NOT NULL,
	`service_token_id` text NOT NULL,
	`hash` blob NOT NULL,
	`hint` text NOT NULL,
	`created_at` integer NOT NULL,
	`retires_at` integer,
	`retired_at` integer,
	FOREIGN KEY (`service_token_id`) REFERENCES `service_token`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_token_secret_of` ON `service_token_secret` (`service_token_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `service_token_secret_current` ON `service_token_secret` (`service_token_id`) WHERE retires_at is null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_audit_entry` (
	`organization_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_type` text NOT NULL,
	`actor_id` text,
	`actor_label` text NOT NULL,
	`action` text NOT NULL,
	`object_type` text NOT NULL,
	`object_id` text NOT NULL,
	`object_label` text NOT NULL,
	`address` text,
	`request_id` text,
	`before` text,
	`after` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`organization_id`, `seq`)
);
--> statement-breakpoint
INSERT INTO `__new_audit_entry`("organization_id", "seq", "at", "actor_type", "actor_id", "actor_label", "action", "object_type", "object_id", "object_label", "address", "request_id", "before", "after", "previous_hash", "hash") SELECT "organization_id", "seq", "at", "actor_type", "actor_id", "actor_label", "action", "object_type", "object_id", "object_label", "address", "request_id", "before", "after", "previous_hash", "hash" FROM `audit_entry`;--> statement-breakpoint
DROP TABLE `audit_entry`;--> statement-breakpoint
ALTER TABLE `__new_audit_entry` RENAME TO `audit_entry`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `audit_entry_by_object` ON `audit_entry` (`organization_id`,`object_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_action` ON `audit_entry` (`organization_id`,`action`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_actor` ON `audit_entry` (`organization_id`,`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_time` ON `audit_entry` (`organization_id`,`at`,`seq`);--> statement-breakpoint
CREATE TABLE `__new_audit_head` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_audit_head`("organization_id", "seq", "hash") SELECT "organization_id", "seq", "hash" FROM `audit_head`;--> statement-breakpoint
DROP TABLE `audit_head`;--> statement-breakpoint
ALTER TABLE `__new_audit_head` RENAME TO `audit_head`;