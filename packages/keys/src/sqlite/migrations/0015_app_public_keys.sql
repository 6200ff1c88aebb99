ALTER TABLE `partner_app` ADD `public_keys` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- As with secrets: what runs on its users' devices keeps nothing from them.
CREATE TRIGGER `partner_app_registered_without_keys` BEFORE INSERT ON `partner_app`
WHEN new.type = 'public' AND new.public_keys <> '[]'
BEGIN SELECT raise(ABORT, 'a public app has no keys'); END;
--> statement-breakpoint
CREATE TRIGGER `partner_app_stays_without_keys` BEFORE UPDATE OF `public_keys` ON `partner_app`
WHEN new.type = 'public' AND new.public_keys <> '[]'
BEGIN SELECT raise(ABORT, 'a public app has no keys'); END;
