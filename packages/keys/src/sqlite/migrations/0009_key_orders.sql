DROP INDEX `api_key_by_organization`;--> statement-breakpoint
ALTER TABLE `api_key` ADD `note_folded` text;--> statement-breakpoint
UPDATE `api_key` SET `note_folded` = folded(`note`) WHERE `note` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `api_key` ADD `expiry_order` integer GENERATED ALWAYS AS (coalesce(expires_at, 9007199254740991)) VIRTUAL NOT NULL;--> statement-breakpoint
CREATE INDEX `api_key_by_creation` ON `api_key` (`organization_id`,`id`,`name_folded`,`note_folded`,`environment`,`scopes`,`expires_at`,`revoked_at`,`responsible_member_id`);--> statement-breakpoint
CREATE INDEX `api_key_by_name` ON `api_key` (`organization_id`,`name_folded`,`id`,`note_folded`,`environment`,`scopes`,`expires_at`,`revoked_at`,`responsible_member_id`);--> statement-breakpoint
CREATE INDEX `api_key_by_expiry` ON `api_key` (`organization_id`,`expiry_order`,`id`,`name_folded`,`note_folded`,`environment`,`scopes`,`expires_at`,`revoked_at`,`responsible_member_id`);