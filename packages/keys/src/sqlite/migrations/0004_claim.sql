CREATE TABLE `claim` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`object_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_by_age` ON `claim` (`organization_id`,`at`);