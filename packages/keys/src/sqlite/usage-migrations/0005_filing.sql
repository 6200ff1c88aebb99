-- How far the uses in the journal are filed: those up to the row `up_to`, of secrets up to `filed_to`. `pass`: the
-- how manieth time; `up_to` 0: it has not begun.
CREATE TABLE `filing` (
	`one` integer PRIMARY KEY NOT NULL CHECK(`one` = 1),
	`pass` integer NOT NULL,
	`up_to` integer NOT NULL,
	`filed_to` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `filing` VALUES (1, 1, 0, '');
--> statement-breakpoint
-- What was tallied is filed, and from now on nothing stands between the journal and the hours.
INSERT INTO `usage_sum` (`organization_id`, `granularity`, `group_by`, `start`, `group`, `environment`, `served`, `refused`, `failed`)
SELECT
	`organization_id`, `granularity`, `group_by`,
	CASE `granularity`
		WHEN 'hour' THEN `counted`
		WHEN 'day' THEN `counted` - `counted` % 24
		ELSE unixepoch(`counted` * 3600, 'unixepoch', 'start of month') / 3600
	END AS `start`,
	CASE `group_by`
		WHEN 'key' THEN `key_id`
		WHEN 'route' THEN `route`
		WHEN 'status' THEN `status_class` || 'xx'
		WHEN 'cause' THEN `cause`
		ELSE ''
	END AS `name`,
	`environment`,
	sum(iif(`refused` = 0 AND `status_class` < 5, `requests`, 0)),
	sum(iif(`refused` = 1, `requests`, 0)),
	sum(iif(`refused` = 0 AND `status_class` >= 5, `requests`, 0))
FROM (SELECT *, max(`hour`, (SELECT `end` FROM `usage_closed`)) AS `counted` FROM `tally`),
	(SELECT value AS `granularity` FROM json_each('["hour","day","month"]')),
	(SELECT value AS `group_by` FROM json_each('["key","route","status","cause","none"]'))
GROUP BY 1, 2, 3, 4, 5, 6
ON CONFLICT DO UPDATE SET
	`served` = `served` + excluded.`served`,
	`refused` = `refused` + excluded.`refused`,
	`failed` = `failed` + excluded.`failed`;
--> statement-breakpoint
INSERT INTO `usage_hour` (`organization_id`, `hour`, `environment`, `key_id`, `public_key_id`, `route`, `status_class`, `refused`, `cause`, `requests`)
SELECT
	`organization_id`, max(`hour`, (SELECT `end` FROM `usage_closed`)), `environment`, `key_id`, `public_key_id`, `route`,
	`status_class`, `refused`, `cause`, `requests`
FROM `tally`
WHERE true
ON CONFLICT DO UPDATE SET `requests` = `requests` + excluded.`requests`;
--> statement-breakpoint
DROP TABLE `tally`;
