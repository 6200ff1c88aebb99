-- An app is its owner's for good, a grant is what its member gave, and neither is ever gone.
CREATE TRIGGER `partner_app_stays_whose_it_is` BEFORE UPDATE OF `id`, `organization_id`, `type`, `created_at` ON `partner_app`
BEGIN SELECT raise(ABORT, 'whose an app is never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `partner_app_only_goes_on` BEFORE UPDATE ON `partner_app` WHEN new.revision <= old.revision
BEGIN SELECT raise(ABORT, 'an app changes at its next revision'); END;
--> statement-breakpoint
CREATE TRIGGER `partner_app_never_goes` BEFORE DELETE ON `partner_app`
BEGIN SELECT raise(ABORT, 'an app is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `partner_app_comes_once` BEFORE INSERT ON `partner_app`
WHEN EXISTS (SELECT 1 FROM `partner_app` WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'an app is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `app_secret_never_changes` BEFORE UPDATE OF `id`, `app_id`, `hash` ON `app_secret`
BEGIN SELECT raise(ABORT, 'a secret never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `app_secret_never_goes` BEFORE DELETE ON `app_secret`
BEGIN SELECT raise(ABORT, 'a secret is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `app_secret_comes_once` BEFORE INSERT ON `app_secret`
WHEN EXISTS (SELECT 1 FROM `app_secret` WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'a secret is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `app_secret_of_who_keeps_one` BEFORE INSERT ON `app_secret`
WHEN NOT EXISTS (SELECT 1 FROM `partner_app` WHERE id = new.app_id AND type = 'confidential')
BEGIN SELECT raise(ABORT, 'a public app has no secret'); END;
--> statement-breakpoint
CREATE TRIGGER `app_secret_only_retires_sooner` BEFORE UPDATE OF `retires_at` ON `app_secret`
WHEN old.retires_at IS NOT NULL AND (new.retires_at IS NULL OR new.retires_at > old.retires_at)
BEGIN SELECT raise(ABORT, 'an overlap is never lengthened'); END;
--> statement-breakpoint
CREATE TRIGGER `app_secret_stays_retired` BEFORE UPDATE OF `retired_at` ON `app_secret` WHEN old.retired_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a retired secret stays retired'); END;
--> statement-breakpoint
CREATE TRIGGER `app_grant_of_its_member` BEFORE INSERT ON `app_grant`
WHEN NOT EXISTS (
  SELECT 1 FROM `member` WHERE id = new.member_id AND organization_id = new.organization_id AND user_id = new.user_id)
BEGIN SELECT raise(ABORT, 'a grant is given by a member of its organization'); END;
--> statement-breakpoint
CREATE TRIGGER `app_grant_never_moves`
BEFORE UPDATE OF `id`, `organization_id`, `app_id`, `member_id`, `user_id`, `created_at` ON `app_grant`
BEGIN SELECT raise(ABORT, 'who gave a grant, and to which app, never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `app_grant_stays_ended` BEFORE UPDATE ON `app_grant` WHEN old.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'an ended grant stays ended'); END;
--> statement-breakpoint
CREATE TRIGGER `app_grant_never_goes` BEFORE DELETE ON `app_grant`
BEGIN SELECT raise(ABORT, 'a grant is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `app_grant_comes_once` BEFORE INSERT ON `app_grant`
WHEN EXISTS (SELECT 1 FROM `app_grant` WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'a grant is never replaced'); END;
