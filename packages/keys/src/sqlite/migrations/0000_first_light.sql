CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`note` text,
	`environment` text NOT NULL,
	`scopes` text NOT NULL,
	`addresses` text NOT NULL,
	`expires_at` integer,
	`responsible_member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by_type` text NOT NULL,
	`created_by_id` text,
	`created_by_label` text NOT NULL,
	`revoked_at` integer,
	`revoked_reason` text,
	`revoked_text` text,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_name` ON `api_key` (`organization_id`,`name_folded`) WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX `api_key_by_organization` ON `api_key` (`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `api_key_by_member` ON `api_key` (`responsible_member_id`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
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
	PRIMARY KEY(`organization_id`, `seq`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_entry_by_object` ON `audit_entry` (`organization_id`,`object_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_action` ON `audit_entry` (`organization_id`,`action`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` blob NOT NULL,
	`invited_by` text NOT NULL,
	`invited_by_member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_by_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_by_organization` ON `invitation` (`organization_id`,`id`);--> statement-breakpoint
CREATE TABLE `key_secret` (
	`public_key_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`key_id` text NOT NULL,
	`hash` blob NOT NULL,
	`hint` text NOT NULL,
	`created_at` integer NOT NULL,
	`retires_at` integer,
	`retired_at` integer,
	`exposed_at` integer,
	`exposed_by` text,
	`exposed_origin` text,
	`exposed_address` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `api_key`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `key_secret_by_key` ON `key_secret` (`key_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `key_secret_current` ON `key_secret` (`key_id`) WHERE retires_at is null;--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`joined_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_of_organization` ON `member` (`organization_id`,`user_id`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `member_by_user` ON `member` (`user_id`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`plan` text NOT NULL,
	`requests_per_minute` integer,
	`api_access` integer NOT NULL,
	`suspended_at` integer,
	`created_at` integer NOT NULL
);
