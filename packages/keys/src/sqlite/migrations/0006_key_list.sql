CREATE INDEX `key_secret_by_hint` ON `key_secret` (`organization_id`,`hint`);--> statement-breakpoint
CREATE INDEX `key_secret_by_retirement` ON `key_secret` (`organization_id`,`retires_at`) WHERE retires_at is not null;--> statement-breakpoint
CREATE INDEX `key_secret_exposed` ON `key_secret` (`organization_id`) WHERE exposed_at is not null;