-- For counting an organization's keys that were used lately. What a use changes is not in it.
CREATE INDEX `secret_use_by_organization` ON `secret_use` (`organization_id`,`key_id`);
