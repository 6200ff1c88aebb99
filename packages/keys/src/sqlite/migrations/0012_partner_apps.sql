CREATE TABLE `app_secret` (
	`id` text PRIMARY KEY NOT NULL,
	`app_id` text NOT NULL,
	`hash` blob NOT NULL,
	`hint` text NOT NULL,
	`created_at` integer NOT NULL,
	`retires_at` integer,
	`retired_at` integer,
	FOREIGN KEY (`app_id`) REFERENCES `partner_app`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `app_secret_of` ON `app_secret` (`app_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `app_secret_current` ON `app_secret` (`app_id`) WHERE retires_at is null;--> statement-breakpoint
CREATE TABLE `partner_app` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`homepage` text,
	`logo` text,
	`type` text NOT NULL,
	`redirect_uris` text NOT NULL,
	`scopes` text NOT NULL,
	`approval` text DEFAULT 'own' NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partner_app_by_owner` ON `partner_app` (`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `partner_app_offered` ON `partner_app` (`approval`,`id`) WHERE approval <> 'own';--> statement-breakpoint
CREATE TABLE `app_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`app_id` text NOT NULL,
	`member_id` text NOT NULL,
	`user_id` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`app_id`) REFERENCES `partner_app`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `app_grant_live` ON `app_grant` (`app_id`,`organization_id`,`member_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `app_grant_by_organization` ON `app_grant` (`organization_id`,`ended_at`,`id`);--> statement-breakpoint
CREATE INDEX `app_grant_by_app` ON `app_grant` (`app_id`,`id`);--> statement-breakpoint
CREATE INDEX `app_grant_by_member` ON `app_grant` (`member_id`);