"""Where line breaks were lost: joined words ("our teamRequirements:"), joined sentences ("skills.Knowledge of"),
list items run together on one line. Only offsets are returned; the text stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.late_pattern import late

_OPENERS = (
    "Responsibilit(?:y|ies)|Requirements?|Qualifications?|Experience|Knowledge|Strong|Ability|Abilities|Excellent|"
    "Proficien(?:t|cy)|Must|Minimum|Education|Preferred|Required|Desired|Desirable|Benefits?|Skills?|Salary|Location|"
    "About|What|Who|Why|How|You(?:r|['’]ll)?|We(?:['’]re)?|Our|This|The|Job|Position|Role|Company|Overview|Summary|Key|Duties|"
    "Proven|Working|Familiar(?:ity)?|Understanding|Demonstrated|Good|Basic|Advanced|Bachelor|Master|Degree|Technical|"
    "Additional|Other|Essential|Nice|Bonus|At [Ll]east|Equal|Compensation|Schedule|Please|Apply|Work|Description|"
    "Department|Employment|Full|Part|Type|Team|Manage|Design|Develop|Build|Create|Lead|Provide|Support|Ensure|"
    "Assist|Perform|Maintain|Participate|Collaborate|Analy[sz]e|Implement|Identify|Prepare|Conduct|Coordinate|"
    "Demonstrable|Solid|Deep|Hands|Expert(?:ise)?|Certifi(?:ed|cation)s?|Fluent|Comfortable|Willing(?:ness)?|"
    "Communication|Competitive|Paid|Medical|Health|Dental|Flexible|Have"
)
"""Words that lines of postings begin with: before these, a capital inside a word is a lost line break."""

_JOIN = late(
    # a lower-case word that runs into a capitalised one: "our teamWhat you will do"
    r"(?<=[a-z]{3})(?=[A-Z][a-z])"
    # a closed bracket, a percent sign or a digit that does: "(required)Knowledge", "in 2024What"
    r"|(?<=[)\]%])(?=[A-Z][a-z])"
    # a full stop with nothing after it: "skills.Knowledge", "degree.5+ years"
    r"|(?<=[a-z)\]%\"”][.!?;])(?=[A-Z•][a-zA-Z ’'])"
    r"|(?<=[A-Za-z)\]]{2}[.!?;])(?=\d{1,2}\s?(?:\+|-|–|to|or|y|m))"
    # a heading's colon with nothing after it: "Requirements:Knowledge", "Requirements:5+ years"
    r"|(?<=[a-z]{3}:)(?=[A-Z][a-zA-Z ’'])"
    # a word or a bracket that runs into an amount of time: "experience5 years", "(CS)3+ yrs"
    r"|(?<=[a-z)\]]{3})(?=\d{1,2}\s?\+?\s?(?:(?:-|–|to|or)\s?\d{1,2}\s?\+?\s?)?(?:[Yy]ea?rs?|[Mm]onths?)\b)"
    # capitals that run into one of the usual first words: "SQLKnowledge", "CAJob"
    rf"|(?<=[A-Z0-9]{{2}})(?=(?:{_OPENERS})(?![a-z]))"
    # one of the usual last words of a heading that runs into capitals: "QualificationsMS", "OverviewA"
    r"|(?<=(?:rview|ities|ments|tions|ption|mmary|kills|efits|ience|ation|uties))(?=[A-Z][A-Z \d])"
)
_CAPITAL = late(r"[A-Z0-9•]")
"""What a lost line break stands before; found first, because that is quick."""
_NEVER_JOINED = frozenset(" \t\n\r\u00a0(-–—/&'‘“[$£€#+@_*|,=<>")
_ENTITY = late(r"&#?\w{2,8};$")
_OPENER = late(_OPENERS)
_NAMES_WITH_CAPITALS = """
    javascript typescript coffeescript github gitlab gitops youtube linkedin facebook whatsapp wechat
    powerpoint powershell powerbi powerapps sharepoint onedrive onenote onelogin postgresql mysql mongodb
    couchdb dynamodb mariadb influxdb cosmosdb documentdb timescaledb rethinkdb arangodb cockroachdb redshift
    bigquery bigtable cloudformation cloudwatch cloudfront datadog dataframes dataops devops devsecops finops
    mlops aiops noops secops graphql numpy scipy pytorch tensorflow tensorrt openai opencv opengl opencl
    openstack openshift opentelemetry openid openapi openvms salesforce servicenow workday successfactors
    netsuite quickbooks freshbooks docusign hubspot mailchimp zoominfo autocad solidworks indesign wordpress
    woocommerce bigcommerce webassembly websocket websockets webgl webrtc webpack webex fastapi nodejs vuejs
    reactjs nextjs angularjs expressjs nestjs springboot jetbrains intellij phpstorm pycharm webstorm xcode
    visualstudio circleci teamcity travisci argocd hashicorp sonarqube testng phpunit junit playwright
    bitbucket sourcetree paypal mastercard fedex wework deepmind doordash airtable basecamp clickup crossfit
    tiktok snapchat healthcare startup startups mcdonald mckinsey mcgill mcafee macbook macos ipad iphone ios
    ebay ecommerce elearning labview matlab simulink wireshark checkpoint crowdstrike fortinet paloalto
    cyberark vmware hyperv virtualbox restful soapui backbone knockout datapower datastage datastax databricks
    snowflake pagerduty splunk newrelic logrhythm smartsheet docbook mathml latex bibtex lookml pubmed pubsub
    dropbox icims icloud isocpp
    """
_CAMEL_NAMES = frozenset(_NAMES_WITH_CAPITALS.split())
_ROUND_MARK = late(r"[•●▪■◦‣➢➤►·∙\uf0b7\uf0a7]")
_LIST_MARK = late(r"(?<=\S)(\s*)[•●▪■◦‣➢➤►·∙\uf0b7\uf0a7](?=\s?[\w(\"“'‘])|(\s+)(?:\*|[-–—])\s+(?=[A-Z0-9(\"“])")
_STAR_MARK = late(r"(?<=[a-z.;:)])(\s?)\*(?=\s[A-Z0-9])")
_LINE_ENDS = frozenset("0123456789)]’'+#")
_FIRST_WORDS = late(
    r" (?=[A-Z])(?=(?:Knowledge (?:of|and)|Ability to|Abilities|Experience (?:in|with|of|working|using)|"
    r"Minimum (?:of )?(?:\d|one|two|three|four|five|six|seven|eight|ten)|Must (?:have|be|possess)|Strong |Excellent |"
    r"Proven |Demonstra(?:ted|ble) |Familiarity with|Proficien(?:t|cy) (?:in|with)|Working knowledge|Solid |"
    r"Understanding of|Hands[- ]on |At least \d|"
    r"(?:Preferred|Required|Minimum|Basic|Desired|Additional|Key|Job|Essential)(?: \w+)? ?"
    r"(?:Qualifications|Skills|Requirements|Responsibilities|Experience|Duties)\b|"
    r"(?:Responsibilities|Requirements|Qualifications|Benefits|Education|Experience|Skills):))"
)
_CLOSERS = (
    "Responsibilities|Requirements?|Qualifications?|Experience|Overview|Summary|Description|Skills|Benefits|Education|"
    "Duties|Type|Location|Department|Competencies|Certifications?|Knowledge|Abilities|Perks|Compensation|Salary|Role|Us|Job|"
    "Opportunity|Position|Company|Team|Schedule|Purpose|Functions|Profile|Background|Objective|Environment|Details|Accountabilities"
)
"""Words that headings of postings end with."""
_CLOSER = late(_CLOSERS)
LONGEST_GLUED_HEADING = 60
"""Characters of "Minimum Qualifications:" and its like, where it stands at a lost line break."""
_GLUED_HEADING = late(r"(?:[A-Z][\w’'&/()-]*|[a-z’'&/]{2,14})(?:[ /][\w’'&/()-]+){0,6}:(?=\s|[A-Z0-9•*-]|$)")


def joins(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets between `start` and `end` at which a line break was lost."""
    for capital in _CAPITAL.finditer(text, start + 1, end):
        at = capital.start()
        if text[at - 1] not in _NEVER_JOINED and _JOIN.match(text, at, end) and not _is_name(text, start, at, end):
            yield at


_LETTERS, _LETTERS_BEFORE = late(r"[A-Za-z]*"), late(r"[A-Za-z]*$")


def _is_name(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether a join lies inside a name or an address rather than between two lines."""
    head = text[max(start, at - 40) : at].rsplit(None, 1)[-1]
    if "@" in head or "//" in head or head.lower().startswith("www.") or _ENTITY.search(head):
        return True
    if not head[-1].islower() or not text[at].isupper():
        return False
    left = _LETTERS_BEFORE.search(head)
    right = _LETTERS.match(text, at, min(end, at + 30))
    if left is None or right is None:
        return False
    word = left[0] + right[0]
    if word.lower() in _CAMEL_NAMES or word.lower().rstrip("s") in _CAMEL_NAMES:
        return True
    if left[0][:2] in ("Mc", "Ma", "De", "La", "Le", "Di", "Fi") and len(left[0]) <= 3:
        return True
    if (left[0].islower() and len(left[0]) >= 4) or _CLOSER.fullmatch(left[0]):
        return False
    return _OPENER.fullmatch(right[0]) is None or (left[0][:1].isupper() and len(left[0]) <= 3)


def list_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return (end of the item before, start of the item) for the bullets inside one line; a single dash is none."""
    line = text[start:end]
    if not (_ROUND_MARK.search(line) or "* " in line or " - " in line or " – " in line or " — " in line):
        return []
    marks = [(m.start(), m.end()) for m in _LIST_MARK.finditer(text, start, end)]
    marks += [(m.start(), m.end()) for m in _STAR_MARK.finditer(text, start, end)]
    round_marks = [mark for mark in marks if text[mark[0] : mark[1]].strip() not in ("-", "–", "—", "*")]
    chosen = round_marks or (marks if len(marks) >= 3 else [])
    return sorted(set(chosen))


def soft_joins(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a line seems to begin after a plain space ("degree required Knowledge of")."""
    for match in _FIRST_WORDS.finditer(text, start, end):
        if match.start() > start and (text[match.start() - 1].islower() or text[match.start() - 1] in _LINE_ENDS):
            yield match.end()


def heading_end(text: str, start: int, end: int) -> int:
    """Return where the heading ends that a glued part begins with ("Responsibilities:"), or `start`."""
    match = _GLUED_HEADING.match(text, start, min(end, start + LONGEST_GLUED_HEADING))
    return match.end() if match else start


def is_heading_line(text: str, start: int, end: int) -> bool:
    """Tell whether an unmarked line or part of one is a heading: a few words, the last one usual at their end."""
    if end - start > LONGEST_GLUED_HEADING or not text[start].isupper():
        return False
    words = text[start:end].split()
    return len(words) <= 5 and _CLOSER.fullmatch(words[-1].title()) is not None and words[-1][:1].isupper()
