ALTER TABLE `organization` ADD `suspension_reason` text;--> statement-breakpoint
ALTER TABLE `organization` ADD `maximum_lifetime_days` integer;--> statement-breakpoint
ALTER TABLE `organization` ADD `expiry_required` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organization` ADD `default_addresses` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organization` ADD `revision` integer DEFAULT 0 NOT NULL;