DROP INDEX `product_claim_by_time`;--> statement-breakpoint
CREATE INDEX `product_claim_by_age` ON `product_claim` (`organization_id`,`at`);