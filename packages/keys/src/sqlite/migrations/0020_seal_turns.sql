CREATE TABLE `seal_sum` (
	`id` integer PRIMARY KEY NOT NULL,
	`box` blob NOT NULL,
	CONSTRAINT "seal_sum_is_one" CHECK("seal_sum"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE `seal` ADD `turn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `seal_turn` ON `seal` (`turn`) WHERE "seal"."turn" > 0;