CREATE TABLE `oauth_artifact` (
	`id` blob PRIMARY KEY NOT NULL,
	`model` text NOT NULL,
	`public_id` text,
	`grant_id` text,
	`uid` text,
	`payload` text NOT NULL,
	`expires_at` integer NOT NULL,
	`consumed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `oauth_artifact_public_id` ON `oauth_artifact` (`public_id`) WHERE public_id is not null;--> statement-breakpoint
CREATE INDEX `oauth_artifact_by_grant` ON `oauth_artifact` (`grant_id`,`model`) WHERE grant_id is not null;--> statement-breakpoint
CREATE INDEX `oauth_artifact_by_uid` ON `oauth_artifact` (`uid`,`model`) WHERE uid is not null;--> statement-breakpoint
CREATE INDEX `oauth_artifact_by_expiry` ON `oauth_artifact` (`expires_at`);