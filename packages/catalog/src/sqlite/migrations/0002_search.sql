DROP INDEX `product_by_shelf`;--> statement-breakpoint
CREATE INDEX `product_by_shelf` ON `product` (`organization_id`,`environment`,`id`,`folded`);