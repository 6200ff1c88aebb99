CREATE TABLE `seal_total` (
	`id` integer PRIMARY KEY NOT NULL,
	`last` integer NOT NULL,
	`turns` integer NOT NULL,
	`mac` blob NOT NULL
);
--> statement-breakpoint
ALTER TABLE `seal` ADD `turn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `seal_turn` ON `seal` (`turn`) WHERE "seal"."turn" > 0;