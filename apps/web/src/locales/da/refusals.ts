import type { refusals as english } from "../en/refusals.ts";
import type { Translated } from "../translated.ts";

export const refusals: Translated<typeof english> = {
  title: "Afvisninger",
  description:
    "Hvert svar fra API'et har et forespørgsels-id. Indsæt det for at se, hvorfor en forespørgsel blev afvist, og hvad der skal til, før den kommer igennem.",
  documentation: "Sådan besvares en afvist forespørgsel (på engelsk)",

  ask: {
    label: "Forespørgsels-id",
    means: "Svarets »instance« eller headeren X-Request-Id. Du kan også indsætte hele svaret.",
    action: "Forklar",
    empty: "Indsæt et forespørgsels-id.",
    unclear:
      "Der er intet forespørgsels-id i dette. Det står i svarets »instance« og har højst 64 bogstaver, cifre og ».«, »_«, »-«.",
    token:
      "Dette er et token. Tokens hører kun hjemme på servere og skal aldrig bruges her: Indsæt forespørgsels-id'et.",
  },

  latest: {
    title: "Seneste afvisninger",
    ofKey: "Seneste afvisninger for én nøgle",
    description: "Hver forespørgsel fra en kendt nøgle, der blev besvaret med et problem, i 7 dage.",
    loading: "Indlæser de seneste afvisninger",
    notLoaded: "De seneste afvisninger kunne ikke indlæses",
    why: "Hvorfor",
    when: "Hvornår",
    request: "Forespørgsel",
    key: "API-nøgle",
    from: "Fra",
    allKeys: "Vis dem for alle nøgler",
    none: "Intet er afvist de seneste 7 dage",
    noneText:
      "Når en forespørgsel fra en kendt nøgle bliver besvaret med et problem, ses den her inden for et sekund.",
  },

  loading: "Leder efter forespørgslen",
  notLoaded: "Afvisningen kunne ikke slås op",

  unknown: {
    title: "Ingen afvist forespørgsel i denne organisation har dette id",
    text: "Derfor kan <code>{{id}}</code> være ukendt her:",
    whole: "Det er ikke helt. Sammenlign det med svarets »instance«, bogstav for bogstav.",
    refused: "Forespørgslen blev besvaret, som den skulle: Der er intet at forklare.",
    recent:
      "Den er mere end 7 dage gammel, eller mere end 1.000 forespørgsler med samme token, eller 10.000 i alt, er afvist siden.",
    known:
      "Den kom uden token eller med et fejlskrevet og er derfor ingens. Svarets kode var så missing_credentials, invalid_request eller invalid_token.",
    ours: "Dens nøgle hører til en anden organisation, eller den blev sendt til en anden installation.",
    documentation: "Hvad hver kode betyder (på engelsk)",
  },

  why: {
    title: "Hvorfor den blev afvist",
    said: "Svaret lød",
    inputs: "Hvad der var galt med input",
    documentation: "Mere om {{code}} (på engelsk)",
    other: "Svaret nedenfor siger hvorfor.",
    key_expired: "Nøglen var udløbet.",
    key_revoked: "Nøglen var tilbagekaldt.",
    secret_retired:
      "Dens token var et gammelt: Nøglen var roteret, og det overlap, hvor begge tokens virkede, var forbi.",
    secret_quarantined: "Dens token var meldt som lækket og var i karantæne.",
    app_disconnected:
      "Appens forbindelse var afbrudt: af nogen i organisationen, fordi appen er deaktiveret, eller fordi den, der havde forbundet den, er holdt op.",
    token_expired: "Appens adgangstoken var udløbet.",
    api_key_required: "Den blev sendt af en app og bad om noget, som kun en API-nøgle må.",
    organization_suspended: "Installationens driftsansvarlige havde suspenderet organisationen.",
    api_access_disabled: "Organisationens API-adgang var slået fra.",
    browser_call_refused:
      "Den kom fra en browser, hvor enhver kan læse tokenet. API-nøgler bliver på servere, så nøglen blev markeret som afsløret.",
    ip_not_allowed: "Den kom fra <code>{{address}}</code>, og nøglen må kun bruges fra andre adresser.",
    rate_limited:
      "Organisationens nøgler havde brugt deres {{limit, number}} forespørgsler inden for et minut. Svaret bad om at vente til {{time}}.",
    insufficient_scope:
      "Det, der blev bedt om, kræver <code>{{scopes}}</code>, og det havde nøglen ikke dengang.",
    app_browser_call_refused: "Den kom fra en browser, hvor enhver kan læse appens adgangstoken.",
    app_insufficient_scope:
      "Det, der blev bedt om, kræver <code>{{scopes}}</code>, og det havde appen ikke dengang.",
    token_in_url:
      "Der stod et token i dens indhold. Der ender det i navne, noter og logge; var det gyldigt, blev dets nøgle markeret som afsløret.",
    not_found: "Intet i API'et har den sti, der blev kaldt.",
    method_not_allowed: "Stien findes, men svarer ikke på {{method}}.",
    malformed_request: "En af dens headere bryder reglerne for HTTP.",
    malformed_json: "Dens indhold var ikke ét JSON-objekt, der kunne læses.",
    unsupported_media_type: "Dens indhold var ikke angivet som JSON eller var komprimeret.",
    body_too_large: "Dens indhold fyldte mere end 100 kB.",
    validation_failed: "Noget manglede i dens input eller hørte ikke til der.",
    cursor_invalid: "Dens markør kom ikke fra en side af den liste, der blev bedt om.",
    usage_range_invalid: "Det tidsrum, den bad om, slutter, før det begynder, eller er for langt.",
    environment_not_allowed: "Den blev sendt med en test-nøgle og bad om noget, som kun live-nøgler ser.",
    idempotency_key_invalid: "Dens Idempotency-Key var tom, for lang eller havde tegn, der ikke er tilladt.",
    idempotency_key_reused:
      "Inden for 24 timer havde nøglen sendt en anden forespørgsel til denne rute med samme Idempotency-Key.",
    expiry_not_allowed:
      "Det udløb, den ville sætte, ligger i fortiden, er senere, end nøglen må sætte det, eller bryder organisationens regler for nøgler.",
    addresses_invalid: "Noget i dens adresseliste er hverken en IP-adresse eller et netværk.",
    addresses_not_allowed: "Nøglen har selv en liste over tilladte adresser og ville åbne for andre end dem.",
    scope_unknown: "Nøglen ville give en rettighed, som ikke findes i denne installation.",
    scope_not_allowed: "Nøglen ville give en rettighed, som den ikke selv har.",
    revocation_text_missing:
      "Den angav »other« som årsag til en tilbagekaldelse uden at sige med ord, hvad den er.",
    product_invalid: "Med denne ændring ville produktet have fået en halv pris eller mere end 50 egenskaber.",
    key_not_found:
      "Ingen nøgle i denne organisation havde det id, den nævnte, eller det er en live-nøgle, som en test-nøgle bad om.",
    product_not_found:
      "Intet produkt i denne organisation havde det id, den nævnte, i nøglens miljø. Live-nøgler ser kun live-produkter, test-nøgler kun test-produkter.",
    statement_not_found: "Der var ingen opgørelse for den måned, den nævnte.",
    precondition_failed: "Det, den ville ændre, var ændret siden den version, som If-Match nævnte.",
    product_changed: "Mens en tekst blev skrevet, ændrede andre produktet igen og igen.",
    sku_taken: "Et andet produkt i samme miljø havde varenummeret.",
    key_changed: "En anden ændrede den samme nøgle på samme tid.",
    key_name_taken: "En anden nøgle, der ikke er tilbagekaldt, havde navnet.",
    key_limit_reached: "Alle aktive nøgler i organisationens abonnement var i brug.",
    key_already_revoked: "Den nøgle, den ville ændre, var tilbagekaldt.",
    key_already_expired: "Den nøgle, den ville ændre, var udløbet.",
    rotation_conflict: "En anden havde lige roteret den samme nøgle.",
    rows_unsound:
      "Nøglens rækker var ikke, hvad der blev forseglet: Nogen havde ændret dem. Intet blev ændret.",
    overlap_not_running:
      "Den nøgle, den nævnte, havde kun én hemmelighed, så der var intet overlap at slutte.",
    authority_lost:
      "Undervejs blev dens nøgle tilbagekaldt, roteret eller indskrænket, eller en rolle eller organisationens regler blev ændret.",
    idempotency_in_progress: "Den første forespørgsel med samme Idempotency-Key var stadig undervejs.",
    busy: "Serveren kunne ikke skrive i det øjeblik. Intet blev ændret.",
    storage_full: "Serverens disk var fuld. Intet blev ændret.",
    storage_unavailable: "Serverens disk fejlede eller kunne ikke skrives til. Intet blev ændret.",
    storage_damaged: "En del af serverens database er beskadiget. Intet blev ændret.",
    schema_altered: "Nogen havde ændret tabeller eller triggere i serverens database. Intet blev ændret.",
    text_engine_failed:
      "Det, der skriver teksterne, svarede ikke eller ikke med en tekst. Intet blev ændret.",
    internal_error: "Noget gik galt på serveren. Der var intet i vejen med forespørgslen.",
  },

  verdict: {
    title: "Hvad der skal til",
    passes: "Den samme forespørgsel ville komme igennem nu",
    wait: "Den samme forespørgsel ville komme igennem om et øjeblik",
    blocked: "Den samme forespørgsel ville blive afvist igen",
    request: "Det skal være en anden forespørgsel",
    stored: "Det kommer an på, hvad der er gemt nu",
    again: "Send den samme forespørgsel igen",
    besides: "Selv da ville den blive afvist nu:",
  },

  since: {
    other: "Intet står længere i vejen for den.",
    organization_suspended: "Organisationen er ikke længere suspenderet.",
    api_access_disabled: "API-adgangen er slået til siden.",
    ip_not_allowed: "Nøglen kan bruges fra <code>{{address}}</code> nu.",
    rate_limited:
      "Der er plads under grænsen igen. Nås den tit, så fordel forespørgslerne over minuttet, eller bed den driftsansvarlige om en højere grænse.",
    limitRaised:
      "Grænsen er hævet fra {{before, number}} til {{now, number}} forespørgsler i minuttet, og der er plads.",
    insufficient_scope: "Nøglen har <code>{{scopes}}</code> nu.",
  },

  obstacle: {
    key_revoked:
      "Nøglen blev tilbagekaldt <time/>: {{reason}}. Det er endeligt: Udsted en ny nøgle til det, der sendte forespørgslen, og giv det dens token.",
    key_expired:
      "Nøglen udløb <time/>. En udløbet nøgle kan ikke genoplives: Udsted en ny til det, der sendte forespørgslen, og giv det dens token.",
    secret_retired:
      "Det token, der blev sendt, er udskiftet og virker ikke længere; overlappet sluttede <time/>. Sæt det nyeste, der ender på <b>{{hint}}</b>, ind dér, hvor forespørgslen kom fra. Har ingen det længere, så rotér nøglen.",
    secret_retired_long:
      "Det token, der blev sendt, er udskiftet for længst. Sæt det nyeste, der ender på <b>{{hint}}</b>, ind dér, hvor forespørgslen kom fra. Har ingen det længere, så rotér nøglen.",
    secret_quarantined:
      "Det token, der blev sendt, er meldt som lækket og blev sat i karantæne <time/>. Rotér nøglen, og sæt det nye token ind dér, hvor forespørgslen kom fra; en ejer eller administrator kan også frigive det gamle på nøglens side.",
    app_disconnected:
      "Appens forbindelse blev afbrudt <time/>. Før den kan arbejde igen, skal den forbindes igen; så får den et nyt token.",
    appInBrowser:
      "Forespørgsler fra browsere bliver altid afvist. Den, der laver appen, skal sende dem fra en server. Er dens token sluppet ud, så afbryd forbindelsen til appen.",
    appNotGranted:
      "Appen har ikke fået <code>{{scopes}}</code>. Den kan bede om det, når den bliver forbundet igen.",
    appNotAllowed:
      "Rollen hos det medlem, der har forbundet appen, tillader ikke <code>{{scopes}}</code>. Lad en forbinde den, hvis rolle gør.",
    organization_suspended:
      "Den driftsansvarlige har suspenderet organisationen: »{{reason}}«. Kun den driftsansvarlige kan ophæve det.",
    api_access_disabled: "Organisationens API-adgang er slået fra. Ejere og administratorer kan slå den til.",
    browser_call_refused:
      "Forespørgsler fra browsere bliver altid afvist. Send den fra din server, og rotér nøglen uden overlap: Dens token har været, hvor enhver kan læse det.",
    ip_not_allowed:
      "Nøglens liste over tilladte adresser har ikke <code>{{address}}</code>. Tilføj den, eller kald fra en adresse på listen.",
    rate_limited_one:
      "De {{limit, number}} forespørgsler i minuttet er brugt lige nu. Der er plads om {{count}} sekund. Sker det tit, så bed den driftsansvarlige om en højere grænse.",
    rate_limited_other:
      "De {{limit, number}} forespørgsler i minuttet er brugt lige nu. Der er plads om {{count}} sekunder. Sker det tit, så bed den driftsansvarlige om en højere grænse.",
    notGranted: "Nøglen har ikke fået <code>{{scopes}}</code>.",
    notDeclared: "<code>{{scopes}}</code> er ikke længere angivet i denne installation.",
    notAllowed:
      "Rollen hos nøglens ansvarlige medlem tillader ikke <code>{{scopes}}</code>. Gør en anden ansvarlig, hvis rolle gør, eller brug en anden nøgle.",
  },

  action: {
    issue: "Udsted en ny nøgle",
    rotate: "Rotér nøglen",
    access: "Åbn organisationens indstillinger",
    operate: "Åbn organisationen som driftsansvarlig",
    address: "Føj {{address}} til listen",
    grant: "Giv nøglen {{scopes}}",
    handOver: "Vælg et andet ansvarligt medlem",
    usage: "Se, hvad der bruger grænsen op",
    apps: "Se appen blandt de forbundne",
  },

  whoCan: "Det kan en ejer, en administrator eller det medlem, der er ansvarligt for nøglen.",
  whoDeclares: "Det kan den driftsansvarlige for installationen, i dens indstillinger.",
  whoManages: "Det kan en ejer eller en administrator.",
  whoConnects: "Ejere og administratorer forbinder apps og afbryder forbindelsen.",
  whoIssues: "Læsere kan ikke udstede nøgler. Spørg en ejer eller en administrator.",

  todo: {
    other: "Ret det, som svaret nævner, og send den igen.",
    token_expired: "Appen får et nyt adgangstoken med sit fornyelsestoken.",
    api_key_required: "Send den med en API-nøgle.",
    token_in_url:
      "Send kun tokens i headeren Authorization, og rotér den nøgle, hvis token stod i indholdet.",
    not_found: "Sammenlign stien med referencen.",
    method_not_allowed: "Brug en af de metoder, som svarets Allow-header nævner.",
    malformed_request: "Ret den header, som svaret nævner. En velholdt HTTP-klient skriver dem rigtigt.",
    malformed_json: "Send ét JSON-objekt i UTF-8.",
    unsupported_media_type: "Send indholdet ukomprimeret med Content-Type: application/json.",
    body_too_large: "Send mindre ad gangen.",
    validation_failed:
      "Ret hvert sted, der er nævnt ovenfor. Et felt, der ikke findes, er som regel en tastefejl.",
    cursor_invalid: "Send nextCursor fra siden før, som den er, eller ingen markør for den første side.",
    usage_range_invalid:
      "Bed højst om 93 dage time for time, 400 dage dag for dag eller ti år måned for måned.",
    environment_not_allowed: "Send den med en live-nøgle.",
    idempotency_key_invalid:
      "Find på en værdi på højst 255 synlige ASCII-tegn, for eksempel et UUID, til hver ting, der skal gøres én gang.",
    idempotency_key_reused:
      "Find på en ny værdi til en ny forespørgsel. Behold kun den gamle for at gentage præcis den første forespørgsel.",
    expiry_not_allowed:
      "Vælg et tidspunkt, der endnu ikke er kommet, inden for organisationens regler, eller lad et medlem gøre det her.",
    addresses_invalid:
      "Skriv adresser som 203.0.113.7 og netværk som 203.0.113.0/24 eller 2001:db8::/32; højst 50.",
    addresses_not_allowed: "Nævn netværk inden for nøglens egen liste, eller lad et medlem gøre det her.",
    scope_unknown:
      "Brug kun rettigheder, som svaret nævner; den driftsansvarlige angiver dem, jeres eget API kræver.",
    scope_not_allowed: "Udelad de rettigheder, som svaret nævner, eller lad et medlem gøre det her.",
    revocation_text_missing: "Send en tekst, der med få ord siger hvorfor.",
    product_invalid:
      "Send beløb og valuta sammen eller null for ingen pris; fjern egenskaber ved at sende null for dem.",
    key_not_found: "Slå id'et op med GET /v1/keys, og sammenlign miljøet.",
    product_not_found: "Slå id'et op med GET /v1/products, og sammenlign miljøet.",
    statement_not_found: "En måned har en opgørelse, når den er forbi. GET /v1/billing/statements viser dem.",
    precondition_failed: "Læs det igen, beslut på ny, og nævn den version, du lige har læst.",
    product_changed: "Prøv igen, når der er ro om produktet.",
    sku_taken: "Ændr det produkt, som svaret nævner, eller vælg et andet varenummer.",
    key_changed: "Læs nøglen igen, og beslut på ny.",
    key_name_taken: "Vælg et andet navn, eller tilbagekald den nøgle, der har det.",
    key_limit_reached:
      "Tilbagekald en nøgle, som ingen bruger længere. Udløbne og tilbagekaldte tæller ikke med.",
    key_already_revoked:
      "En tilbagekaldt nøgle forbliver tilbagekaldt. Udsted en ny, hvor der er brug for en.",
    key_already_expired: "En udløbet nøgle forbliver udløbet. Udsted en ny, hvor der er brug for en.",
    rotation_conflict: "Læs nøglen igen, og rotér den kun, hvis det stadig er nødvendigt.",
    rows_unsound:
      "Sig det til den driftsansvarlige, som katkey seal check nævner rækkerne for. Tilbagekaldelse virker.",
    overlap_not_running: "Der er intet at slutte.",
    authority_lost: "Se, hvad nøglen må nu, og send den igen, hvis den stadig må.",
    idempotency_in_progress:
      "Send præcis den samme igen om et øjeblik: Den besvares med det, som den første lavede.",
    busy: "Prøv igen om et øjeblik, som svarets Retry-After siger.",
    storage_full:
      "Bed den driftsansvarlige om at skaffe plads, og prøv igen derefter. Tilbagekaldelser virker imens.",
    storage_unavailable: "Sig det til den driftsansvarlige, og prøv igen senere.",
    storage_damaged:
      "Sig det til den driftsansvarlige, som gendanner en sikkerhedskopi, og prøv igen senere.",
    schema_altered:
      "Sig det til den driftsansvarlige, som katkey doctor nævner det ændrede for, og prøv igen senere.",
    text_engine_failed:
      "Prøv igen senere. Bliver det ved, så giv den driftsansvarlige dette forespørgsels-id.",
    internal_error:
      "Prøv igen senere. Bliver det ved, så giv den driftsansvarlige dette forespørgsels-id: Loggen har mere under det.",
  },

  asked: {
    title: "Forespørgslen",
    when: "Hvornår",
    request: "Forespørgsel",
    answer: "Svar",
    app: "App",
    key: "API-nøgle",
    secret: "Token",
    environment: "Miljø",
    scopes: "Kræver",
    anyKey: "Enhver gyldig nøgle",
    from: "Fra",
    client: "Klient",
    unknownClient: "Oplyste det ikke",
    id: "Forespørgsels-id",
    idWhat: "forespørgsels-id'et",
  },
};
