-- A sign-in that was let pass a moment before the ban ends here, whichever process it goes on in: no row, no session.
CREATE TRIGGER `session_of_nobody_banned` BEFORE INSERT ON `session`
WHEN EXISTS (SELECT 1 FROM `user` WHERE id = new.user_id AND banned_at IS NOT NULL)
BEGIN SELECT raise(IGNORE); END;
