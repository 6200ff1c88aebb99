-- A closed month never changes again, whatever the code does.
-- REPLACE deletes without firing delete triggers, so a row is also kept from being inserted again.
CREATE TRIGGER `statement_never_changes` BEFORE UPDATE ON `statement`
BEGIN SELECT raise(ABORT, 'a statement never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `statement_never_goes` BEFORE DELETE ON `statement`
BEGIN SELECT raise(ABORT, 'a statement is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `statement_comes_once` BEFORE INSERT ON `statement`
WHEN EXISTS (SELECT 1 FROM `statement` WHERE organization_id = new.organization_id AND month = new.month)
BEGIN SELECT raise(ABORT, 'a statement is never replaced'); END;
