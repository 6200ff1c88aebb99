-- Laws that hold whatever the code does: history is only added to, and what has ended stays ended.
-- REPLACE deletes without firing delete triggers, so a row is also kept from being inserted again.
CREATE TRIGGER `audit_entry_never_changes` BEFORE UPDATE ON `audit_entry`
BEGIN SELECT raise(ABORT, 'an audit entry never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_never_goes` BEFORE DELETE ON `audit_entry`
BEGIN SELECT raise(ABORT, 'an audit entry is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_comes_once` BEFORE INSERT ON `audit_entry`
WHEN EXISTS (SELECT 1 FROM `audit_entry` WHERE organization_id = new.organization_id AND seq = new.seq)
BEGIN SELECT raise(ABORT, 'an audit entry is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_comes_once` BEFORE INSERT ON `audit_head`
WHEN EXISTS (SELECT 1 FROM `audit_head` WHERE organization_id = new.organization_id)
BEGIN SELECT raise(ABORT, 'an audit chain is never begun again'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_only_grows` BEFORE UPDATE ON `audit_head` WHEN new.seq <= old.seq
BEGIN SELECT raise(ABORT, 'an audit chain only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_never_goes` BEFORE DELETE ON `audit_head`
BEGIN SELECT raise(ABORT, 'an audit chain is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `api_key_stays_revoked` BEFORE UPDATE OF `revoked_at` ON `api_key` WHEN old.revoked_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a revoked key stays revoked'); END;
--> statement-breakpoint
CREATE TRIGGER `api_key_never_goes` BEFORE DELETE ON `api_key`
BEGIN SELECT raise(ABORT, 'a key is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `api_key_comes_once` BEFORE INSERT ON `api_key`
WHEN EXISTS (SELECT 1 FROM `api_key` WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'a key is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_never_changes` BEFORE UPDATE OF `public_key_id`, `key_id`, `organization_id`, `hash` ON `key_secret`
BEGIN SELECT raise(ABORT, 'a secret never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_never_goes` BEFORE DELETE ON `key_secret`
BEGIN SELECT raise(ABORT, 'a secret is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_comes_once` BEFORE INSERT ON `key_secret`
WHEN EXISTS (SELECT 1 FROM `key_secret` WHERE public_key_id = new.public_key_id)
BEGIN SELECT raise(ABORT, 'a secret is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_only_retires_sooner` BEFORE UPDATE OF `retires_at` ON `key_secret`
WHEN old.retires_at IS NOT NULL AND (new.retires_at IS NULL OR new.retires_at > old.retires_at)
BEGIN SELECT raise(ABORT, 'an overlap is never lengthened'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_stays_retired` BEFORE UPDATE OF `retired_at` ON `key_secret` WHEN old.retired_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a retired secret stays retired'); END;
