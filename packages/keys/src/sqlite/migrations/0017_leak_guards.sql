-- What was done about a leak stays on record, and whoever let a secret in again has decided about it for good.
CREATE TRIGGER `key_secret_quarantined_once` BEFORE UPDATE OF `quarantined_at` ON `key_secret`
WHEN old.quarantined_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a secret is put into quarantine once'); END;
--> statement-breakpoint
CREATE TRIGGER `key_secret_released_once` BEFORE UPDATE OF `released_at` ON `key_secret`
WHEN old.released_at IS NOT NULL OR old.quarantined_at IS NULL
BEGIN SELECT raise(ABORT, 'only a secret in quarantine is released, once'); END;
