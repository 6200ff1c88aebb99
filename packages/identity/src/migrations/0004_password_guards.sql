-- Another password ends every session and every sign-in that waits for its code, in the statement that changes it: at no moment is one left that the old one made.
CREATE TRIGGER `password_ends_sign_ins` AFTER UPDATE OF `password` ON `account`
BEGIN
  DELETE FROM `session` WHERE user_id = new.user_id;
  DELETE FROM `verification` WHERE value = new.user_id;
END;
