CREATE INDEX `audit_entry_by_actor` ON `audit_entry` (`organization_id`,`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_time` ON `audit_entry` (`organization_id`,`at`,`seq`);