-- Laws that hold whatever the code does: history is only added to, and what was revoked stays revoked.
CREATE TRIGGER `audit_entry_never_changes` BEFORE UPDATE ON `audit_entry`
BEGIN SELECT raise(ABORT, 'an audit entry never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_never_goes` BEFORE DELETE ON `audit_entry`
BEGIN SELECT raise(ABORT, 'an audit entry is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `api_key_stays_revoked` BEFORE UPDATE OF `revoked_at` ON `api_key` WHEN old.revoked_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a revoked key stays revoked'); END;
--> statement-breakpoint
CREATE TRIGGER `api_key_never_goes` BEFORE DELETE ON `api_key`
BEGIN SELECT raise(ABORT, 'a key is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_never_changes` BEFORE UPDATE OF `public_key_id`, `key_id`, `organization_id`, `hash` ON `key_secret`
BEGIN SELECT raise(ABORT, 'a secret never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_never_goes` BEFORE DELETE ON `key_secret`
BEGIN SELECT raise(ABORT, 'a secret is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_only_retires_sooner` BEFORE UPDATE OF `retires_at` ON `key_secret`
WHEN old.retires_at IS NOT NULL AND (new.retires_at IS NULL OR new.retires_at > old.retires_at)
BEGIN SELECT raise(ABORT, 'an overlap is never lengthened'); END;
