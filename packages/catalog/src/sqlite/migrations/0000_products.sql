CREATE TABLE `listing` (
	`product_id` text NOT NULL,
	`version` integer NOT NULL,
	`organization_id` text NOT NULL,
	`environment` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`bullets` text NOT NULL,
	`engine` text NOT NULL,
	`language` text NOT NULL,
	`tone` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`product_id`, `version`),
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`environment` text NOT NULL,
	`name` text NOT NULL,
	`sku` text,
	`category` text,
	`price_amount` integer,
	`price_currency` text,
	`attributes` text NOT NULL,
	`folded` text NOT NULL,
	`version` integer NOT NULL,
	`listing_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_sku` ON `product` (`organization_id`,`environment`,`sku`) WHERE sku is not null;--> statement-breakpoint
CREATE INDEX `product_by_shelf` ON `product` (`organization_id`,`environment`,`id`);--> statement-breakpoint
CREATE TABLE `product_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`object_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `product_claim_by_time` ON `product_claim` (`at`);