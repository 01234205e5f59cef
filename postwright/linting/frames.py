"""The ways in which a posting says that somebody is not wanted, or is: what stands before or after the words for them.

A wording that names one of these frames counts only in it: "deaf" alone is a word, "the deaf cannot be considered" is
a bar. `chosen` is narrower than `wanted`: what chooses stands beside the words for whom. `applicant` is the widest: the
sentence says what whoever applies is, has or must do; its words name a thing that is nobody's business. `sought` stands
around the name of the job. `denied_too` is
for words that offend even where they are denied ("nobody who is over the hill").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from postwright.linting.conditions import compiled


@dataclass(frozen=True, slots=True)
class Frame:
    """Patterns for what stands before and after; case ignored."""

    before: str
    """Matches up to the wording."""
    after: str
    """Matches from the end of the wording."""


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_NOT_WANTED_BEFORE = _any(
    r"no|zero|(?:no[ -]one|nobody|none) (?:with|who|on|of|from|suffering|needing|in)",
    r"(?:not|n['’]t) (?:\w+ )?(?:ready for|used to having)|not the (?:right|best) time|"
    r"not (?:\w+ )?(?:for|suit|suited to|open to|compatible with|equipped for|geared to|set up for)|"
    r"(?:not|n['’]t|hardly|never) (?:an?|the) (?:\w+ )?(?:place|job|role|position|post|workplace|environment|company|"
    r"team|"
    r"career|setting|shop|office) for",
    r"(?:unsuitable|impossible|unworkable|off[- ]limits|the wrong (?:place|job|role)|too (?:\w+ )?(?:demanding|hard|"
    r"much|"
    r"tough|difficult|dangerous|fast|strenuous|physical|heavy|steep|stressful|risky)) (?:for|to)|closed to",
    r"(?:can ?not|can['’]t|wo(?:uld )?n['’]t|(?:will|would|shall|do|does) not|don['’]t|doesn['’]t|unable to|"
    r"unwilling to|never|refuse to|(?:would|['’]d) prefer not to|decided not to|chosen not to|rather not|not (?:able|"
    r"willing|going|prepared|looking|meant) to) (?:\w+ ){0,2}?"
    r"(?:accommodate|hire|employ|accept|take|consider|recruit|work with|want|tolerate|place|interview|invite|welcome|"
    r"have|support|deal with|cater (?:for|to)|allow|cope with|see|put up with|offer|use|wear|keep|observe|take on|"
    r"bring in|"
    r"make (?:any )?(?:allowances?|provisions?|exceptions?|room|time) for|work around|plan around|fit (?:in|around)|"
    r"entertain|risk|afford|look at|touch|read|shortlist|engage)",
    r"not (?:be|an?|have|rely(?:ing)?|depend(?:ent|ing)?|suffer(?:ing)?|need(?:ing)?|requir(?:e|ing)|using|use|"
    r"wear(?:ing)?|accepting|hiring|considering|taking|looking for|any|undergoing)",
    r"(?:not|n['’]t|never) (?:please )?(?:apply|bother)(?: \w+){0,2} if",
    "excluding|except(?: for)?|other than|but not|free (?:of|from)|without|devoid of|clear of",
    r"(?:rules?|shuts?|leaves?|screens?|filters?|weeds?) out|disqualif\w+|reject\w*|turn away|avoid",
)
_NOT = r"(?:not|never)(?: (?:an?|any|be|been|on|too|very|from|currently|yourself|themselves|of|the|filed for|had))* "
_NOT_WANTED_AFTER = _any(
    r"(?:needs?|should|ought|must|may|do|had better)(?: not|n['’]t) (?:to )?(?:\w+ )?"
    "(?:apply|bother|waste|expect|reply|respond|submit|enquire|inquire|approach|contact us|write to us|try)",
    r"(?:should|must|need to|needs to|ha(?:s|ve) to|had better|(?:are|is) (?:asked|expected|advised|required) to) "
    r"(?:\w+ )?"
    r"(?:hide|conceal|be discreet|stay (?:quiet|silent)|shave|convert|keep (?:it|that|this|quiet|their|his|her)|tone)",
    r"(?:can ?not|can['’]t|will not|won['’]t|would not|wouldn['’]t|shall not) (?:\w+ ){0,2}?"
    "(?:considered|accepted|hired|employed|invited|shortlisted|interviewed|taken|admitted|apply|join|cope|fit|do|"
    "manage|"
    r"(?:look|go) any further|keep up|work|accommodated|suit|thrive|progress\w*|succeed|proceed|happy|comfortable|"
    r"suited|part|"
    r"able to (?:meet|work|keep|do|follow|cope|join|take|cover|apply|start|stay)|settle|last|stay|meet|"
    r"get (?:very )?far|"
    r"get (?:in|past|through|an interview|the job)|make (?:it|the)|find (?:their|a|his|her) place)",
    "un(?:suitable|suited|welcome|wanted|acceptable|fit)|ineligible|inadmissible|incompatible|out of place",
    r"(?:can ?not|can['’]t|could not|couldn['’]t) be (?:\w+ )?(?:insured|covered|placed|put|supported|catered for|"
    r"offered|"
    r"looked after|integrated|deployed|used|sent|given|granted|posted|assigned|housed|hosted|seated)|"
    r"(?:can ?not|can['’]t|may not|must not) (?:use|share|live|stay|sleep|enter|attend|benefit|claim|get)",
    r"(?:should|had better|might want to|may want to|would do better to|ought to|must|please|kindly) (?:\w+ )?"
    r"(?:look|search|seek|try|go|apply|find|consider)(?: for)? (?:elsewhere|another|other|something|somewhere|a "
    r"different|"
    r"different)",
    r"(?:may|might|will|would|could|do|does|can)(?: not|n['’]t) (?:\w+ )?(?:feel|fit|thrive|enjoy|like|find (?:their|"
    r"it)|"
    r"flourish|get on|get along|get used|be (?:for|right|easy|our|suited|a (?:good|natural))|have (?:an easy|much))",
    r"(?:tends?|are likely|is likely|are bound|is bound|are prone|seems?|appears?|(?:are|is) known) (?:not )?to (?:\w+ "
    r")?"
    r"(?:struggle|suffer|find|do|have|leave|fail|fall|get|be|feel|last|quit|slow|cause|disrupt|disappoint)",
    r"(?:usually|often|generally|always|mostly|typically|normally|rarely|seldom|never) (?:struggle|suffer|find|do|"
    r"leave|"
    r"fail|fit|last|stay|thrive|succeed|cope|manage|get)s?",
    r"(?:will|would|may|might|could|can) (?:\w+ )?(?:have|face|find|experience|meet|run into|encounter|get)(?: "
    r"\w+){0,2} "
    r"(?:difficult(?:y|ies)|problems?|trouble|resistance|hard|difficult|impossible|challenging|demanding|lonely|"
    r"awkward)",
    r"(?:are|is|would be|will be|was|were) (?:\w+ )?(?:impossible|impractical|not possible|a bad idea|a non-?starter|"
    r"a hindrance|a handicap|a drawback|a disadvantage|at a disadvantage|a burden|a liability)",
    r"(?:not|n['’]t|hardly|never) (?:be )?(?:our|the|an?) (?:first |preferred |ideal |natural |obvious |good |right |"
    r"best )+"
    r"(?:choice|pick|fit|match|option|candidates?|people|person|type|sort)",
    r"(?:is|are)(?: not|n['’]t) (?:the (?:right )?(?:job|role|place|position|company|post|team|one|environment)|"
    r"an? (?:job|role|place|position|workplace)|ready|going to|right|something) (?:for|to)\b",
    r"(?:is|are|may|might|will|would) (?:\w+ )?(?:be )?(?:happier|better off|better suited|better placed) (?:elsewhere|"
    r"in|"
    r"with|at)",
    r"(?:are|is|be|get) (?:\w+ )?(?:excluded|disqualified|disqualifying|rejected|barred|turned (?:down|away)|ruled out|"
    "screened out|filtered out|weeded out|set aside|binned|passed over|left out|skipped|discarded|declined|refused|"
    "sent away|a problem|an obstacle|a deal-?breaker|discouraged|"
    "too (?:much|risky|slow))",
    r"not (?:be )?(?:suitable|considered|accepted|welcome|wanted|eligible|suited|allowed|permitted|tolerated|required|"
    "able to apply)|look elsewhere|not apply",
    r"(?:are|is|make|makes|be) (?:an? )?(?:\w+ )?(?:poor|bad|wrong|not a good|no) (?:fit|match|choice)|"
    r"(?:do|does|will|would)(?: not|n['’]t) (?:usually |normally |really |often )?(?:fit|suit|belong|last|work out)",
    r"(?:ha(?:s|ve)|did|do)(?: not|n['’]t| never) (?:\w+ )?(?:work(?:ed)? out|last(?:ed)?|stay(?:ed)?|"
    r"fit(?:ted)?(?: in)?|cope[d]?|"
    r"settle[d]?)|no longer (?:hire|take|employ|consider)|not here\b|(?:will|would|can|shall)(?: not|"
    r"n['’]t) (?:\w+ )?be "
    r"(?:put|placed|sent|shown|at (?:ease|home)|entertained|processed|read|looked at)",
    r"(?:ha(?:s|ve)|stands?) (?:little|no) (?:real )?(?:chance|hope|place|business)",
    r"(?:will|would|may|might|could) (?:\w+ )?(?:struggle|suffer|be (?:unhappy|miserable|disappointed|bored|lost|"
    r"a burden|"
    r"out of (?:place|their depth)|better off elsewhere)|feel (?:out of place|uncomfortable|lost|left out|isolated)|"
    r"find (?:it|the|our|this)(?: \w+){0,4}? (?:hard|difficult|tough|tricky|too \w+|exhausting|unsuitable))",
    "(?:feels?|are|is) out of place|(?:are|is) (?:kindly )?(?:advised|asked|requested|urged) not to",
    r"(?:should|please|had better) (?:\w+ )?(?:stay away|think twice|refrain|abstain|pass|save|excuse|look away)",
    r"(?:are|is|seem|seems) (?:\w+ )?(?:unlikely to|out of luck)",
    r"(?:find|finds) (?:it|the|our|this)(?: \w+){0,4}? (?:hard|difficult|tough|tricky|too \w+)",
    r"(?:means?|will mean|would mean) (?:that )?(?:we|you|they) (?:cannot|can ?not|can['’]t|will not|won['’]t|"
    r"could not)|"
    r"(?:ends?|will end|would end|closes?|will close|stops?) (?:your|the|an?|any|every) (?:\w+ )?(?:application|"
    r"chances?|candidacy)|"
    r"not what we|(?:are|is) a (?:red flag|no)|"
    r"(?:rules?|counts?|puts?|bars?|disqualif(?:y|ies)|exclud(?:e|es)) (?:you|them|candidates|applicants|anyone|people)"
    r"(?: (?:out|off|against))?\b|(?:is|are) reasons? (?:enough )?(?:to (?:reject|refuse|turn)|for (?:rejection|"
    r"refusal))|"
    r"(?:goes?|go|end up|land|lands) (?:straight )?(?:in|into|on) the (?:bin|waste|reject\w*|no pile)",
    "(?:are|is) (?:off the list|out of the question|not our|best avoided|a no-?go)",
)
_WANTED_BEFORE = _any(
    "look(?:ing|s)? for|seek(?:s|ing)?|wants?|wanted|needs?|needed|prefer(?:s|red|ably|ring)?",
    "preference (?:is |will be |goes )?(?:given )?(?:for|to)|priority (?:is |will be )?(?:given )?(?:to|for)",
    "favou?r(?:s|ed|ing)?|hir(?:e|es|ing)|recruit(?:s|ing)?|requir(?:e|es|ed|ing)|search(?:ing|es)? for|after",
    "ideal(?:ly)?|perfect(?:ly)?|best|suit(?:s|ed|able)?|only|solely|exclusively",
    "reserved for|restricted to|limited to|aimed at|targeted at|appeals? to|made for|dream of|welcomes?|would love",
    r"must(?: \w+)? be|should be|has to be|have to be|you are|you['’]re|are you|if you are|be",
)
_WANTED_AFTER = _any(
    "only|preferred|wanted|needed|required|sought|favou?red|desired|preferable|a must|need apply",
    r"given (?:\w+ )?(?:preference|priority)|have (?:an )?advantage",
    r"(?:will|would) (?:\w+ )?be (?:preferred|favou?red|ideal|given (?:\w+ )?(?:preference|priority))",
    "(?:is|are) (?:a must|essential|ideal|preferred|sought|wanted|required|needed|what we)",
)
_PEOPLE = (
    r"(?:candidates?|applicants?|people|persons?|individuals?|folks?|m[ae]n|wom[ae]n|males?|females?|lad(?:y|ies)|"
    r"gents|"
    r"gentlem[ae]n|girls?|boys?|guys?|staff|employees?|workers?|colleagues?|professionals?|members?|hires?|"
    r"applications?)"
)
_FILLING = (
    r"(?:(?:someone|somebody|people|(?:an? )?(?:person|candidate|applicant)s?|those|anyone) who (?:is|are) )?"
    r"(?:(?!(?:and|but|with|for|who|to|in|by|when|if|because|as|while|at|on|about|than|that|our|your|their|which|where|"
    r"support|serve|help|teach)\b)[\w'’-]+,? ){0,4}?"
)
"""What may stand between the words that choose and the words for whom: "looking for a (young and) ..."."""
_LISTED = (
    r"(?:\A|\n)[ \t]*(?:(?:[-–*•·▪>]|\d+[.)])[ \t]*|(?=(?-i:An?|From|Of) ))((?:(?:an?|from|of|in|the|with|strong|"
    r"smart|good|respectable|young|fit|tall|friendly|"
    r"presentable|practi[sc]ing|committed|devout|born|settled|happily|preferably|ideally|"
    r"background:?) ?,? ?(?:and )?){0,4})"
)
"""An item of a list that begins with the words for whom: what it lists is wanted."""
_CHOSEN_BEFORE = _any(
    "(?:look(?:ing|s)?|search(?:ing)?|hunting) for|seek(?:s|ing)?|wants?|wanted|prefer(?:s|red|ably|ring|ence)?",
    "(?:preference|priority) (?:is |will be |goes )?(?:given )?(?:for|to)|favou?r(?:s|ed|ing)?|biased towards?",
    r"(?:would|['’]d) (?:rather|sooner|ideally|love to|like to|like(?= (?:an?|some|somebody|someone)\b)|"
    r"prefer to) (?:hire|have|welcome|take|see|employ|find|"
    r"meet)",
    "ideal(?:ly)?(?: suited)?(?: for| to)?|(?:perfect|best|great|right|made|meant) (?:suited )?(?:for|to)",
    "(?:job|role|work|position|post|opportunity|opening) for|suit(?:s|ed|able)?(?: for| to)?",
    "(?:only|solely|exclusively|strictly)(?: for)?|reserved for|restricted to|limited to|aimed at|targeted at|"
    "open (?:only )?(?:to|for)",
    r"must(?: \w+)? be|should(?: \w+)? be|(?:has|have|needs?|ought) to be|you are|you['’]re|are you|be|require(?:s|d)?",
    "(?:welcome|hire|recruit|employ|choose|take on|interview|short-?list|invite)(?:s|ing)?",
)
_CHOSEN_AFTER = _any(
    "only(?! (?:if|when|where|after|once|as|in|an?|because|to|on|during|by|for|the))",
    r"(?:(?:is|are|was|were|will be|would be|shall be|being|strongly|much|highly|clearly|very) ){0,3}"
    "(?:preferred|preferable|wanted|needed|required|sought(?: after)?|favou?red|desired|desirable|ideal|perfect|best|"
    "a must|essential|mandatory|a plus|an (?:advantage|asset)|a bonus|first choice|given (?:preference|priority))",
    r"(?:alone |only )?(?:need|may|can|should|please) (?:only )?(?:apply|write|call|contact|send)",
    "alone(?: will| may| can| are)|first(?= *[.,;)])|,? ?(?:and )?(?:nobody|no ?-?one|none) (?:else|besides|other)",
    r"(?:(?:will|would|shall|can|may) )?(?:be |get |given |ha(?:s|ve) |take |enjoy |receive ){1,2}(?:\w+ ){0,2}"
    "(?:preference|priority|advantage|edge|head start|precedence|favou?red|preferred|better chances?)",
    r"(?:(?:will|would|tend to|usually|do|does) ){0,2}(?:fit(?:s)?(?: in)?|suits?(?: us)?|settles?(?: in)?|"
    r"blend(?:s)?(?: in)?|"
    "work(?:s)?|do(?:es)?) (?:best|better|well)",
    r"(?:will|would) (?:\w+ )?(?:feel (?:right )?at home|be at home|fit (?:right |nicely |perfectly )?in|suit us|"
    r"be (?:best|ideal))",
    "makes? (?:the best|better|ideal|perfect)",
)
_ASKED_BEFORE = _any(
    "send|attach|enclose|submit|describe|provide|upload|give|tell us|mention|write|list|indicate|specify|supply",
    "disclose",
    r"(?:include|bring|share|add|show|state)(?= (?:us |in your \w+ )?(?:an?|your|the|two|three|recent|cop(?:y|ies)|"
    r"passport|proof|full|all|any|both|their|details|colou?r|age|photos?|with)\b)|fill in",
    r"let us (?:know|have)|we (?:\w+ )?(?:need|want|ask (?:for|you)|would like|must (?:have|see))|asks? (?:you )?for",
    "(?:applications?|cvs?|resumes?|letters?|candidates?|applicants?) (?:only )?(?:with(?:out)?|must|should|need)",
    "accompanied by|along with|together with|copy of|copies of|scan of",
)
_ASKED_AFTER = _any(
    "(?:is |are )?(?:required|mandatory|compulsory|requested|a must)",
    "must be (?:sent|attached|enclosed|included|stated|uploaded|given|provided)",
    "to be (?:sent|attached|enclosed|included|stated|uploaded|given|provided)|attached|enclosed",
    "(?:with|in|on|to) (?:your|the|every|each) "
    "(?:application|cv|resume|résumé|cover(?:ing)? letter|letter|form|first page)",
)
_LIKED_BEFORE = _any(
    r"(?:prefers?|rather|sooner|likes?|wants?|wish(?:es)?|choose|chooses) (?:to )?(?:deal|speak|talk|work|do business|"
    r"be served|be seen|buy|see|meet|have|hear|dealing|speaking|talking|working|doing business|being served|buying|"
    r"seeing|meeting|having|hearing)(?: (?:with|by|from|to))?",
    r"(?:most |more |very )?(?:at ease|at home|comfortable|happ(?:y|ier|iest)|familiar) (?:with|around|among)",
    r"(?:not|n['’]t|un|never) ?(?:been )?(?:used|accustomed) to|too many|enough of|tired of|fed up with|wary of",
    r"(?:bad|poor|no|little|mixed|better|best|more|less) (?:luck|experiences?|success|results) with",
    r"(?:trouble|problems|difficulties|complaints) (?:with|about|from)|ha(?:ve|s|d) in mind|picture|envisage",
    r"(?:has|have) (?:always |usually |only |mostly |ever )?(?:gone to|been "
    r"(?:held|done|filled|run|given|manned|staffed) (?:to|by))",
    r"(?:jobs?|roles?|posts?|positions?|interviews?|vacanc(?:y|ies)|openings?|shifts?|seats?|work|task) (?:is|are) "
    r"(?:only |strictly |really |best |meant |intended |reserved |kept )*for",
    r"(?:needs?|calls? for|cries out for|could do with|would suit|suits)(?= (?:an?|only|strong|young)\b)",
)
"""Whom a place, its customers or its people are said to like or to dislike."""
_LIKED_AFTER = _any(
    r"(?:(?:is|are|was|would be|will be) )(?:what|who|whom) (?:we|they|our \w+|the \w+)(?: \w+)? "
    r"(?:ha(?:s|ve) in mind|wants?|needs?|prefers?|looks?|seeks?|expects?|hopes?|likes?)",
    r"(?:is|are|will be) (?:\w+ )?(?:asked|invited|requested) to (?:come forward|apply|write|step forward) first",
    r"(?:may |should |can |must |are (?:\w+ )?(?:asked|requested) to )?(?:kindly|please) "
    r"(?:excuse|refrain|ignore|skip|abstain|stay|look|do not|don['’]t|pass|avoid)",
    r"(?:get|gets|take|takes|have|has|enjoy|enjoys) (?:priority|precedence|first (?:pick|refusal|call))",
    r"(?:come|comes|go|goes) (?:first|to the (?:front|top))|first in line|at the top of the list",
    r"(?:will|would) (?:\w+ )?be (?:called|seen|met|read|heard|interviewed|considered) (?:first|before)",
)
_APPLICANT_BEFORE = _any(
    r"(?:applicants?|candidates?|applications?|cvs?|resumes?|whoever|anyone|anybody|no ?-?one|nobody|someone|somebody|"
    r"(?:people|persons?|those) (?:who|with|of|from)|(?:the|our|your|his|her|an?|ideal|new) (?:ideal |new |"
    r"successful )?"
    r"(?:person|colleague|employee|hire|recruit|joiner|team ?mates?)|(?:all |our )?(?:staff|employees|"
    r"colleagues) (?:are|"
    r"must|should|have to|share|need to))",
    r"you (?:\w+ly |also |still |really |all |and yours )?(?:are|have|['’]ve|were|must|should|need|do|don['’]t|"
    r"never|can|"
    r"cannot|can['’]t|come|belong|attend|share|live|lived|go|grew|wear|keep|follow|believe|feel|love|respect|know|"
    r"would|"
    r"may|might|ought|observe|practi[sc]e|hold|speak|sound|look)",
    r"(?:you['’](?:re|ve)|if you|are you|do you|have you|must|should|ought to|(?:has|have|needs?) to (?:be|have)|"
    r"required to|expected to|willing to|prepared to|happy to|comfortable (?:with|to))",
    r"(?:we|our \w+|the (?:owners?|founders?|boss|managers?|director|family|team|client)) (?:\w+ ){0,2}?(?:wants?|"
    r"hires?|"
    r"seeks?|needs?|prefers?|favou?rs?|takes?|looks?|looking|expects?|asks?|likes?|would|employs?|recruits?|welcomes?|"
    r"accepts?|considers?|insists?|dreams?)",
    r"ideally|preferabl[ey]|(?:ideal|suitable|suited|perfect|open|meant|right|best|job|role|position|post) (?:for|"
    r"to)|suits?",
)
_APPLICANT_AFTER = _any(
    "applicants?|candidates?|need not|(?:should|may|can|need) (?:not )?apply|preferred|wanted|required|essential|"
    "a must|"
    "a condition|mandatory",
    r"(?:will|would|might|may) (?:\w+ )?(?:find|feel|fit|struggle|suit|not|be (?:happy|unhappy|at home|comfortable|"
    r"uncomfortable|preferred|considered))|(?:cannot|can['’]t|won['’]t) (?:be|work|join|apply|fit|expect)",
    r"(?:this|the) (?:[a-z-]+ ){0,2}(?:job|role|position|post|vacancy) (?:is|will|would|may)|not for you|"
    r"(?:are|is) (?:not )?(?:our|what we|who we|for us)|on your (?:cv|application|form)",
)
"""What says that a sentence is about whoever applies: not what the person will do at work."""
_SOUGHT_BEFORE = _any(
    r"hir(?:e|es|ing)|recruit(?:s|ing)?|seek(?:s|ing)?|(?:look|search|advertis)(?:es?|ing)? for|wants?|wanted|needs?|"
    r"require(?:s|d)?|(?:vacanc(?:y|ies)|openings?|opportunity|contract|adverts?) (?:for|as)",
    r"(?:jobs?|positions?|roles?|posts?|(?:job )?title|work(?:s|ing)?|employ(?:s|ed)?|engage[ds]?|join us|start|"
    r"experience|trained|qualified|serve|act|you) (?:for|as|of)|(?:vacancy|position|title|role|post|wanted|job):",
)
_SOUGHT_AFTER = _any(
    r"(?:(?:is|are|also|urgently|wanted|needed) ){0,3}(?:wanted|needed|required|sought|to join|to start)",
    r"(?:job|position|role|vacanc(?:y|ies)|post|opening)s?",
)
"""What says that somebody is to be hired as that."""
_DENIAL = _any(
    "(?:do|does|did|are|is|need|must|should|will|would|can)(?: not|n['’]t)",
    "not|never|no|without|nobody|rather than|instead of|can ?not",
)
FRAMES = {
    "excluded": Frame(
        before=rf"\b(?:{_NOT_WANTED_BEFORE}(?!\w)[^.\n;:]{{0,50}}|{_NOT})\Z",
        after=rf"[^.\n;:]{{0,45}}?\b{_NOT_WANTED_AFTER}\b",
    ),
    "wanted": Frame(before=rf"\b{_WANTED_BEFORE}\b[^.\n;:]{{0,45}}\Z", after=rf"[^.\n;:]{{0,25}}?\b{_WANTED_AFTER}\b"),
    "chosen": Frame(
        before=rf"(?:\b{_CHOSEN_BEFORE},?:? {_FILLING}|{_LISTED})\Z",
        after=rf"(?:[- ]{_PEOPLE})?(?:,? (?:and|or|&) [\w-]+(?: {_PEOPLE})?)?,? ?[(–:-]? ?{_CHOSEN_AFTER}\b",
    ),
    "asked": Frame(before=rf"\b{_ASKED_BEFORE}\b[^.\n;:]{{0,45}}\Z", after=rf"[^.\n;:]{{0,30}}?\b{_ASKED_AFTER}\b"),
    "liked": Frame(
        before=rf"\b{_LIKED_BEFORE} (?:(?:an?|the|any|another|some|our|more|other|young|local|good) ){{0,2}}\Z",
        after=rf"[^.\n;:]{{0,25}}?\b{_LIKED_AFTER}\b",
    ),
    "applicant": Frame(
        before=rf"\b{_APPLICANT_BEFORE}(?![\w’'])[^.\n;:]{{0,80}}\Z", after=rf"[^.\n;:]{{0,60}}?\b{_APPLICANT_AFTER}\b"
    ),
    "sought": Frame(
        before=rf"\b{_SOUGHT_BEFORE} (?:[\w'’-]+ ){{0,3}}\Z", after=rf" (?:\([^)\n]{{0,20}}\) )?{_SOUGHT_AFTER}\b"
    ),
    "denied_too": Frame(before=rf"(?:\b{_DENIAL}(?!\w)[^.\n;:]{{0,70}})?\Z", after=r"(?!)"),
}


def around(names: Iterable[str], text: str, low: int, start: int, end: int, high: int) -> tuple[int, int] | None:
    """Return text[start:end] with the first named frame around it, within text[low:high]; None where there is none."""
    for name in names:
        frame = FRAMES[name]
        before = compiled(frame.before).search(text, low, start)
        after = compiled(frame.after).match(text, end, high)
        if before or after:
            return (before.start(before.lastindex or 0) if before else start), (after.end() if after else end)
    return None
