// Shorter ones are refused for their length, ones like "aaaaaaaaaa" for their few letters.
const tenOrMoreCharacters = `
  0123456789 01234567890 0987654321 1029384756 1122334455 11223344556677 123123123123 123412341234
  1234567890 12345678900 12345678901 123456789012 1234567890123 123456789a 123456789abc 123456789q
  123456789z 1234567899 123456abcdef 123qwe123qwe 147258369a 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc
  1qazxsw23edc 2147483647 741852963a 789456123a 9876543210 987654321a a1234567890 a123456789
  aa12345678 aa123456789 abc1234567 abc12345678 abc123456789 abcd123456 abcd12345678 abcde12345
  abcdef1234 abcdef123456 abcdefghij abcdefghijk abcdefghijkl administrator admin12345 admin123456
  admin1234567 admin12345678 adminadmin adminadmin123 alexander1 asdasdasd1 asdasdasdasd asdf123456
  asdfasdfasdf asdfghjkl1 asdfghjkl; asdfghjkl123 asdfghjklqwertyuiop baseball123 basketball
  butterfly1 california changeme12 changeme123 changeme1234 changemenow charlie123 chocolate1
  christopher computer123 correcthorsebatterystaple default123 dragon1234 dragonball elizabeth1
  football12 football123 fuckyou123 hello12345 hello123456 iloveyou12 iloveyou123 iloveyou1234
  iloveyou2u jennifer12 katkey1234 katkey12345 katkeykatkey kubernetes letmein123 letmein1234
  letmeinnow liverpool1 liverpoolfc manchester manutd1999 master1234 metallica1 michael123
  michelle12 monkey1234 mypassword mypassword1 mypassword123 october2024 p@ssw0rd12 p@ssw0rd123
  p@ssw0rd1234 p@ssword12 p@ssword123 pa55word123 pass123456 pass12345678 passpasspass passw0rd12
  passw0rd123 passw0rd1234 password.1 password00 password01 password10 password11 password12
  password1! password12! password123 password123! password1234 password12345 password123456
  password2023 password2024 password2025 password2026 password99 password@1 password@123
  passwordpassword pokemon123 princess12 princess123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc1
  qazwsxedc123 qazwsxedcrfv qazxswedc1 qqww1122334455 qwe123qwe123 qwer123456 qwer12345678
  qweasdzxc1 qweasdzxc123 qwerasdfzxcv qwerqwerqwer qwerty1234 qwerty12345 qwerty123456 qwerty1234567
  qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop12 qwertyuiop123 qwertyuiop[] rootrootroot
  samsung123 secret1234 secret12345 sunshine12 sunshine123 superman12 superman123 test123456
  test12345678 testpassword testtesttest thebeatles trustno1234 unbelievable volkswagen welcome123
  welcome1234 welcome12345 welcome2024 welcome2025 welcome2026 whatever12 whatever123 zaq12wsx34
  zaq1zaq1zaq1 zxcvbnm123 zxcvbnm1234 zxcvbnmasd zxcvbnm,./
`;

/** In lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(tenOrMoreCharacters.trim().split(/\s+/));
