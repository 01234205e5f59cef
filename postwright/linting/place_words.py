"""Words that tell where the work is done: names of countries, states and large cities, and words for the workplace."""

from __future__ import annotations

from postwright.late_pattern import late

_COUNTRIES = (
    "united states|usa|united kingdom|uk|england|scotland|wales|northern ireland|ireland|"
    "canada|australia|new zealand|india|"
    "germany|france|spain|portugal|italy|netherlands|belgium|luxembourg|austria|switzerland|poland|czech(?:ia| "
    "republic)|slovakia|"
    "hungary|romania|bulgaria|greece|croatia|serbia|slovenia|ukraine|estonia|latvia|lithuania|finland|sweden|"
    "norway|denmark|iceland|"
    "turkey|israel|egypt|south africa|nigeria|kenya|ghana|morocco|uae|united arab emirates|qatar|saudi arabia|"
    "kuwait|bahrain|oman|"
    "singapore|malaysia|indonesia|philippines|thailand|vietnam|china|hong kong|taiwan|japan|korea|pakistan|"
    "bangladesh|sri lanka|nepal|"
    "mexico|brazil|argentina|chile|colombia|peru|costa rica|uruguay|armenia|georgia|azerbaijan|kazakhstan|malta|"
    "cyprus|europe|emea|apac|latam"
)
_REGIONS = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|"
    "indiana|iowa|kansas|"
    "kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|"
    "nevada|new hampshire|"
    "new jersey|new mexico|new york|nyc|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode "
    "island|south carolina|"
    "south dakota|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming|ontario|quebec|british "
    "columbia|alberta|manitoba|"
    "nova scotia|queensland|victoria|new south wales|nsw|bay area|silicon valley|midlands|yorkshire|bavaria|"
    "karnataka|maharashtra"
)
_CITIES = (
    "london|manchester|birmingham|leeds|bristol|glasgow|edinburgh|cardiff|belfast|dublin|cork|paris|lyon|berlin|"
    "munich|hamburg|frankfurt|"
    "cologne|stuttgart|vienna|zurich|geneva|amsterdam|rotterdam|utrecht|brussels|madrid|barcelona|lisbon|porto|"
    "rome|milan|warsaw|krakow|"
    "prague|budapest|bucharest|sofia|athens|stockholm|oslo|copenhagen|helsinki|tallinn|riga|vilnius|istanbul|tel "
    "aviv|cairo|lagos|nairobi|"
    "cape town|johannesburg|dubai|abu dhabi|doha|riyadh|mumbai|bangalore|bengaluru|delhi|gurgaon|gurugram|noida|"
    "hyderabad|chennai|pune|"
    "kolkata|ahmedabad|karachi|lahore|dhaka|colombo|kuala lumpur|jakarta|manila|bangkok|hanoi|shanghai|beijing|"
    "shenzhen|tokyo|osaka|seoul|"
    "taipei|sydney|melbourne|brisbane|perth|adelaide|auckland|wellington|toronto|vancouver|montreal|calgary|"
    "ottawa|los angeles|"
    "san francisco|san diego|san jose|palo alto|mountain view|seattle|bellevue|portland|denver|boulder|phoenix|"
    "dallas|austin|houston|"
    "san antonio|chicago|minneapolis|detroit|cleveland|columbus|cincinnati|pittsburgh|philadelphia|boston|"
    "cambridge|brooklyn|manhattan|"
    "newark|jersey city|baltimore|atlanta|charlotte|raleigh|nashville|miami|orlando|tampa|jacksonville|st\\.? "
    "louis|kansas city|"
    "milwaukee|indianapolis|salt lake city|las vegas|sacramento|yerevan|tbilisi|mexico city|sao paulo|são paulo|"
    "bogota|buenos aires"
)
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|"
    "OK|OR|PA|RI|SC|SD|"
    "TN|TX|UT|VA|VT|WA|WI|WV|WY|ON|BC|QC|AB|UK"
)

WORKPLACE = late(
    r"\b(?:remote(?:ly)?(?![- ](?:monitoring|sensing|control|access|desktop|support|servers?|systems?|teams|"
    r"users|sites?|communit\w+|areas?|locations?|regions?|patients?|clients?|colleagues?|offices?|diagnos\w+|meetings?|"
    r"participants?|and in-person|learn\w+|devices?|data|sensor\w*|procedure|code|branch|repositor\w+|villages?|"
    r"islands?|towns?))|"
    r"hybrid (?:work\w*|role|position|model|schedule|environment|remote|office)|hybrid\)|hybrid[,.;]|"
    r"on[- ]?site(?= (?:at|in|role|position|work|only|\d))|"
    r"work(?:ing)? from home|home[- ]based|telework|telecommut\w+|work[- ]from[- ]anywhere|duty station|"
    r"(?:job |work |office |primary |position )?locations? ?[:-](?!\W{0,6}(?:any\b|various|multiple|several|flexible|"
    r"tb[cda]\b|"
    r"to be|one of|open\b|negotiable|our\b|you choose|as agreed|see below|\n|$))|"
    r"commut(?:e|ing) (?:distance|to)|"
    r"(?<!mail )address ?:|(?:work location|place of work|workplace)(?= ?[:=-]| is| will))"
)
COUNTRY_LETTERS = late(r"(?<![\w.])(?:US|U\.S\.A?\.?|UK)(?![\w-])")
"""In the text's own case: "us" is a pronoun."""
BASED = late(
    r"\b(?:[Aa]n?|[Oo]ur|[Tt]his|[Tt]he) (?!Commission|Internet|Saas|Cloud|Web)(?:[A-Z][a-z'’.]+[ -]){1,3}based"
    r"(?: [\w-]+){0,3}? (?:compan(?:y|ies)|firm|business|manager|agency|bank|organi[sz]ation|charity|practice|team|"
    r"start-?up|employer|clients?|retailer|manufacturer|hospital|university|mill|studio|consultancy|group|shop|"
    r"provider|non-?profit|tax|office|position|role|job)\b"
)
"""In the text's own case: "a Leeds-based mill"."""
NAMES = late(rf"\b(?:{_COUNTRIES}|{_REGIONS}|{_CITIES})\b")
SEATED = late(
    r"\b(?:our|the) (?:[\w&'’-]+ ){0,4}(?:offices?|headquarters|HQ|campus|plant|facility|hospital|school|store|branch|"
    r"warehouse|site|hub|depot|clinic|factory|studio|shop|laborator(?:y|ies)|team),? (?:is )?(?:in|at|near|on|outside) "
    r"(?:the )?(?:\w+ of )?[A-Z0-9]|\b(?:based|located|situated|stationed) (?:in|at|out of|near) (?:\w+ ){0,2}[A-Z0-9]"
)
"""In the text's own case: the workplace with the name of a place that no list needs to know."""
ADDRESS = late(
    rf"\b(?!Bachelor|Master|Degree|Associate|PhD)[A-Z][a-z.]+,? ?(?:{_STATES})\b|\b(?:{_STATES}) \d{{5}}\b|"
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b(?:City|Town|County|Village|Borough|Township) of [A-Z][a-z]|"
    r"\b[A-Z][a-z]+ (?:County|Borough|Township)\b"
)
"""In the text's own case: "Boise, ID", "ID 83702", a British postcode."""
