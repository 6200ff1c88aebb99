ALTER TABLE `key_secret` ADD `exposed_source` text;--> statement-breakpoint
ALTER TABLE `key_secret` ADD `exposed_url` text;--> statement-breakpoint
ALTER TABLE `key_secret` ADD `quarantined_at` integer;--> statement-breakpoint
ALTER TABLE `key_secret` ADD `released_at` integer;--> statement-breakpoint
ALTER TABLE `organization` ADD `leak_policy` text DEFAULT 'quarantine' NOT NULL;