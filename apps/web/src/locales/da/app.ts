import type { app as english } from "../en/app.ts";
import type { Translated } from "../translated.ts";

/*
 * Words that every Danish catalog uses for the same thing:
 *
 * key nøgle · secret hemmelighed · token token · issue udstede · rotate rotere · revoke tilbagekalde ·
 * edit redigere · expire udløbe · retire udfase · overlap overlap · exposed afsløret · scope rettighed ·
 * environment miljø · live, test as they are · member medlem · owner ejer · admin administrator ·
 * viewer læser · responsible ansvarlig · hand over overdrage · invitation invitation · withdraw trække
 * tilbage · organization organisation · operator driftsansvarlig · installation installation ·
 * audit log revisionslog · entry post · chain kæde · request forespørgsel · usage forbrug ·
 * statement opgørelse · plan abonnement · limit grænse · session session · setup link opsætningslink ·
 * service token tjenestetoken · two-factor totrinsbekræftelse · recovery code gendannelseskode · passkey adgangsnøgle ·
 * authenticator app godkendelsesapp · ban udelukke · partner app partnerapp · connect tilslutte ·
 * disconnect frakoble · redirect URI omdirigerings-URI · offer udbyde ·
 * leak læk · quarantine karantæne · release frigive
 */
export const app: Translated<typeof english> = {
  skipToContent: "Gå til indholdet",
  openNavigation: "Åbn menuen",
  closeNavigation: "Luk menuen",
  loading: "Katkey indlæses",
  opensInNewTab: "(åbner i en ny fane)",
  close: "Luk",
  cancel: "Annuller",
  done: "Færdig",
  tryAgain: "Prøv igen",
  loadMore: "Indlæs flere",
  filters: { none: "Filtre", inUse: "Filtre ({{count}} i brug)" },
  signIn: "Log ind",
  email: "E-mailadresse",
  password: "Adgangskode",
  showPassword: "Vis eller skjul adgangskoden",
  newPassword: "Mindst 10 tegn. Nogle få tilfældige ord er bedst.",
  passwordTooShort_one: "Brug mindst {{count}} tegn.",
  passwordTooShort_other: "Brug mindst {{count}} tegn.",
  passwordTooLong_one: "Brug højst {{count}} tegn.",
  passwordTooLong_other: "Brug højst {{count}} tegn.",
  undo: { action: "Fortryd", done: "Fortrudt", refused: "Det kunne ikke fortrydes" },
  palette: { open: "Søg eller gå til …", account: "Din konto", short: "Søg" },
  actions: "Handlinger",
  copy: {
    name: "Kopiér {{what}}",
    idle: "Kopiér",
    done: "Kopieret",
    refused: "Markér og kopiér selv",
    told: "Kopieret: {{what}}",
    snippet: "eksemplet til {{language}}",
  },
  shownOnce: {
    token: {
      title: "Kopiér tokenet nu: Det vises ikke igen",
      leave: "Tokenet er ikke kopieret og vises aldrig igen. Vil du forlade siden?",
      notCopied: "Tokenet er ikke kopieret her",
    },
    secret: {
      title: "Kopiér hemmeligheden nu: Den vises ikke igen",
      leave: "Hemmeligheden er ikke kopieret og vises aldrig igen. Vil du forlade siden?",
      notCopied: "Hemmeligheden er ikke kopieret her",
    },
    stored: "Jeg har gemt det",
    lost: "Hvis du ikke har skrevet det ned på en anden måde, er det tabt, så snart dette lukkes.",
    back: "Gå tilbage",
    closeAnyway: "Luk uden at kopiere",
  },
  errors: {
    request: "Forespørgsel <code>{{id}}</code>: Serverens log har mere under dette id.",
    signedOut: "Du er logget ud. <a>Log ind igen</a> i en ny fane, og gentag det så her.",
    unreachable: "Serveren kan ikke nås. Kontrollér din forbindelse, og prøv igen.",
    unexpected: "Noget gik galt på serveren. Prøv igen om et øjeblik.",
    UNAUTHORIZED: "Du er logget ud. Log ind igen.",
    TOO_MANY_REQUESTS: "For mange forespørgsler på kort tid. Vent et minut, og prøv igen.",
    tooManyAttempts: "For mange forsøg. Prøv igen om {{wait}}.",
    PAYLOAD_TOO_LARGE: "Det er mere, end serveren tager imod på én gang. Gør det kortere.",
    pageTitle: "Siden kunne ikke vises",
    reload: "Indlæs siden igen",
  },
  account: {
    of: "Konto for {{name}}, {{email}}",
    sessions: "Sessioner",
    password: "Adgangskode",
    signOut: "Log ud",
    stillSignedIn: "Du er stadig logget ind",
  },
  organization: {
    none: "Ingen organisation",
    switch: "Organisation: {{name}}, {{role}}. Skift",
    ask: "Bed om en invitation",
    yours: "Organisationer",
    ofNone: "Du er ikke medlem af nogen",
    open: "Åben nu",
    create: "Ny organisation",
    instance: "Installation",
    people: "Personer",
    serviceTokens: "Tjenestetokens",
    offeredApps: "Udbudte apps",
    installationLog: "Installationslog",
  },
  language: "Sprog",
  theme: { title: "Tema", light: "Lyst", dark: "Mørkt", auto: "Som systemet" },
  nav: {
    title: "Organisation",
    home: "Hjem",
    usage: "Forbrug",
    refusals: "Afvisninger",
    billing: "Afregning",
    apps: "Tilsluttede apps",
  },
  settings: {
    title: "Indstillinger",
    keys: "API-nøgler",
    members: "Medlemmer",
    organization: "Organisation",
    audit: "Revisionslog",
    partnerApps: "Partnerapps",
  },
  documentation: "API-dokumentation",
  documentationLanguage: "på engelsk",
  nothingHere: {
    title: "Her er ikke noget til dig",
    action: "Gå til startsiden",
    text: "Adressen er skrevet forkert, eller den fører ind i en organisation, som du ikke er medlem af. Hvis du burde være det, så bed en af ejerne om en invitation til den e-mailadresse, du er logget ind med.",
  },
  notFound: {
    title: "Der er ingen side på denne adresse",
    text: "Måske er linket skrevet forkert, eller det er lavet til en nyere version. Intet er gået tabt: Nøgler og deres historik slettes aldrig.",
    action: "Gå til dine API-nøgler",
  },
  time: { soon: "om et øjeblik", justNow: "lige nu" },
  duration: {
    day_one: "{{count}} dag",
    day_other: "{{count}} dage",
    hour_one: "{{count}} time",
    hour_other: "{{count}} timer",
    minute_one: "{{count}} minut",
    minute_other: "{{count}} minutter",
    second_one: "{{count}} sekund",
    second_other: "{{count}} sekunder",
  },
  roles: {
    owner: {
      name: "Ejer",
      plain: "ejer",
      one: "ejer",
      means: "Må alt, hvad en administrator må, og bestemmer, hvem der er ejere.",
    },
    admin: {
      name: "Administrator",
      plain: "administrator",
      one: "administrator",
      means: "Administrerer alle nøgler, medlemmer og invitationer og læser revisionsloggen.",
    },
    member: {
      name: "Medlem",
      plain: "medlem",
      one: "medlem",
      means: "Udsteder nøgler inden for sin rolle og administrerer de nøgler, medlemmet er ansvarligt for.",
    },
    viewer: {
      name: "Læser",
      plain: "læser",
      one: "læser",
      means: "Ser listen over nøgler og medlemmerne. Ændrer intet.",
    },
  },
  environments: { live: "Live", test: "Test" },
  scopes: {
    all: "Alle rettigheder",
    none: "Ingen rettigheder",
    toldAll: "alle indbyggede rettigheder",
    toldNone: "ingen rettigheder",
    products: "Produkter",
    "products:read": "Læse produkter og deres produkttekster.",
    "products:write": "Oprette, ændre og slette produkter.",
    usage: "Forbrug og afregning",
    "usage:read": "Se, hvor mange forespørgsler hver nøgle har foretaget.",
    "billing:read": "Se opgørelser og den løbende måned.",
    keys: "API-nøgler",
    "keys:read": "Se listen over organisationens nøgler, men aldrig deres hemmeligheder.",
    "keys:write":
      "Udstede, rotere, redigere og tilbagekalde nøgler. Kun til værktøjer, du stoler på som på en administrator.",
    own: "Jeres API",
    writes: "Ændrer data",
    ownMeans: "Gøre det, jeres eget API bestemmer.",
    withdrawn: "Intet: Installationen angiver den ikke længere.",
  },
  revocation: {
    unused: { label: "Ingen bruger den længere", told: "ingen brugte den længere" },
    superseded: { label: "En anden nøgle har afløst den", told: "en anden nøgle havde afløst den" },
    compromised: {
      label: "Dens hemmelighed er lækket eller kan være det",
      told: "dens hemmelighed var lækket eller kunne være det",
    },
    member_left: { label: "Personen bag den er holdt op", told: "personen bag den var holdt op" },
    other: { label: "En anden grund", told: "en anden grund" },
    none: "ingen grund angivet",
  },
  faults: {
    missing: "Feltet skal udfyldes.",
    wrong_type: "Her skal der stå noget af en anden slags.",
    not_one_of: "Vælg en af mulighederne på listen.",
    too_short: "Feltet er tomt, eller der står for lidt i det.",
    too_short_limit: "For kort: Skriv mindst {{limit}} tegn.",
    too_long: "Der står for meget her.",
    too_long_limit: "For langt: Skriv højst {{limit}} tegn.",
    too_small: "Værdien er for lav.",
    too_small_limit: "Værdien skal være mindst {{limit}}.",
    too_large: "Værdien er for høj.",
    too_large_limit: "Værdien må højst være {{limit}}.",
    malformed: "Det er ikke skrevet på den rigtige måde.",
    malformed_email: "Dette er ikke en e-mailadresse.",
    not_allowed:
      "Her står noget, der ikke er tilladt: et token, styretegn eller tegn, der vender teksten om. Navne og bemærkninger er ikke hemmelige.",
    unknown_field: "Serveren kender ikke feltet. Indlæs siden igen.",
    repeated: "Det står her mere end én gang.",
    broken_text: "Teksten indeholder ødelagte tegn.",
    inexact_number: "Tallet kan ikke gemmes nøjagtigt.",
  },
  passkeys: {
    cancelled:
      "Der blev ikke brugt nogen adgangsnøgle: Det blev annulleret, eller der skete ikke noget i for lang tid. Prøv igen.",
    known: "Der er allerede en adgangsnøgle til denne konto på det sted. Vælg et andet sted, eller brug den.",
    failed: "Browseren kunne ikke gøre det med en adgangsnøgle. Prøv en anden browser eller enhed.",
  },
  refusals: {
    organization_not_found: "Organisationen findes ikke, eller du er ikke medlem af den.",
    organization_changed:
      "En anden har lige ændret organisationen. Se på den igen, og gentag så din ændring.",
    organization_suspended: "Organisationen er suspenderet. Spørg installationens driftsansvarlige.",
    key_not_found: "Nøglen findes ikke i denne organisation. Måske hører den til en anden.",
    member_not_found: "Medlemmet findes ikke i denne organisation længere.",
    invitation_not_found:
      "Invitationen virker ikke længere: Den er brugt, trukket tilbage eller ældre end 7 dage. Bed om en ny.",
    statement_not_found: "Der er ingen opgørelse for denne måned.",
    role_not_allowed: "Det giver din rolle ikke lov til. Spørg en ejer eller administrator.",
    authority_lost: "Din rolle er ændret i mellemtiden. Indlæs siden igen.",
    scope_unknown: "Rettigheden findes ikke længere. Indlæs siden igen.",
    scope_not_allowed: "Du kan ikke give en nøgle rettigheder, som din egen rolle ikke giver.",
    expiry_not_allowed: "Nøglen kan ikke udløbe på det tidspunkt. Vælg et andet.",
    environment_not_allowed: "Det er ikke muligt i dette miljø.",
    addresses_invalid:
      "En af adresserne er ikke en IP-adresse eller et netværk, eller der er for mange. Ret listen.",
    addresses_not_allowed: "Nøglen kan ikke åbnes for de adresser.",
    key_limit_reached:
      "Alle aktive nøgler i jeres abonnement er i brug. Tilbagekald en, der ikke længere er brug for, og prøv igen.",
    key_name_taken: "En anden nøgle i organisationen har dette navn. Vælg et andet.",
    key_changed: "En anden har lige ændret nøglen. Se på den igen, og gentag så din ændring.",
    key_already_revoked: "Nøglen er tilbagekaldt. En tilbagekaldt nøgle forbliver tilbagekaldt.",
    key_already_expired: "Nøglen er udløbet. Udsted en ny i stedet.",
    revocation_text_missing: "Skriv med få ord, hvorfor nøglen tilbagekaldes.",
    rotation_conflict: "En anden har lige roteret nøglen. Se på den igen, før du roterer den en gang til.",
    rows_unsound:
      "Nogen har ændret det, der er gemt om dette, uden om Katkey, så det afvises, og et nyt token ville også blive det. Intet blev ændret: Sig det til den driftsansvarlige. Tilbagekaldelse virker.",
    overlap_not_allowed: "Et overlap varer fra 0 sekunder til 30 dage.",
    overlap_not_running: "Der er intet overlap i gang: Kun én hemmelighed er i brug.",
    last_owner: "En organisation skal have en ejer. Gør først en anden til ejer.",
    member_changed: "En anden har lige ændret dette medlem. Se igen.",
    member_exists: "Denne person er allerede medlem.",
    keys_need_settling:
      "Medlemmet er ansvarligt for nøgler, der ikke er taget stilling til. Beslut, hvad der skal ske med hver af dem.",
    invitation_for_other_email:
      "Invitationen gælder en anden e-mailadresse. Log ind med den adresse, den er udstedt til.",
    service_token_not_found: "Der findes intet sådant tjenestetoken.",
    service_token_already_revoked: "Tjenestetokenet er tilbagekaldt og forbliver tilbagekaldt.",
    service_token_already_expired: "Tjenestetokenet er udløbet. Udsted et nyt i stedet.",
    service_token_name_taken: "Et andet tjenestetoken har dette navn. Vælg et andet.",
    service_token_limit_reached:
      "Der er 100 tjenestetokens i brug, og flere kan der ikke være. Tilbagekald et, som ingen bruger længere.",
    app_not_found: "Organisationen har ingen sådan app.",
    app_changed: "En anden har lige ændret appen. Se på den igen, og gentag så din ændring.",
    app_disabled: "Den, der har bygget appen, har deaktiveret den, så den kan ikke tilsluttes nu.",
    app_not_offered: "Appen udbydes ikke til andre organisationer. Spørg den, der har bygget den.",
    app_has_no_secret: "En offentlig app har ingen hemmelighed: PKCE beskytter den.",
    app_limit_reached:
      "Organisationen har 50 apps, og flere kan der ikke være. Lav en, der ikke bruges, om til denne.",
    redirect_uri_invalid:
      "En af omdirigerings-URI'erne kan ikke bruges. De skal være nøjagtige og begynde med https://; http:// er kun til denne maskine selv.",
    logo_invalid: "Vælg en PNG, JPEG eller WebP på højst 35 kB.",
    public_keys_invalid:
      "Nøglesættet kan ikke bruges. Der kan højst være 10 offentlige nøgler: RSA fra 2.048 bit, EC med P-256 eller Ed25519, hver med sit eget kid, og aldrig en privat. En app uden hemmelighed skal have mindst én.",
    grant_not_found: "Ingen app er tilsluttet denne organisation på den måde.",
    grant_already_ended: "Appen er allerede frakoblet.",
    signed_in_as_another: "En anden er logget ind imens. Gå tilbage til appen, og tilslut den igen.",
    usage_range_invalid: "Perioden er ikke gyldig. Vælg en kortere, der slutter, efter at den begynder.",
    cursor_invalid: "Listen kan ikke fortsætte herfra. Indlæs siden igen.",
    idempotency_in_progress: "Den samme forespørgsel er netop ved at blive udført.",
    busy: "Serveren har travlt. Prøv igen om et øjeblik.",
    storage_full:
      "Serverens disk er fuld, og intet blev ændret. Tilbagekaldelser virker imens; til alt andet skal den driftsansvarlige skaffe plads.",
    storage_unavailable:
      "Serverens disk kan ikke skrives til, og intet blev ændret. Sig det til den driftsansvarlige, og prøv igen senere.",
    storage_damaged:
      "En del af serverens database er beskadiget, og intet blev ændret. Sig det til den driftsansvarlige, som gendanner en sikkerhedskopi.",
    schema_altered:
      "Nogen har ændret tabeller eller triggere i serverens database, og intet blev ændret eller bliver det, før de er, som de var. Sig det til den driftsansvarlige.",
    email_invalid: "Dette er ikke en e-mailadresse.",
    email_taken: "Der findes allerede en konto med denne e-mailadresse. Log ind i stedet.",
    name_invalid: "Et navn har fra 1 til 80 tegn.",
    setup_link_invalid:
      "Opsætningslinket virker ikke længere. Genstart serveren: Så længe ingen har en konto, skriver den et nyt.",
    password_link_invalid:
      "Linket er brugt, udløbet eller har aldrig eksisteret. Bed den driftsansvarlige for installationen om et nyt.",
    person_not_found: "Der findes ingen sådan person.",
    person_banned: "Personen er udelukket. Ophæv først udelukkelsen.",
    own_password_link: "Du kan ikke lave et adgangskodelink til dig selv. Det kan en anden driftsansvarlig.",
    own_ban: "Du kan ikke udelukke dig selv. Det kan en anden driftsansvarlig.",
    last_operator:
      "Dette er den sidste driftsansvarlige, der ikke er udelukket, og nogen skal kunne ophæve en udelukkelse.",
    password_too_short: "Adgangskoden er for kort. Brug mindst 10 tegn.",
    password_too_long: "Adgangskoden er for lang. Brug højst 128 tegn.",
    password_too_common: "Adgangskoden er for let at gætte. Vælg en anden.",
    too_busy: "For mange logger ind lige nu. Prøv igen om et øjeblik.",
    invalid_credentials: "E-mailadressen eller adgangskoden er forkert.",
    current_password_wrong: "Det er ikke din nuværende adgangskode.",
    too_many_attempts: "For mange forsøg. Vent et øjeblik, og prøv igen.",
    not_signed_in: "Log ind først.",
    code_wrong: "Det er ikke den kode, din app viser nu. Se efter igen: Den skifter hvert 30. sekund.",
    code_used: "Koden er allerede brugt. Vent på den næste, din app viser.",
    recovery_code_wrong: "Det er ikke en af dine gendannelseskoder, eller den er allerede brugt.",
    second_step_ended:
      "Det tog for lang tid, eller der var for mange forkerte koder. Gå tilbage, og skriv din adgangskode igen.",
    two_factor_on: "Totrinsbekræftelse er allerede slået til. Genindlæs siden.",
    two_factor_off: "Totrinsbekræftelse er ikke slået til. Genindlæs siden.",
    two_factor_unreadable:
      "Katkey kan ikke længere læse din hemmelighed til totrinsbekræftelse. Bed den driftsansvarlige for installationen om at slå den fra for dig.",
    passkey_refused:
      "Adgangsnøglen er ikke kendt her, eller den blev brugt for sent. Prøv igen, eller brug din adgangskode.",
    passkey_not_added: "Adgangsnøglen kunne ikke tilføjes. Prøv igen, eller vælg et andet sted at gemme den.",
    passkey_not_found: "Adgangsnøglen er allerede væk. Genindlæs siden.",
  },
};
