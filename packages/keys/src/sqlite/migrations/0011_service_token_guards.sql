-- The log's tables were made anew, because the installation's chain belongs to no organization: their laws return,
-- and a trigger takes the place of the reference.
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
CREATE TRIGGER `audit_entry_of_somebody` BEFORE INSERT ON `audit_entry`
WHEN new.organization_id <> 'installation' AND NOT EXISTS (SELECT 1 FROM `organization` WHERE id = new.organization_id)
BEGIN SELECT raise(ABORT, 'an audit entry is of an organization or of the installation'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_comes_once` BEFORE INSERT ON `audit_head`
WHEN EXISTS (SELECT 1 FROM `audit_head` WHERE organization_id = new.organization_id)
BEGIN SELECT raise(ABORT, 'an audit chain is never begun again'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_of_somebody` BEFORE INSERT ON `audit_head`
WHEN new.organization_id <> 'installation' AND NOT EXISTS (SELECT 1 FROM `organization` WHERE id = new.organization_id)
BEGIN SELECT raise(ABORT, 'an audit chain is of an organization or of the installation'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_only_grows` BEFORE UPDATE ON `audit_head` WHEN new.seq <= old.seq
BEGIN SELECT raise(ABORT, 'an audit chain only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_never_goes` BEFORE DELETE ON `audit_head`
BEGIN SELECT raise(ABORT, 'an audit chain is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_stays_revoked` BEFORE UPDATE OF `revoked_at` ON `service_token` WHEN old.revoked_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a revoked service token stays revoked'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_never_widens` BEFORE UPDATE OF `id`, `scope`, `organizations` ON `service_token`
BEGIN SELECT raise(ABORT, 'what a service token is for never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_never_goes` BEFORE DELETE ON `service_token`
BEGIN SELECT raise(ABORT, 'a service token is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_comes_once` BEFORE INSERT ON `service_token`
WHEN EXISTS (SELECT 1 FROM `service_token` WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'a service token is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_secret_never_changes` BEFORE UPDATE OF `public_key_id`, `service_token_id`, `hash` ON `service_token_secret`
BEGIN SELECT raise(ABORT, 'a secret never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_secret_never_goes` BEFORE DELETE ON `service_token_secret`
BEGIN SELECT raise(ABORT, 'a secret is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_secret_comes_once` BEFORE INSERT ON `service_token_secret`
WHEN EXISTS (SELECT 1 FROM `service_token_secret` WHERE public_key_id = new.public_key_id)
BEGIN SELECT raise(ABORT, 'a secret is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_secret_only_retires_sooner` BEFORE UPDATE OF `retires_at` ON `service_token_secret`
WHEN old.retires_at IS NOT NULL AND (new.retires_at IS NULL OR new.retires_at > old.retires_at)
BEGIN SELECT raise(ABORT, 'an overlap is never lengthened'); END;
--> statement-breakpoint
CREATE TRIGGER `service_token_secret_stays_retired` BEFORE UPDATE OF `retired_at` ON `service_token_secret` WHEN old.retired_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a retired secret stays retired'); END;
