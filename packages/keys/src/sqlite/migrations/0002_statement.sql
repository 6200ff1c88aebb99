CREATE TABLE `statement` (
	`organization_id` text NOT NULL,
	`month` text NOT NULL,
	`closed_at` integer NOT NULL,
	`plan` text NOT NULL,
	`currency` text NOT NULL,
	`fee` integer NOT NULL,
	`included` integer NOT NULL,
	`price_per_thousand` integer NOT NULL,
	`requests` integer NOT NULL,
	`requests_beyond` integer NOT NULL,
	`amount_beyond` integer NOT NULL,
	`total` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `month`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
