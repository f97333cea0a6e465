"""What the signs look like in words: one entry per label, and the guards that speak against a match.

How to write a pattern
    Plain regular expressions over lower-case text with straight quotes; a space means one or more.
    ``~(salary pay wage*)`` are trigger words: any one of them, as a whole word (``*``: as a beginning).
    A pattern is tried only where one of its trigger words occurs, so nothing may match without one.
    ``{ask}`` is a class of ``CLASSES``. Gaps are bounded (``.{0,30}``), so that no text takes long; they
    begin and end between words.
Where a pattern holds
    ``told``: the candidate tells it (notes). ``said``: the employer says it to the candidate (talks, mails,
    and words quoted in notes). ``mail``: only in mails.
``precision`` is the share of such findings that were right on labelled training texts.
``plain``: wordings that leave little doubt, tried first, with guards and a precision of their own; where
few were seen, the share is drawn towards 0.8 (as if four of five more had been right).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Scope = Literal["told", "said", "mail"]


class Patterns(NamedTuple):
    """What shows one sign."""

    told: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    mail: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    precision: Mapping[str, float] = {}
    plain: Patterns | None = None


class Guard(NamedTuple):
    """What speaks against a sign, and how near it must stand."""

    scopes: tuple[str, ...]
    reach: Literal["before", "near", "clause", "unit"]
    """``before``: just before the match. ``near``: just before it or inside. ``clause``: earlier in its
    clause. ``unit``: anywhere."""
    pattern: str


_ALL = ("told", "said", "mail")

CLASSES: dict[str, str] = {
    "ask": r"ask(?:ed|s|ing)?|enquired?|inquired?|want(?:ed|s)? (?:also )?to (?:know|hear)|curious|"
    r"wonder(?:ed|s|ing)|checked|had to know|queried|(?:he|she|they|lady|bloke) (?:said|says|goes|went|was "
    r"like)|{opener}",
    "opener": r"^(?:[\w' ]{0,20}:|what|when|how|any|am|could|would) ",
    "they": r"he|she|they|we|[a-z]+",
    "person": r"manager|boss|owner|director|head|chef|recruiter|hr|lead|partner|interviewer|interviewers|"
    r"guy|guys|lady|bloke|lad|woman|man|chair|panel|team|people|person|principal|founder|ceo|cto|supervisor|"
    r"agent|one|ones|everyone|everybody|they|he|she|hes|shes|all|staff|engineers?|managers",
    "very": r"very|really|so|super|extremely|quite|pretty|dead|proper|incredibly|lovely and|rly|most|rather|"
    r"also|all|always|genuinely|exceptionally|fairly|overall|generally|just|too|a bit|truly|such a|real",
    "time": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|fri|sat|tomorrow|tonight|"
    r"next week|this week|the weekend|(?:the )?\d{1,2}(?:st|nd|rd|th)|(?:january|february|march|april|may|"
    r"june|july|august|september|october|november|december)|week|month|today|fortnight|morning|afternoon|"
    r"days",
    "number": r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty(?:[- "
    r"]five)?|thirty|forty(?:[- ]five)?|fifty|sixty|ninety|half an?|quarter of an|couple of|few",
}

SPEAKS = (
    r"~(says said goes went like) (?:that |to me )?,? ?.{0,12}$",
    r"^.{0,12}(?:,| ) ?(?:he|she|they|\w+) (?:says|said|goes|went|told me|asked|asks)\b",
)

GUARDS: dict[str, Guard] = {
    "not": Guard(
        _ALL,
        "near",
        r"\b(?:not|never|nobody|noone|no one|no|none|nothing|nor|neither|without|barely|hardly|cannot|lack "
        r"of)\b(?! (?:only|just|problem|idea|rush|worries))|n't\b|\b(?:did|does|do|was|were|is|could|would|"
        r"have|has|had)nt\b|\bdidnae\b|\b(?:forgot|failed|refused) to\b",
    ),
    "hope": Guard(
        ("told",),
        "clause",
        r"\bi (?:really |just |do |was |am |only |still )?(?:hope|hoped|hoping|wish|wished|dread|want to "
        r"(?:ask|know)|wanted to (?:ask|know)|meant to|forgot|should have|shouldve|should've|was going to|"
        r"plan|will|might|must|need to|expect|expected|wonder|refuse|intend|'d hoped|'d like|'d love|would "
        r"love|would like)\b|\bi'm (?:hoping|going to|expecting)\b|\bfingers crossed\b|\bhopefully\b|"
        r"\bi'll\b|\bimagine\b|\bpraying\b",
    ),
    "if": Guard(("told",), "clause", r"\bif (?:they|he|she|it|i|we|you|there)\b|\bwhat if\b|\bin case\b"),
    "test": Guard(
        _ALL,
        "clause",
        r"\bwhat (?:would|do|could|will) (?:i|you) (?:do|say)\b|\bhow (?:would|do|will|i'd|i would) (?:i|"
        r"you|handle|deal)|\bhypothetical|\bsay (?:a|you|there|somebody|someone)\b|\bimagine\b|\bsuppose "
        r"(?:a|you|there)\b|\bscenario\b|\brole ?play|\btell (?:me|us) about a time\b|\bgive (?:me|us) an "
        r"example\b|\b(?:asks?|asked|wondered|about|wanted to know) (?:\w+ ){0,4}(?:what|which|how) (?:\w+ "
        r"){0,3}(?:i'd|i would|id|i'll)\b",
    ),
    "ad": Guard(
        ("told",),
        "unit",
        r"\b(?:advert|advertisement|ad|advertised|advertises|posting|posted|listing|website|careers page|"
        r"glassdoor|brochure|leaflet|blurb|prospectus|linkedin|indeed|naukri|levels\.fyi|spec|job "
        r"description|jd|job page|page says|post says|vacancy|published|tariff|sign (?:in|on|says)|poster|"
        r"noticeboard|reviews|their site|forum|i(?:'ve| have|'d)? (?:read|heard|looked)|apparently)\b",
    ),
    "others": Guard(
        ("told",),
        "clause",
        r"\b(?:my|our|me|a|ma|another) (?:mate|friend|pal|cousin|sister|brother|mum|mam|mom|dad|nan|gran\w*|"
        r"flatmate|coach|husband|wife|niece|nephew|neighbour|neighbor|partner|uncle|aunt\w*|colleague|"
        r"housemate|girlfriend|boyfriend|mother|father|tutor|mentor|teacher|college|daughter|son|missus|"
        r"roommate|buddy)\b|\b(?:mate|friend|pal|colleague)s? of mine\b|\bthe other (?:girl|guy|lad|"
        r"candidate|fella|bloke|one|applicant)s?\b|\banother candidate\b|\beveryone says\b|\b(?:mum|mam|mom|"
        r"dad|nan|uncle|auntie|mummy|mate)(?:'s mate)? (?:says|said|reckons|thinks|on the)\b|\bthe (?:girl|"
        r"guy|lad|bloke|fella|candidate) (?:before|after|ahead)\b",
    ),
    "elsewhere": Guard(
        ("told",),
        "clause",
        r"\b(?:my |the )?(?:last|old|current|present|previous|former|other) (?:place|job|firm|company|role|"
        r"school|shop|lab|client|employer|agency|office|gaff|team|trust|complex)\b|\bwhere i (?:was|am|work|"
        r"worked)\b|\byears ago\b|\blast year\b|\bback in (?:the|my|19|20|january|february|march|april|may|"
        r"june|july|august|september|october|november|december)\b",
    ),
    "advice": Guard(
        ("told",),
        "clause",
        r"\b(?:make sure|be prepared|be ready|you should|you must|you need to|one ought|always (?:ask|send|"
        r"bring|say|be)|never (?:ask|say)|don't forget|prepare|tip:|tips|they (?:will|may|might) (?:ask|"
        r"give|call|tell)|if selected|once selected|candidates (?:are|should|will))\b",
    ),
    "mine": Guard(
        ("told",),
        "near",
        r"\bi (?:also |then |just |even |did |had )?(?:ask(?:ed)?|enquired|inquired|wanted to know|wondered|"
        r"queried|raised|brought up|said|told|say|mentioned|volunteered)\b|\bi'd asked\b|\bmy question",
    ),
    "not_good": Guard(
        _ALL,
        "before",
        r"\b(?:not|never|nobody|no one|hardly|barely|isn't|wasn't|weren't|didn't|don't|doesn't|without)\b|"
        r"\b(?:would|could) have been\b",
    ),
    "generic_time": Guard(
        ("told",),
        "clause",
        r"\b(?:after|wait(?:ed|ing)?|late|drive|away|every|train|bus|walk|valley|within|early|"
        r"prep\w*|next|previous|another|test|exam|assessment|written|coding|shift)\b",
    ),
    "advice_only": Guard(
        ("told",), "clause", r"\b(?:make sure|be prepared|you should|tip:|tips|i'd advise|don't forget)\b"
    ),
    "applied": Guard(
        ("told",), "clause", r"\b(?:application form|online application|applied (?:with|by)|references to)\b"
    ),
    "slow": Guard(("told",), "clause", r"\b(?:never|no|not|n't|nobody|weeks|months)\b"),
    "hope_only": Guard(
        ("told",),
        "clause",
        r"\bi (?:really |just )?(?:hope|hoped|wish|dread|expect|wonder)\b|\bfingers crossed\b|\bhopefully\b|"
        r"\bwhat if\b",
    ),
    "asks_pay": Guard(_ALL, "near", r"\b(?:asked|asks|ask|expected|current|expectations?|wanted to know)\b"),
    "intro_role": Guard(("told",), "near", r"\bintroduc\w+ (?:himself|herself|themselves|yourself)\b"),
    "office": Guard(
        ("told",),
        "near",
        r"\b(?:office|building|campus|company|food|lunch|cafe\w*|room|gym|hotel|place|area|city|website|"
        r"questions?)\b",
    ),
    "others_soft": Guard(
        ("told",),
        "clause",
        r"\b(?:my|our) (?:mate|friend|cousin|sister|brother|mum|mam|mom|dad|nan|flatmate|coach|husband|wife|"
        r"niece|nephew|uncle|colleague|housemate|mother|father|tutor|mentor|daughter|son|missus|roommate)\b|"
        r"\b(?:friend|mate) of mine\b|\bat my (?:last|old|current) (?:place|job)\b|\bthe other (?:girl|guy|"
        r"lad|bloke|fella)\b",
    ),
    "own_delay": Guard(
        ("told",),
        "near",
        r"\b(?:bus|train|tram|metro|tube|taxi|cab|plane|flight|i was|i came|i arrived|i got|i turned|"
        r"deliver(?:y|ies)|post|parcel|parcels|orders?|reports?|invoices?|payments?|rent|shipments?|project|"
        r"stock|bread|milk|lorry|van|truck|supplier|suppliers)\b",
    ),
    "harsh_not": Guard(
        ("told",),
        "near",
        r"\b(?:not|never|wasn't|weren't|isn't|nobody was|no one was) (?:at all )?(?:rude|cold|arrogant|"
        r"boring|bored)",
    ),
    "mine_q": Guard(("told",), "near", r"\bi asked\b"),
    "not_offer": Guard(
        _ALL,
        "near",
        r"\b(?:not|never|no|without|nobody|n't|other|another|any)\b|n't\b|\bdidnt\b|\basked (?:if|about|"
        r"whether)\b",
    ),
    "fear": Guard(
        ("told",),
        "clause",
        r"\b(?:i'm (?:afraid|scared|worried)|i fear|probably|i think they|i bet|i'll get|might|may)\b",
    ),
    "not_well": Guard(
        _ALL, "near", r"\b(?:not|never|didn't|wasn't|don't|isn't|couldn't|hardly|barely|if)\b|n't\b"
    ),
    "maybe": Guard(
        _ALL,
        "clause",
        r"\b(?:if|whether|unless|in case|suppose|supposing|assuming|imagine|pretend|should (?:you|we|they|i)|"
        r"were (?:we|they|i) to|hop(?:e|es|ed|ing)|hopefully|dream\w*|pray\w*|fingers crossed|"
        r"waiting|waited|wonder\w*|(?<!to\s)(?<!ould\s)say (?:we|they|you|i)|what would)\b",
    ),
    "fears": Guard(("told",), "clause", r"\b(?:afraid|fear\w*|scared|worried|dread\w*|wish(?:ed|ing|es)?)\b"),
    "guess": Guard(
        _ALL,
        "near",
        r"\b(?:think|thought|feel|felt|feeling|reckon|bet|guess|impression|might|may|maybe|perhaps|probably|"
        r"possibly|can|could(?!n't| not)|would(?! not| like| love| be (?:pleased|happy|delighted|glad))|sure|"
        r"until|till|before|when|once|expect\w*|suppose\w*|assum\w*|because|why|ever|asked)\b",
    ),
    "will": Guard(_ALL, "near", r"\b(?:will|shall|going to|about to)\b|'ll\b"),
    "past": Guard(
        ("told",),
        "unit",
        r"\blast (?:year|summer|spring|winter|autumn|fall|time)\b|\b(?:years?|months) (?:ago|before|prior|"
        r"earlier|back)\b|\bprevious(?:ly)?\b|\b(?:another|a different|the other|other|every other|my old|my "
        r"first|my last|my current) (?:company|companies|firms?|employers?|places?|startup|bank|shop|school|"
        r"hospital|job|jobs)\b|\belsewhere\b|\bsomewhere else\b|\bcompetitor\b|\bback in\b|\bused to\b|\bin "
        r"(?:19|20)\d\d\b|\bonce before\b|\byear prior\b",
    ),
    "people": Guard(
        _ALL,
        "near",
        r"\b(?:candidates?|applicants?|everyone|everybody|anyone|nobody|people|those|somebody|someone|"
        r"successful|finalists|others|they only|who)\b",
    ),
    "untrue": Guard(
        _ALL,
        "near",
        r"\b(?:not|never|nobody|no one|no|none|neither|nor|without|hardly|barely|unable|cannot)\b|n't\b|"
        r"\b(?:did|does|do|was|were|is|have|has)nt\b|\b(?:failed|forgot) to\b",
    ),
    "undecided": Guard(
        _ALL, "unit", r"\bnot (?:yet )?(?:decided|sure)\b|\?|\bso far\b|\b(?:may|might) (?:not|be)\b"
    ),
    "nothing_warm": Guard(
        ("told",),
        "unit",
        r"^\W*(?:no|zero|not (?:a|one|any)) (?:\w+ ){1,6}?(?:, ?|and |or )(?:no|not|nor|just|nothing)\b|"
        r"\b(?:no|zero|without(?: any)?) (?:small talk|pleasantries|chit-?chat|warmth)\b",
    ),
    "ended": Guard(
        ("told",), "near", r"\b(?:ended|finished|wrapped|stopped|done)\b(?=.{0,40}\b(?:before|early)\b)"
    ),
    "unimpressed": Guard(
        _ALL, "near", r"\b(?:won't|wouldn't|don't|aren't|weren't|not|never|hardly) be\b|\bnot (?=impress)"
    ),
    "if_only": Guard(("told",), "unit", r"\bhypothetical|\bwhat would i\b|\bdon't be (?:nervous|afraid)\b"),
    "generic": Guard(
        ("said",),
        "unit",
        r"\b(?:at your (?:last|current)|in your (?:last|current|previous)|you had to|have you ever|did you|"
        r"what did)\b",
    ),
}

# Labels of the talk itself: a mail does not show them, whatever words it uses.
NOT_IN_MAIL = frozenset({"contrary.distant", "contrary.short", "length.minutes", "length.over", "warmth"})

_TOLD = ("hope", "if", "ad", "others", "elsewhere", "advice")
_PLAIN = ("not", *_TOLD)

SIGNS: dict[str, Patterns] = {
    # --- 1 Interest --------------------------------------------------------------------------------
    "interest.motivation": Patterns(
        told=(
            r"~(why) (?:did )?(?:i|i'm|i'd|im|i am) .{0,25}?(?:want|appl|choose|chose|leav|interested|join|"
            r"pick|chang|switch|considering|looking|work)",
            r"~(why) (?:us|them|me and|this (?:company|job|role|firm|place|bank|school|position)|here|"
            r"private|their|our|the (?:job|role|company|position)|that (?:company|job)|you (?:want|chose|"
            r"are applying|applied|would))",
            r"~(why) (?:this company|[a-z]+)\?",
            r"~(why) (?:do )?(?:i|you) (?:want|wanted|wish|would like|like)(?:ed)? to (?:work|join|be|leave|"
            r"move|come)",
            r"~(drew draws attracted attracts attract drawn) (?:me|you)? ?(?:here|to|about|in)",
            r"what (?:had )?(?:drawn|drew|draws|attract\w*) ~(me)",
            r"what (?:had )?~(made brought makes) me (?:pick|choose|apply|want|come|go for|interested|look)",
            r"(?:{ask}|about|discuss\w*|on|to).{0,20}my ~(interest interests motivation motivations) (?:in|"
            r"for|behind|to)\b",
            r"~(motivation motivations) (?:for|to|behind|in|question)",
            r"what i (?:like|know|knew|liked|think) ~(about)",
            r"my ~(motivation* interest) (?:for|in|to|behind)",
            r"what (?:do |did |would )?(?:i|you) (?:honestly |even |already )?~(know* think thought make "
            r"made like understood) (?:of|about) (?:us|them|the (?:company|brand|firm|school|place|"
            r"organisation|organization|app|role|team|lab|hotel|shop)|their|our|its?|how they|this)\b",
            r"what (?:do |did )?(?:i|you) (?:even |really )?~(like make) (?:about|of) (?:us|them|so far)",
            r"what i(?:'d)? (?:know|knew|think|thought|make|made|understood) (?:of|about) ~(the their them "
            r"his her)",
            r"how (?:i'd|i would|did i|i) (?:rate|hear|heard|find|found|first came across|come across) "
            r"~(their the them about)",
            r"(?:{ask}).{0,20}~(why) .{0,30}(?:this|their|here|them|his|her|with|us|company|position)",
            r"what's the ~(draw attraction appeal)",
            r"(?:idea|reasons?) (?:was it )?(?:to|for|of) ~(apply* joining choosing wanting)",
            r"~(why) i'd (?:leave|chuck|swap|give up|want|come)",
        ),
        said=(
            r"~(why) (?:us|here|this|our|[a-z]+'s)\b[^.?]{0,30}\?",
            r"~(why) (?:do|did|would|are) (?:you|u) .{0,40}?(?:want|appl|choos|join|come|leav|interest|here|"
            r"work|move|sit)",
            r"~(why) you (?:want|would|'d|are|'re|chose|choose|applied)",
            r"tell (?:me|us) ~(why) you",
            r"what .{0,20}~(drew draws attracted attracts attract brought brings interests interested) you",
            r"what .{0,30}(?:~(made makes) you) (?:want|apply|think|go for|look|interested)",
            r"what (?:do|did|would) you (?:honestly |actually )?~(know think make like) (?:of|about) (?:us|"
            r"our|the (?:company|role|team)|this)",
            r"~(why) (?:us|now|the|a|this|that|our)\b.{0,20}(?:,| and) (?:why|and)",
            r"how did you (?:hear|find out|come) ~(about across)",
            r"~(pull pulls appeals appealed) (?:you|to you)",
        ),
        guards=("mine", "hope", "others", "ad", "advice"),
        precision={"told": 0.77, "said": 0.62},
    ),
    "interest.elsewhere": Patterns(
        told=(
            r"(?:{ask}|{number} times|any|also).{0,30}~(other another) (?:offers?|interviews?|process\w*|"
            r"compan\w+|irons|places?|firms?|agenc\w+|practices|roles|jobs|applications?|employers?|groups|"
            r"operators|banks|schools|options)",
            r"~(offer* offers) in hand",
            r"who ~(else) (?:i|i'm|im|am|is|was|had)",
            r"(?:talking|speaking|interviewing|applying|applied|looking|chasing|sniffing|courting|"
            r"considering|in talks) .{0,12}~(else elsewhere others anybody anyone other)",
            r"(?:{ask}).{0,30}~(else elsewhere)(?: on the go| lined up| in the| going| i'm| i am|\b)",
            r"~(where) else i",
            r"(?:late|final)[- ]stage ~(with elsewhere anywhere)",
            r"(?:{ask}|what's).{0,20}(?:my|your) ~(timeline timescale deadline deadlines)",
            r"~(anybody anyone) else (?:chasing|close|after|sniffing|interested|in)",
            r"keep the other .{0,15}~(waiting)",
            r"(?:if|whether) .{0,25}~(called approached courting sniffing) (?:me|round)",
            r"(?:{ask}).{0,20}(?:any )?~(deadline* offers competing)",
        ),
        said=(
            r"(?:any|have|are|got|who|what|where|anybody|anyone|how).{0,30}~(other another else elsewhere) "
            r"(?:offers?|interviews?|process\w*|compan\w+|places?|practices|conversations|organi\w+|"
            r"program\w*|institution|employers?|are you|you|process|going|in the pipeline|on the go|tryin|"
            r"making|chasing|after)",
            r"~(offers offer) (?:in hand|on the table|from)",
            r"in process ~(anywhere elsewhere with) ?(?:else)?",
            r"who ~(else) (?:are|you|have)",
            r"(?:interviewing|applied|applying|talking|looking) .{0,15}~(elsewhere else anywhere) ?.{0,10}\?",
            r"~(where) are you in your search",
            r"(?:what's|what is) your ~(timeline timescale)",
            r"~(anybody anyone) else .{0,25}(?:you|get you)",
            r"(?:exploding|competing) ~(offer* offers)",
            r"~(elsewhere) at the moment",
            r"(?:interviewing|applied|applying|talking|looking) .{0,15}~(anywhere somewhere) else\b",
        ),
        guards=("not", "mine", "hope", "others", "ad", "advice"),
        precision={"told": 0.74, "said": 0.66, "mail": 0.74},
    ),
    "interest.would_accept": Patterns(
        told=(
            r"(?:{ask}|say|if|hinted|told|said).{0,60}~(would) (?:i|you) (?:say yes|accept|take it|sign|"
            r"commit|be a yes|join)",
            r"(?:{ask}|said|says|goes|if).{0,60}(?:would i|i'd|i would|do i|will i|i will) (?:say "
            r"~(yes)|~(accept sign commit)|~(take) it|~(take) (?:the|an) offer|be a ~(yes)|~(turn) it "
            r"down)",
            r"~(before) (?:i |you )?(?:sign|signing|signed|accept|accepting|shook|saying yes|say yes|"
            r"decid\w+|commit\w*|do anything|go with|agree\w*|answer\w*|took|take|taking)",
            r"what (?:it'd|it would|would it) ~(take) (?:for me |for you )?to (?:get|come|sign|say|win|"
            r"accept)",
            r"~(fast-track fast speed push hurry quicker) .{0,15}(?:me|things|it|this) (?:through|up|along|"
            r"then|quicker)",
            r"(?:can|could) (?:hurry|speed|move fast\w*|push|rush|go faster|fast-track) ~(things it this me "
            r"up along then)",
            r"~(lose losing) me to",
            r"hold off (?:saying|on|signing|accepting) ~(yes to signing accepting anyone anything any)",
            r"(?:told|asked|begged) me .{0,20}~(ring call text tell phone contact) (?:him|her|them|us)? "
            r"?.{0,12}(?:first|before)",
            r"(?:if|was|were) .{0,20}~(offered offer) .{0,25}(?:would i|i'd|i would|do i|will "
            r"i).{0,15}(?:take|accept|yes|join)",
            r"(?:would|do|will) (?:i|you) (?:say yes|sign|accept|take it) ~(if tonight tomorrow then)",
            r"(?:before|till|until) (?:i|you)(?:'ve|'d| have| had)? (?:\w+ )?~(speak spoken spoke hear "
            r"heard rung ring talk talked called had have)",
            r"(?:what|anything) .{0,30}(?:stop|make|get) (?:me|you) .{0,20}~(saying say yes sign)",
            r"(?:don't|dont|not to|do not|never) (?:\w+ )?(?:take|accept|sign|go|say|answer|agree) "
            r".{0,30}~(before till until first job anything anyone)",
            r"(?:write|tell|ring|call|text|let|message|bring|come) (?:to )?(?:him|her|them|me|us) "
            r".{0,25}~(first before offer competing) ?",
            r"(?:if|when|were|whether) .{0,50}(?:offer\w*|contract|rang|called|propose\w*|made up|came "
            r"through|sent|wanted|moved) .{0,40}(?:i'd|i would|would i|do i|will i|am i|could i|you|it) "
            r".{0,12}~(yes sign accept take join come say commit)",
        ),
        said=(
            r"~(would will) (?:you|u) (?:say yes|accept|take it|sign|commit|be ready to sign|join|be able "
            r"to say|feel able|go)",
            r"(?:if|suppose) .{0,60}~(would will) you (?:take|accept|sign|say yes|join|shake|pick|come|go)",
            r"(?:call|ring|text|tell|ping|alert|let) (?:me|us) .{0,25}~(before first) ?(?:you (?:sign|say|"
            r"accept|put|decide|agree|commit|do)|$|[,.])",
            r"don't (?:you )?(?:go |just |be )?(?:sign\w*|accept\w*|say\w* yes|let them|put your name) "
            r".{0,40}~(till until before anything anyone tonight to)",
            r"~(before) you (?:sign|say yes|accept|put pen|commit|take)",
            r"(?:is it|is that|be) a ~(yes)\b",
            r"~(first) choice\b",
            r"(?:make|made|offer\w*|matched?) .{0,30}would (?:we|you|that) ~(be take accept sign)",
            r"(?:we|i) (?:can|could|might be able to) (?:usually )?(?:move|hurry|speed|go|bend|push|beat) "
            r".{0,20}~(faster quicker quickly calendar things up sooner that)",
            r"~(exploding) offer",
            r"(?:get|got|gets) us to a ~(yes)",
            r"(?:move|act) (?:more )?~(quickly faster)",
            r"what would it ~(take) (?:for you )?to",
            r"~(heads) ?-?up before",
            r"(?:what|anything) .{0,30}(?:stop|make|get) you .{0,20}~(saying say yes sign)",
            r"(?:before|till|until) you(?:'ve|'d| have)? (?:\w+ )?~(spoken heard hear speak rung talked "
            r"seen called)",
            r"would .{0,40}(?:be )?in ~(time) for",
            r"(?:text|call|ring|tell|come to) ~(me us) first",
            r"if (?:we|i) .{0,60}~(offer offered contract write send matched called rang)\b.{0,40}(?:would|"
            r"will|you|is it|us)",
        ),
        guards=("hope", "others", "ad", "advice", "mine"),
        precision={"told": 0.76, "said": 0.49, "mail": 0.72},
    ),
    # --- 2 The work --------------------------------------------------------------------------------
    "duties.specifics": Patterns(
        told=(
            r"(?:explained|described|laid out|outlined|set out|went (?:over|through|into)|walked me "
            r"(?:through|thru)|talked me (?:through|thru)|told me(?: about)?|went thru|gave (?:me |us )?an? "
            r".{0,20}of|introduced|clarified|spoke about|talked about|talked more about|discussed) "
            r"(?!(?:about )?my\b|projects|past)\b.{0,30}~(job role work position duties responsibilit* "
            r"team's project projects tasks day-to-day shifts caseload post rota)\b(?! experience| i)",
            r"(?:{ask}|described|explained|about|the|my) .{0,15}~(day-to-day daily) (?:work|tasks|life|"
            r"duties|basis)?",
            r"(?:the |my )?(?:job|role|work|post|position)(?: is|'s| would be| was|:)(?: mostly| mainly| "
            r"about)? .{0,60}~(mostly mainly then and with per a)",
            r"first (?:few |two |three |six |hundred |ninety |\d+ )?~(weeks week months month days quarter "
            r"year fortnight)(?:is|would|will|on|you|i'd|i|of the job|with|are|were)\b",
            r"~(reporting report answering reports) (?:straight |directly |direct )?(?:in)?to (?:him|her|"
            r"them|the|me|[a-z]+)\b",
            r"\b~(caseload patch) (?:is|of|would|was)",
            r"\bi(?:'?d| would| will|'?ll) (?:be |mostly be )?(?:doing|running|looking after|managing|"
            r"taking over|on the|owning|working|inheriting|reporting|making|handling|covering|building|"
            r"embedded|based|sat|under) .{0,40}~(the and with a my two three on under his her)",
            r"\bi(?:'?d| would) (?:have|do|own|run|manage|take over|share|get|start on|look after) (?!to|"
            r"been|a go|my|liked|a word).{0,50}~(two three forty the a sixty and on accounts with under own)",
            r"~(whoever) (?:comes in|joins|gets)",
            r"(?:job|role|work) (?:would )?(?:involve\w*|entail\w*|consist\w*) ~(of in a the with mostly "
            r"lots and)",
            r"~(shifts) (?:will|are|would|rotat)",
            r"(?:\d+|twelve|ten|eight|six)[- ]hour ~(shifts nights days)",
        ),
        said=(
            r"(?:this|the) (?:role|job|position|post|analyst|associate|work|one)(?:'s| is| will| would| "
            r"sits| carries| works|s)\b .{0,40}~(mostly mainly on with about report* responsible split to "
            r"one and a)",
            r"first (?:few |two |three |six |hundred |ninety |\d+ |couple of )?~(weeks months month days "
            r"quarter year fortnight week) (?:is|would|you|it|i'd|'d|are|of each)",
            r"~(day-to-day)",
            r"\b~(typical) (?:day|week)\b",
            r"(?:day|week) (?:looks|would look) ~(like)",
            r"(?:there's|there are|it's|we have|we've got|we've) (?:a team of |about |around |somewhere "
            r")?(?:{number}|\d+) .{0,60}~(team week month shift shifts days patients accounts invoices "
            r"reports crew cases night nights calls)",
            r"~(team) of (?:{number})\b",
            r"(?:per ?cent|percent|%) .{0,60}(?:per ?cent|percent|%|and|the rest) .{0,20}~(field and then "
            r"new rest is on)",
            r"so (?:it'd|it would|you'd|it's|that's) .{0,60}~(then and) (?:there's|the|you|it's|you'd)",
            r"~(report* reporting) (?:in)?to (?:me|the|[a-z]+)\b",
            r"(?:two things|big thing|main thing|biggest thing) .{0,30}~(is are half year going which)",
            r"~(rotation) (?:it's|is|one week|every)",
            r"(?:the (?:job|work) is|job's|work's) .{0,20}~(to mostly the like own seventy mainly a)",
            r"\byou(?:'?d| would|'?ll| will) (?:be |mostly be )?(?:handling|doing|running|managing|"
            r"inspecting|looking after|working on|taking over|covering|selling|building|owning) "
            r".{0,80}~(and the with then a)",
            r"needs? ~(rebuilding rebuilt cleared fixing writing building splitting migrat*)",
            r"(?:from|between) (?:six|seven|eight|nine|ten|\d+) (?:to|till|until) (?:two|six|eight|\d+) "
            r".{0,30}~(days shift week)",
        ),
        guards=("not", "hope", "if", "ad", "others", "elsewhere", "advice", "test", "mine", "generic"),
        precision={"told": 0.64, "said": 0.41, "mail": 0.2},
    ),
    "duties.you_in_role": Patterns(
        told=(
            r"\bi'?d ~(be have own run manage take start share get do report) (?!happy|lying|glad|fine|to|"
            r"been|liked|loved|a go|my|hap|wrong|right|good|great|able|in touch|free|mad|well|like|hearing|"
            r"told|it|that|a word|more|no|very|lucky|enough|perfect|better|for|so|a (?:great|good|strong)|"
            r"ok|an asset|overqual)",
            r"\bi (?:would|will) ~(be have own run manage) (?:in charge|on the|responsible|under|boss|own|"
            r"two|three|a team|looking|a caseload|forty|paired|sitting|sharing|with)\b",
            r"\bi will ~(learn do) (?:with|the|first)",
            r"\bid ~(be have) (?!happy|glad|to|been|liked|fine|told|a go|no)",
            r"(?:they|he|she)(?:'d| would) (?:put|have|want|start) ~(me you) (?:on|in|with|doing|under|at|"
            r"working)",
            r"(?:sees|pictures|see|wants) ~(me) (?:doing|running|on|taking|in) (?:the|a)",
            r"\byou(?:'?d| would|'?ll) ~(be have own sit start) (?!hear|contact|a great|great|mad|good|in "
            r"touch|lucky|told|notified|perfect|happy|asked|expected|given|able|right)",
            r"let me ~(loose)",
            r"(?:'d be|would be|is) ~(mine)\b",
            r"work ~(under) (?:him|her|them|the|[a-z]+)\b",
            r"\b~(when) (?:you're|you|i'm|i) (?:here|join|start|on board)",
        ),
        said=(
            r"\byou'?d ~(be have own get sit start report take come work fight carry) (?!to|any|love|been|"
            r"hear|like|heard|asked|great|popular|perfect|good|a great|really|happy|it|surprised|think|say|"
            r"a problem|be|on (?:really|very)? ?well|trouble|have|the offer|lucky|want|feedback|mad|able|"
            r"fine|right|comfortable|willing|open|ok|my|allowed|it|that|done|had|great|an asset|i)",
            r"\byou ~(would will) (?:be|have|own|sit|report|share|work|lead|run|start|learn) (?!to|any|been|"
            r"contacted|notified|informed|able|happy|hear|asked|given|required|needed|sent|an asset|subject|"
            r"comfortable|willing|open|ready|responsible for your|with us (?:on|at)|a great|the right)",
            r"\byou'll be ~(handling working reporting doing running sitting on in with sat looking owning)",
            r"\byoud ~(be have get) (?!to|been)",
            r"\b(?:i'd|we'd|i would|we would|i'll|we'll) ~(have put start walk train get give pair) you "
            r"(?:with|on|in|working|doing|under|at|straight)",
            r"~(when once) you(?:'re| are)? (?:here|join|on board|start|in|through|settled|qualified)",
            r"~(your) (?:line manager|direct report|first (?:week|month|two|three|ninety|day|project|few|"
            r"job|task)|desk|buddy|mentor would|opposite number)",
            r"\bshe'd be ~(your reporting)",
            r"\bhe'd be ~(your)",
            r"~(report* reporting) to me\b",
        ),
        guards=("hope", "if", "ad", "others", "elsewhere", "advice", "test", "mine"),
        precision={"told": 0.62, "said": 0.63, "mail": 0.51},
    ),
    # --- 3 Praise ----------------------------------------------------------------------------------
    "affirmation.answer": Patterns(
        told=(
            r"(?:said|says|told me|reckons|reckoned|called|remarked|commented|mentioned|say|tell|thought) "
            r"(?:me )?(?:that )?(?:it|that|my|the|this|mine|i'd|i had)\b (?!interview|place|company|team|"
            r"job|role).{0,45}~(spot brilliant clever lovely beautiful* perfect excellent great best "
            r"fantastic thoughtful marvellous neat* impressive exactly mint sick cracking tidy sharp smart "
            r"superb gorgeous reassuring nice strong good better)\b(?! (?:company|place|team|to work|"
            r"opportunity|candidate|fit|people|with|weather|luck|day|culture|time|chance|if|known|before))",
            r"\b~(bravo|stealing)\b",
            r"~(loved liked adored likes loves impressed pleased praised complimented) (?:my|the way i|how "
            r"i|that i|with my|by my|it|what i|about my|the fact i)\b",
            r"(?:said|says|told|reckoned|mentioned|remarked).{0,20}\bmy (?:\w+ ){0,3}(?:was|were|is) "
            r".{0,25}~(best good better great neat* thoughtful lovely clever exactly strong perfect "
            r"brilliant impressive excellent spot well interesting very really bloody sort kind cracking)",
            r"[\"'] ?(?:very |really |a )?~(good great nice right correct brilliant lovely perfect) "
            r"(?:answer|point|example|one|question|observation|catch|spot|thinking|job|work|idea)\b",
            r"that's ~(exactly precisely) (?:it|right|what|how|the)",
            r"\b~(clapped applauded high-fived)\b",
            r"(?:interviewers?|they|he|she|all|team|panel|manager) (?:was|were|seemed|looked|is|are) "
            r"(?:{very} )*(?:happy|satisfied|impressed|pleased|convinced) ~(with by) (?:my|the|it|what|how)",
            r"(?:nodd\w+|smil\w+) .{0,30}~(exactly right yes)",
            r"~(positive good great) (?:feedback|comments|response) (?:on|about|for|to) my\b",
            r"way i ~(handled explained reasoned used described answered thought) .{0,40}(?:good|great|"
            r"lovely|nice|clever|best|well)",
            r"\b~(whoa wow)\b",
            r"~(spot) on\b",
            r"love ~(this that it)\b",
            r"well ~(explained done)\b",
            r"~(agreed) (?:with my|that (?:mine|it|my|this|was))",
            r"(?:said|says|told|goes|went|called|murmured|whispered|remarked|declared|pronounced|reckoned) "
            r".{0,25}~(beautifully nicely perfectly well very) (?:done|put|said|handled|explained|good|"
            r"answered|spotted|reasoned|caught)\b",
            r"(?:wish|wished) (?:ours|mine|my|they|everyone|more|he|she) .{0,20}~(thought did done said had)",
            r"(?:way|how) (?:we|they|he|she|i'd|i would|you) (?:should|would|would've|should've|do|did|have|"
            r"want|like) ~(do done it have want)",
            r"(?:{they}) ~(liked loved enjoyed) (?:the|my) (?:\w+ ){0,3}(?:slide|slides|idea|answer|bit|"
            r"part|example|section|sample|sketch|demo|portfolio|project|question|line|approach|analysis|"
            r"story|point|design|deck|test|piece|video|lesson)\b",
            r"(?:best|better|neatest|clearest|strongest|calmest|sharpest) .{0,30}~(seen heard read had "
            r"tasted) (?:all |this |in |so far|for |today)?",
            r"(?:nodded|nodding|grinned|laughed|smiled|beamed|scribbled|wrote) .{0,25}(?:when|as|at|while) "
            r"i ~(said told talked mentioned explained described brought answered)",
            r"(?:wrote|writing|noted|scribbled) .{0,25}~(down lot) .{0,20}(?:i said|my|said|it)",
            r"~(hadn't haven't never) (?:heard|seen|thought of) (?:that|it|one)",
            r"(?:going to|gonna|wanted to|might) (?:nick|steal|pinch|use|borrow) ~(it that the my this)",
            r"(?:asked|wanted) (?:me )?(?:if (?:he|she|they) could|to) ~(keep steal borrow copy use) (?:it|"
            r"my|the|that)",
        ),
        said=(
            r"(?:that's|that is|thats|that was|it's|what) (?:such |actually |really |exactly |a |an |very |"
            r"just |one |the |quite |such a )*~(good great excellent lovely brilliant perfect fantastic "
            r"smart clever sharp impressive helpful thoughtful honest fair right correct nice interesting "
            r"spot exactly best better wonderful amazing superb gold solid refreshing*)\b(?! (?:question|"
            r"enough|time|place|deal|thing to|now|yeah yeah|people|team|so|luck|to (?:hear|know|meet|work)|"
            r"then|and then|job|company|day|if|on|by|with me|one thing))",
            r"\bi ~(like love loved liked appreciate) (?:that|it|this|how you|the way you|your|what you|"
            r"the)\b(?! (?:place|job|team|company|people|here|best))",
            r"~(love) (?:it|that|this)\b",
            r"~(spot) on\b",
            r"~(good great nice lovely excellent super brilliant perfect) (?:answer|point|example|catch|"
            r"stuff|spot|thinking|work|one|story|instinct|line)\b",
            r"(?:very|really) ~(impressive interesting helpful)\b(?: answer| point|[.,!])",
            r"~(exactly) (?:right|how|what i|what we|it|that|the (?:instinct|kind|sort|right))",
            r"\b(?:i'm|im|i might|i'll|i will|i am) (?:going to |gonna )?(?:steal\w*|nick\w*|pinch\w*|write|"
            r"writing|use|put\w*|keep\w*) ~(that this it)",
            r"~(nobody noone) else (?:\w+ ){0,2}(?:spotted|said|got|mentioned|thought|put)",
            r"\b~(no) one else (?:spotted|said|got)",
            r"(?:first|only) (?:person|one|candidate) .{0,12}~(who's who that to today all)",
            r"~(couldn couldnt) ?'?t have (?:put|said) it better",
            r"~(right) (?:answer|question|way to|instinct|call)\b",
            r"~(goosebumps)",
            r"\bnicely ~(spotted put done solved)",
            r"\bwell ~(put said explained done spotted handled thought)\b",
            r"~(most) people (?:miss|would|don't|get|just)",
            r"~(impressive impressed)\b",
            r"you(?:'ve| have) (?:clearly|obviously) ~(thought done put got)",
            r"~(finally) ?,? (?:somebody|someone|a person)",
            r"(?:haven't|hadn't|never) ~(heard seen thought) (?:of )?(?:that|it|one|anyone)",
            r"(?:that|now that|this) ~(is's) (?:exactly )?(?:what i|what we|how (?:we|i|you)|the (?:way|"
            r"right|correct|sort|kind))",
            r"~(couldn couldnt) ?'?t have (?:put|said|done) it",
            r"(?:you've|you have|you) (?:handled|put|explained|thought|caught|spotted|got|solved) (?:it|"
            r"that|this)? ?~(correctly well nicely beautifully exactly perfectly right brilliantly)",
            r"(?:wish|wished) (?:ours|mine|my|they|everyone|more|he|she|i|somebody) .{0,25}~(thought did "
            r"done said had hear put)",
            r"you(?:'d| would) be ~(amazed surprised) (?:how|at)",
            r"~(refreshing) to",
            r"(?:really|very|so) ~(pleasing refreshing helpful) to (?:see|hear)",
            r"i(?:'m| am) ~(stealing nicking pinching writing) (?:that|it)",
            r"~(beautifully nicely well) (?:done|put|said|handled|explained|spotted|caught)\b",
        ),
        mail=(
            r"\byour (?:\w+ ){1,5}(?:was|were|is|are|has|read|showed|made) .{0,40}~(best good great strong "
            r"excellent thoughtful impressive highlight brilliant spot lovely warm precise wonderful "
            r"beautiful* cracking secure clear* better well sold quoted room pinned belter cracker)",
            r"(?:impressed|liked|enjoyed|loved|struck) (?:by |with )?(?:your|the way you|how (?:clearly |"
            r"well )?you) .{0,30}~(answer* example presentation thinking approach portfolio task work case "
            r"lesson exercise project described explained handled point talked walked)",
            r"(?:panel|team|interviewers|colleagues|assessors|whole|everyone|everybody) .{0,40}~(liked "
            r"commented noted mentioned loved praised enjoyed agreed) .{0,60}(?:your|you|how|confident)",
            r"(?:the )?way you ~(walked handled described explained talked approached presented)",
            r"~(still) thinking about (?:your|what you|the way)",
        ),
        guards=("hope", "if", "ad", "others", "advice", "elsewhere", "not_good", "mine", "unimpressed"),
        precision={"told": 0.62, "said": 0.45, "mail": 0.75},
    ),
    "affirmation.fit": Patterns(
        told=(
            r"(?:said|says|told|reckons|reckoned|mentioned|thinks|thought|feel|felt|agreed|indicated|added|"
            r"like|goes|was)?.{0,30}\bi(?:'d| would|'?m| am|was| was) (?:be |an? )?(?:{very} )*(?:~(perfect "
            r"ideal great good strong right asset exactly natural) (?:fit|match|candidate|person|for|"
            r"addition|asset|the kind|what they)|~(godsend asset natural))",
            r"(?:they|he|she|all|manager|recruiter|interviewers?|team|panel|hr) (?:both |all |were |was |"
            r"seemed |really |are |is |seem )*~(impressed liked loved likes interested) (?:by |with |in "
            r")?(?:me|my (?:profile|background|cv|resume|experience|skills|performance)|hiring me)",
            r"(?:were|was|seemed|been) (?:{very} )*~(impressed floored) (?:by|with) (?:me|my)",
            r"(?:said|told|says|thought|thinks|felt|feedback|reckons) .{0,30}(?:i|me|i'd|i'm|you'd|you're|"
            r"you) (?:\w+ ){0,4}~(good great strong right perfect ideal excellent) (?:a )?(?:fit|match|"
            r"candidate)\b",
            r"~(lucky mad) (?:to have|not to have) (?:me|you|someone)",
            r"(?:exactly|precisely) (?:the (?:kind|sort|type)|what (?:they|we)|who) .{0,30}~(looking need "
            r"needs want wants after searching person people search)",
            r"~(strong strongest best top front-runner frontrunner favourite) (?:candidate|applicant|"
            r"contender|person|of the|profile)",
            r"\bi(?:'d| would) ~(slot fit suit get) (?:in|right|straight|on well|on with|the)",
            r"~(picture see saw) me (?:in|doing|on|as|at)\b",
            r"(?:could|can) do with (?:ten|more|someone|a few|you) ~(of like more)",
            r"(?:need|looking for|find|want|after|needs) (?:someone|somebody|people|a (?:boy|girl|person|"
            r"man|woman)|more|boy|folk) ~(like as) (?:me|you)",
            r"~(commended raved) (?:me|about me|\b)",
            r"(?:good|positive|great) ~(feedback impression) (?:from|about|of|on|and|by)?",
            r"(?:said|told|feedback|saying|mentioned) .{0,20}i (?:did|had done|was doing) (?:a )?(?:{very} "
            r")*~(well good great)\b",
            r"(?:said|says|told|reckons|reckoned|goes|went|added|whispered) .{0,40}i(?:'d| would|'m| am|'ve|"
            r" have) (?:be |got |have )?(?:just |exactly |very |a |an |the |really |right )*~(dream godsend "
            r"natural asset hit gem star right perfect exactly presence manner brilliant great)\b",
            r"~(floored blown) by",
            r"(?:they|he|she|all|everyone|team|nurses) ~(loved adored) (?:me|you)\b",
            r"~(raved) about",
            r"hear(?:d|s)? ~(good great) things about (?:me|you)",
            r"(?:could|can) have done with ~(me you someone)",
            r"~(join fit) right in\b",
            r"(?:want|wants|wanted) me (?:on|in) (?:the|their|his|her) ~(team crew side)",
            r"(?:not|wouldn't|didn't) want to ~(lose) me",
            r"(?:hope|hoping|hoped) (?:it's|it is|i'd|i get|i would) ~(me get)",
            r"~(rooting) for me",
        ),
        said=(
            r"\byou(?:'d| would|'re| are|r|'ll) (?:be )?(?:an? |exactly |just |clearly |obviously |very |"
            r"really |such |the |such a )*~(perfect great good strong strongest natural right asset ideal "
            r"best lovely superstar excellent brilliant fit one impressive angel talented lucky "
            r"people)\b(?! (?:time|to (?:hear|ask)|question|now|in that|there|at that|about|you))",
            r"you(?:'d| would) (?:fit|slot|suit|do|get on|kill|thrive|be brilliant|be great|be perfect|"
            r"shine|love it) ~(in right well really straight it here great on nicely)",
            r"~(exactly precisely just) (?:the|what|who) (?:kind|sort|type|we|i|this|person|manner)? ?(?:of "
            r")?.{0,25}(?:look|need|want|after|place)",
            r"(?:we'd|we would|i'd|they'd) be (?:~(lucky mad stoked thrilled delighted) to|~(mad) not to)",
            r"(?:someone|somebody|people|person|a few|more) ~(like) you\b",
            r"~(headache) .{0,25}(?:nicest|best|good) way",
            r"(?:i|we) (?:can|could) (?:really |totally |just |absolutely )?~(see picture imagine) (?:you|"
            r"her|him) (?:in|on|doing|at|here|with|working|,)",
            r"(?:we|i|they|everyone|everybody|the team|team|panel|he|she) (?:all |both |really |absolutely |"
            r"simply |were |was |are |very |so |have been |are |am )*~(loved liked love adored like "
            r"impressed enjoyed keen) (?:you|by you|on you|with you|by your|your (?:cv|profile|background|"
            r"experience)|meeting you)",
            r"(?:very|really|extremely) ~(impressed positive impressive)",
            r"(?:strong|good|great|impressive|nice) ~(cv resume profile background candidate candidates)",
            r"~(right) (?:person|fit|attitude|mindset|experience|personality)\b",
            r"(?:want|need) (?:you|her|him) ~(here on) (?:the|our|my|at|team|$)",
            r"~(superstar godsend keeper)\b",
            r"(?:glad|pleased|happy) (?:you|we) ~(applied found came)",
            r"i hope it's ~(you her him)",
            r"(?:you're|you are|you'd be) the (?:one|person|guy|man|woman) ~(i we for)",
            r"~(shortlist frontrunner front-runner)",
            r"i(?:'d| would) (?:be )?~(annoyed hate sorry gutted sad) to lose you",
            r"annoyed to ~(lose)",
            r"you(?:'ve| have)(?: got| clearly got)? (?:the|all the|just the|a real) ~(touch right eye "
            r"instinct manner nerve gift temperament experience talent)",
            r"~(asset) to",
            r"\byou(?:'re| are)? did (?:so |really |very )?~(great well brilliantly amazing)",
            r"(?:someone|somebody) who .{0,30}~(need needs that exactly want)",
            r"you have (?:just |precisely |exactly |very )*~(the good) (?:\w+ ){0,2}(?:nerve|manner|"
            r"presence|touch|hands|temperament|attitude|voice|personality|eye|energy|head)\b",
            r"(?:our|my|this) ~(kind sort type) of (?:person|producer|people|guy|woman|candidate|engineer|"
            r"teacher|nurse|\w+er)\b",
            r"(?:reckon|think|know|sure|bet) you(?:'d|'ll| would) (?:get on|fit|slot|do|be|love|like|"
            r"settle) ~(with in well really great brilliant right fine nicely here the straight)",
            r"you(?:'ll| will) ~(do) for (?:us|me)",
            r"dead ~(spit) of",
            r"could have done with ~(you)",
            r"you(?:'d| would) be a ~(dream godsend natural star joy hit)",
            r"(?:we'd|i'd|we would|i would) (?:really )?(?:love|like|be (?:glad|happy|delighted|lucky)) to "
            r"~(have work) (?:you|with you)",
            r"(?:team|everyone|they|panel|we all|all) (?:really |absolutely )?~(loved adored enjoyed rated) "
            r"(?:you|meeting you)",
            r"~(rooting) for you",
            r"fingers crossed (?:it's|for) ~(you)",
            r"don't want to ~(lose) you",
        ),
        mail=(
            r"(?:very )?~(positive strong good excellent great) (?:impression|feedback) (?:of|from|on|about|"
            r"you)?",
            r"(?:appointable|outstanding|exceptional|of the (?:very )?highest) ~(candidate standard calibre "
            r"field appointable interview applicant)",
            r"~(impressed) (?:by|with) you",
            r"(?:happy|pleased|delighted) with (?:your|you) ~(interview performance trial visit)",
        ),
        guards=("hope", "ad", "others", "advice", "elsewhere", "not_good", "test"),
        precision={"told": 0.64, "said": 0.47, "mail": 0.53},
    ),
    # --- 4 What follows ----------------------------------------------------------------------------
    "next.process": Patterns(
        told=(
            r"(?:will|'ll|would|'d|ll|shall|told|said|promised|hell|expect|aim|should|going to|supposed to) "
            r"(?:me )?(?:\w+ ){0,3}(?:decide|let (?:me|everyone|people|us) know|call|ring|phone|text|email|"
            r"mail|write|hear|contact|get back|announce|revert|notify|decided|make (?:up )?their minds?|"
            r"debrief|choose)\b(?! (?:me )?if).{0,30}~(monday tuesday wednesday thursday friday saturday "
            r"sunday mon tue tues wed weds thu thurs fri sat tomorrow week weekend weeks days month tonight "
            r"fortnight noon evening january february march april may june july august september october "
            r"november december st nd rd th year)",
            r"(?:they|she|he|i|and|committee|panel) (?:decide|ring|call|phone|hear|meet|text|email|write|"
            r"choose)\b.{0,30}~(monday tuesday wednesday thursday friday saturday sunday mon tue tues wed "
            r"weds thu thurs fri sat tomorrow week weekend weeks days month tonight fortnight noon evening "
            r"january february march april may june july august september october november december st nd "
            r"rd th year)",
            r"(?:decisions?|results?|outcome|letters?|calls|debrief|scores?|answer|finalists)\b.{0,40}(?:by|"
            r"on|within|next|at|is|in the|in)\b.{0,20}~(monday tuesday wednesday thursday friday saturday "
            r"sunday mon tue tues wed weds thu thurs fri sat tomorrow week weekend weeks days month tonight "
            r"fortnight noon evening january february march april may june july august september october "
            r"november december st nd rd th year)",
            r"~(ringing calling phoning deciding meeting emailing) (?:\w+ ){0,3}(?:on )?(?:{time})\b",
            r"~(monday tuesday wednesday thursday friday saturday sunday thurs sat tomorrow tonight) "
            r".{0,25}(?:i'll hear|i hear|he'll ring|she'll ring|they ring|ring|call|phone|decide|decision|"
            r"i'll have|hear)",
            r"(?:will|'ll|would|'d|ll|shall|told|said|promised|hell|expect|aim|should|going to|supposed "
            r"to).{0,40}(?:hear|know|decision|decide|answer|result\w*|back|contact\w*|call|mail|email|"
            r"feedback|intimated)\b.{0,20}(?:within|in|by) (?:the next |about )?(?:{number}|\d+) "
            r".{0,14}~(days weeks hours week month)",
            r"(?:next steps?|what happens next|timeline|second stage)(?: as ~(told)| ~(given)|:| "
            r"would be| ~(explained)| were ~(explained)| was ~(explained)| are) ?.{0,50}~(then task "
            r"test final panel calls email by with a an mail scores told explained given)",
            r"next steps? (?:was |were )?~(given explained told)",
            r"(?:explained|told|outlined|described|went over|laid out|talked about|discussed|informed|"
            r"walked me through).{0,25}~(next following remaining) (?:steps?|round|stage|process|part)",
            r"(?:they|panel|committee|board|she|he) (?:meet|meets|have|has|sits?|see|are seeing) "
            r".{0,40}~(decide final finalists then before last more two)",
            r"(?:ring|ringing|call|calling|phone|let .{0,10} know) .{0,15}~(either) way",
            r"(?:once|after|when) .{0,40}(?:met|seen|signed|done|interviewed) .{0,40}~(ring call decide "
            r"phone write letter know hr)",
            r"(?:he|she|they)(?:'ll| will| would|'d|ll) (?:ring|call|phone|text|email|write|decide|let me "
            r"know|have decided|holler|talk to|get back)\b.{0,40}~(by on within after before tomorrow "
            r"monday tuesday wednesday thursday friday sat saturday weekend tonight next the)",
            r"(?:decision|decisions|results?|calls|scores|letters?|answer|outcome|news|"
            r"word)\b.{0,15}~(monday tuesday wednesday thursday friday saturday sunday thurs fri sat "
            r"tomorrow week weekend weeks days month)",
            r"~(next) ?: .{0,40}(?:test|task|panel|trial|assessment|chat|interview|call)\b",
            r"(?:hear|ring|call|phone|bell|shout|text|email|mail|message|decide|decision) .{0,30}~(monday "
            r"tuesday wednesday thursday friday saturday sunday thurs fri sat tomorrow week weekend weeks "
            r"days month)\b.{0,30}(?:said|promised|told|she says|he says|apparently|reckons)",
            r"(?:said|promised|told|says|reckons) .{0,30}(?:hear|ring|call|phone|bell|shout|text|email|mail|"
            r"message|decide|decision|know|write|answer) .{0,30}~(monday tuesday wednesday thursday friday "
            r"saturday sunday thurs fri sat tomorrow week weekend weeks days month)",
        ),
        said=(
            r"(?:i'll|we'll|i will|we will|she'll|he'll|they'll|you'll|will|we|i|i'm|we're|you'd|going to|"
            r"gonna|'ll|to) (?:then |also |just |be |probably |aim to |hope to |expect to |have |make |a "
            r")*(?:ring|call|phone|calls|calling|email|write|decide|hear|let you know|be in touch|contact|"
            r"tell you|get back|make a decision|make my|make our|decision|confirm|debrief|answer|send|speak|"
            r"see|meet|talk|reach out|notified|receive|deliberate|telephone|come back|communicate|know|pick|"
            r"get together) .{0,60}~(monday tuesday wednesday thursday friday saturday sunday tomorrow week "
            r"weeks weekend days fortnight month tonight today)\b",
            r"(?:by|on|before|within|until|end of|early) (?:the |this |next |close |about |{number} "
            r")*~(monday tuesday wednesday thursday friday saturday week weekend month days weeks) "
            r"?.{0,40}(?:either way|decide|decision|let you know|hear|phone|call|ring|answer|whichever|"
            r"feedback|next)",
            r"~(next) (?:step|stage|round)s? (?:is|would|will|are|from here|after|for|'s|here|then|in)\b",
            r"what ~(happens) (?:next|now|then)",
            r"what's going to ~(happen)",
            r"~(happens) from (?:here|now)",
            r"the ~(process) (?:is|from|will|would|now|after|goes)",
            r"~(decision decisions outcome results) .{0,30}(?:by|on|within|next|before|end|made|tonight|in "
            r"(?:the|about))",
            r"~(vetting clearance) .{0,20}(?:takes|weeks|'s)",
            r"(?:two|three|one|a few|couple) (?:more|other) .{0,50}(?:and then|then|after that|so) "
            r".{0,40}~(i'll decide call ring phone sit talk we know hear pick let)",
            r"~(either) way\b",
            r"~(after) that (?:it's|we|there|you|the|i|comes|is|would)\b.{0,60}(?:final|interview|decision|"
            r"task|test|round|meet|lunch|offer|day|on-?site|stage)",
            r"(?:sits?|goes|go|meets?|meet again|up) .{0,25}(?:to|with|on|at|before) .{0,30}~(committee "
            r"board hr panel dean director upstairs area governors regional 1st 2nd 3rd 6th 19th)",
            r"~(shortlist shortlisted finalists second-stage) .{0,60}(?:task|interview|meet|come|then|see)",
        ),
        mail=(
            r"(?:expect|aim|hope|plan|anticipate) (?:to|a) .{0,60}~(by on within week after before friday "
            r"days date next)",
            r"(?:will|shall) (?:be )?(?:sent|send|receive|contact|get|follow|go out|arranged|confirm|write|"
            r"come|confirmed) .{0,60}~(link once today tomorrow week date email hr letter options by when "
            r"after within on)",
            r"~(decision outcome committee vote debrief panel board) .{0,60}(?:on|by|week|monday|tuesday|"
            r"wednesday|thursday|friday|\d(?:st|nd|rd|th)|march|tomorrow|until|meets|sits)",
            r"(?:takes?|take) (?:about|around|between|up to|roughly)? ?.{0,25}~(days weeks)",
            r"~(valid) (?:for|until)",
        ),
        guards=("hope", "if", "others", "ad", "advice", "test", "elsewhere", "not"),
        precision={"told": 0.64, "said": 0.59, "mail": 0.65},
    ),
    "next.availability": Patterns(
        told=(
            r"(?:{ask}|are|would|how).{0,20}(?:i'm|i'd be|i am|i was|i|u|you|id be) ?(?:be )?~(free "
            r"available around about) (?:on |for |at |next |this |later |tomorrow|thurs|mon|tues|wed|fri|"
            r"sat|sun|\?|in |the |,|to )",
            r"when (?:i'd|i'm|i was|i am|i'll|would i|am i|i would) (?:next )?(?:be )?~(free available)\b",
            r"(?:{ask}).{0,30}~(which what) (?:days?|dates?|mornings?|afternoons?|evenings?|nights?|weeks?|"
            r"saturdays?|sundays?|slot|sunday|saturday|times?|on which)",
            r"(?:wants?|wanted|like[sd]?|keen|have|had|bring) (?:to have |to bring |to see |to get )?~(me) "
            r"(?:back|in again|over|out|up|another time|to come|again|round)",
            r"(?:could|can|might|would) (?:i|you|u) (?:come|do|make|pop|be free|sit in|travel|start with|"
            r"manage|meet|shadow|fly) (?:back|in|over|on|an?|for|out|by|up|along)?.{0,30}~(monday tuesday "
            r"wednesday thursday friday saturday sunday week morning afternoon evening night hour day "
            r"tomorrow mon tues thurs team back)",
            r"(?:would|does|is|how about|hows|how's) (?:next )?(?:{time}) .{0,25}~(suit suits do ok okay "
            r"work good alright fine)",
            r"~(come) back (?:in )?(?:on|for|to|next|a)\b",
            r"(?:calendar|diary|schedule) ~(looks like open permitting free)",
            r"(?:asked|ask) .{0,30}~(saturday sunday monday tuesday wednesday thursday friday thurs "
            r"tomorrow) (?:or|suit|is|forenoon|for a|,)",
            r"(?:when|what time) (?:i'd|i could|i can|i'm|could i|can i|would i) .{0,12}~(free come next "
            r"available meet back)",
            r"~(availability)",
            r"(?:wants?|wanted|like[sd]?|keen|love|invited|asked|hoping|ask|bring|get|have) (?:that |to |"
            r"for )?(?:me|i|if i could|if i can|could i|can i|see if i) .{0,25}(?:back|in|up|over|out|again|"
            r"down|come|another)\b.{0,45}~(monday tuesday wednesday thursday friday saturday sunday thurs "
            r"week dates days evening morning afternoon free suit suits diary calendar)",
            r"(?:which|what) (?:\w+ )?~(slot day days date dates saturdays mornings evenings afternoon "
            r"time) (?:is|are|suit|suits|i|would|works|work|could|next|ok)",
            r"(?:asked|wants|asking|for|about) (?:if )?(?:i'm|im|i am|i'd be|id be|i could|i can|my) "
            r".{0,15}~(around free availability available do manage make)\b.{0,40}(?:monday|tuesday|"
            r"wednesday|thursday|friday|saturday|sunday|next week|week|tomorrow|for a)",
            r"(?:coming|come) ~(back) (?:in )?(?:for|to|on|next)",
        ),
        said=(
            r"(?:are|would|how are|you|u|is she|be) (?:you |u |be )?~(free available around about fixed) "
            r"(?:on |at |for |next |this |later |tomorrow|the |any|in |at the |to (?:come|meet|talk)|thurs|"
            r"mon|tues|wed|fri|sat|end|\?|some)",
            r"~(what how when which) .{0,30}(?:your|you|day|days|week|dates|time) .{0,25}(?:thursday|friday|"
            r"monday|tuesday|wednesday|saturday|next week|this week|diary|schedule|calendar|suit|free|"
            r"available|work for you|prefer)",
            r"(?:could|can|would|are) you (?:be able to |able to |like to |want to |get away |be up for "
            r")?(?:come|do|make|meet|pop|manage|join|get away|spend|stay) .{0,40}~(wednesday thursday "
            r"friday monday tuesday saturday sunday week morning afternoon night tomorrow evening again "
            r"back)",
            r"(?:does|would|is|how about|what about) .{0,25}~(monday tuesday wednesday thursday friday "
            r"saturday sunday 21st) .{0,25}(?:work|suit|do|ok|okay|good|any good|be)",
            r"~(availability)",
            r"(?:holiday|holidays|time off|away) ~(booked planned coming week next)",
            r"(?:around|free|about) ~(next this the) (?:week|thursday|wednesday)",
        ),
        mail=(
            r"(?:does|would|is|are|could|can|which|what|pick|please|let us know|shall|how about|suit) "
            r".{0,60}~(am pm cet suit work works prefer availability slot monday tuesday wednesday thursday "
            r"friday dates sunday saturday) ?.{0,25}\?",
            r"(?:please )?(?:provide|send|share|let (?:me|us) know|confirm|pick|choose|propose) "
            r".{0,30}~(availability dates date slot slots times time one)",
            r"~(free around available) (?:next|this|on|any|from|between|monday|tuesday|wednesday|thursday|"
            r"friday)",
            r"(?:like|love) (?:you|to have you|to invite you|to see you|to meet you) .{0,30}~(come back "
            r"again second look over)",
            r"(?:up for|fancy|do) a (?:quick )?~(call coffee chat drink lunch)",
        ),
        guards=("not", "hope", "if", "ad", "others", "elsewhere", "advice", "mine"),
        precision={"told": 0.5, "said": 0.48, "mail": 0.65},
        plain=Patterns(
            told=(
                r"(?:asked|asks|asking|wants? to know|wanted to know|wondered|wondering|checked|checking|"
                r"checks)(?: me)? (?:if|whether|when) (?:i'm|i am|i was|i'd be|i would be|i could be|id be|"
                r"im) ~(free available around)\b(?! (?:to|for) (?:start|join|begin|work|immediate))",
                r"(?:asked|asks|asking|wants? to know|wanted to know|wondered|checked)(?: me)? (?:for |about "
                r")?(?:which|what) (?:\w+ )?~(day days date dates slot slots time times morning mornings "
                r"afternoon afternoons evening evenings) (?:\w+ ){0,3}?(?:suits?|suited|works?|worked|i|i'm|"
                r"i'd|next week)\b(?!.{0,20}\b(?:start|join|begin|work shifts|got up)\b)",
                r"(?:asked|asks|wants? to know|wanted to know|wondered)(?: me)? (?:if|whether) i (?:could|"
                r"can|would|might|'d) (?:be able to )?(?:come|pop|do|make|get|meet|manage) (?:back|in|again|"
                r"over|down|it|up|out)?.{0,25}~(monday tuesday wednesday thursday friday saturday sunday "
                r"tomorrow week)\b",
                r"(?:wants?|wanted|like[sd]?|asked|asks) (?:to (?:see|have) )?~(me) (?:to come )?back (?:in "
                r")?(?:on|next|this|for) .{0,12}(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
                r"week|tomorrow|second|chat|trial|day)",
                r"(?:asked|asks|asking|wanted|wants|requested) (?:me )?(?:for |about )?my "
                r"~(availability)\b(?! to (?:start|join|work))",
            ),
            said=(
                r"(?:could|can|would) you (?:be able to |like to )?(?:come|pop|make it|get) (?:back |in |"
                r"over |again |down )+(?:\w+ ){0,5}?~(wednesday thursday friday monday tuesday saturday "
                r"sunday week tomorrow)\b",
                r"(?:are you|would you be|you) ~(free available) (?:on |next |this |at all "
                r")*(?:{time})\b.{0,30}(?:come|meet|back|chat|call|second|visit|\?)",
            ),
            mail=(
                r"(?:please|could you|can you|would you|kindly) (?:provide|send|share|let (?:me|us) know|"
                r"confirm|give|tell) .{0,25}~(availability dates slots slot times)\b",
                r"(?:are you|would you be|you be) ~(free available) (?:on |next |this |for |at |to |between |"
                r"any)",
                r"(?:does|would|will|do|is) .{0,40}~(monday tuesday wednesday thursday friday saturday "
                r"sunday am pm morning afternoon week) .{0,25}(?:suit|work)\b",
                r"(?:which|what) (?:\w+ ){0,3}?~(day days date dates slot slots time times) .{0,20}(?:suit|"
                r"suits|work|works|prefer)\b",
                r"(?:tell|let) (?:me|us) (?:know )?(?:which|what|when) .{0,25}~(suits suit works work free "
                r"available)\b",
            ),
            guards=("untrue", "mine", "hope", "ad", "others", "elsewhere", "past", "advice", "test"),
            precision={"told": 0.92, "said": 0.8, "mail": 0.88},
        ),
    ),
    "next.invited": Patterns(
        told=(
            r"\b(?:i'?m|i am|i was|i got|im|i'd|was|being|got|get|went|me|made it|i'd got) (?:already |then "
            r"|just |straight |put |also |now |made it )?~(through thru) to (?:the |a |an |final|round|"
            r"second|next|client|hiring|interview|1|2|3|4)",
            r"~(invited) (?:me |us )?(?:to|for|back|onsite|on-site|on|in|out|over)\b",
            r"~(invitation invite) (?:to|for|came)",
            r"(?:moved?|moving|move|pass(?:ed)?|advanced?|progress(?:ed)?|selected|proceed(?:ed)?|went|go|"
            r"forwarded|recommended|shortlisted|put me|qualified|cleared|called|promoted|continue) (?:me "
            r")?(?:on |ahead |forward |straight |directly |up |along )*(?:to|for|into|with|through to) "
            r"(?:the |a |an |my |another |go |next |second |third |final |virtual |phone |on-?site |"
            r"technical |hr |2nd |3rd |further |last )*~(next second final round rounds interview stage 2nd "
            r"3rd onsite on-site manager hr technical loop panel phase step interviews third last group "
            r"another virtual f2f process)",
            r"(?:asked|called|flown|flew|brought|invited|came|come|asked me|bring me|fly me|flown me) (?:me "
            r"|us )?(?:to come )?~(back in onsite on-site out down) (?:to |for )(?:a |an |the |my |another |"
            r"more )*(?:second|2nd|next|final|on-?site|interview|further|face|third|panel|day|in-person|"
            r"another|more|full|visit|hq|meet)",
            r"(?:another|second|next|final|last|technical|onsite|on-site|2nd|third|phone|follow-up|more|"
            r"face to face|in-person) (?:\w+ ){0,2}(?:interview|round|chat|call|stage|meeting|screen|"
            r"interviews|loop)s? (?:was|were|got|is|has been|set|fixed|with .{0,20})(?: then| already| "
            r"also)? ?~(scheduled booked arranged set fixed confirmed organised setup planned)",
            r"~(scheduled booked arranged fixed setup set) (?:me |up |for )*(?:a |an |the |another |my |me "
            r")*(?:second|next|final|on-?site|2nd|third|phone|technical|follow|interview|in-person|face|f2f|"
            r"1st|first|round|video|skype|telephonic)",
            r"(?:already |it's |its |is |popped up |put me )?(?:in|on) ~(my the our both) (?:calendar|cal|"
            r"diary|book|phones)\b",
            r"(?:made it|got) (?:through |past |in |on )?to the ~(next second final last onsite on-site "
            r"finals shortlist 2nd third)",
            r"~(cleared passed) (?:the |all |my |this |that |both |first |initial |l1 |written |online |"
            r"apti\w* )+(?:test|round|rounds|screen|interview|interviews|stage|exam|assessment|hurdle|phone|"
            r"technical)",
            r"(?:keep|told|to be|having me|put me down|i'm to|put me) .{0,25}(?:back|come|free|down) "
            r".{0,25}~(monday tuesday wednesday thursday friday saturday in for on at)",
            r"(?:in|into|one of|down to) the (?:last|final) ~(two three four five few)",
            r"(?:offered|given|got|had|landed|received|granted|get) (?:me )?(?:a|an|my|the|another) "
            r"~(second final onsite on-site next third follow-up face) (?:round|interview|stage|on-?site|"
            r"phone|in)?",
            r"(?:wanted|want|like|liked) (?:to )?(?:me to |move me |have me |bring me |fly me |go ahead |to "
            r"proceed )?(?:for )?(?:to )?(?:the )?~(next second onsite on-site final) (?:round|step|"
            r"interview|stage|level)",
            r"~(congratulations congrats)",
            r"(?:got|getting) (?:past|through) (?:the )?~(round first stage screen phone)",
            r"~(putting put) (?:me|you) (?:forward|through|straight)",
            r"(?:calendar|diary) for ~(monday tuesday wednesday thursday friday)",
            r"(?:wanted|want|wants) me (?:for|in|at|back for) (?:the|a|another|their) ~(second final next "
            r"last third)",
            r"(?:told|emailed|said|texted|rang|called) .{0,30}i(?:'m| was| am|'d)? ~(through in moving) "
            r"(?:to|the|on|from|for)",
            r"(?:set|fixed|booked|confirmed|arranged|in the book|pencilled|scheduled) (?:for|in|on) "
            r".{0,20}~(monday tuesday wednesday thursday friday saturday tomorrow)",
        ),
        said=(
            r"(?:you're|you are|you've|you have|you) (?:been )?~(through made passed selected cleared "
            r"progressed advanced) ?(?:it|to|the|round|past|for|$)",
            r"(?:like|love|want|going|pleased|happy) (?:to )?(?:move|put|take|bring|invite|progress|get|go "
            r"ahead|continue) (?:and )?~(you with)(?:on|through|forward|to|for|in front|back|you)",
            r"~(congratulations congrats) .{0,40}(?:pass|stage|reach|select|through|next)",
            r"(?:come|be here|see you) (?:and do|in for|back) .{0,25}~(friday monday saturday tuesday "
            r"wednesday thursday trial day)",
        ),
        mail=(
            r"~(invite inviting invited) you\b(?! to (?:apply|re-?apply|keep|complete|fill|take|leave|rate|"
            r"follow|register))",
            r"(?:pleased|happy|delighted|glad|stoked|nice news|good news|thrilled) .{0,60}~(through passed "
            r"invite continue next selected stage progress advance round move)",
            r"(?:like|love|want) (?:to (?:continue|see more of|get|have|bring|invite|schedule|move|meet)|"
            r"you) .{0,40}~(you second next final interview round back again director look)",
            r"~(final second next) (?:round|interview|stage|appointment|conversation|meeting) (?:is|will be|"
            r"with|on)\b",
            r"~(congratulations) (?:po )?(?:on|for)",
            r"~(confirmed cleared passed)\b.{0,20}(?:\.|$|interview)",
            r"(?:two|three|both|the) ~(finalists)",
            r"~(preferred) candidate",
        ),
        guards=("not", "hope", "if", "others", "ad", "advice"),
        precision={"told": 0.46, "said": 0.3, "mail": 0.64},
        plain=Patterns(
            told=(
                r"(?:i|and|me|^|then|later|was|got|been|they|he|she|recruiter|hr|manager|has|have|had|'ve) "
                r"(?:was |got |been |just |then |\w+ly )*~(invited inviting) (?:me |back )*(?:to|for|in for|"
                r"onsite for|on-site for|out for|out to|over for|back for)? ?(?:come (?:back |in )?for |do |"
                r"attend |meet )?(?:a|an|the|my|their|another)? ?(?:\w+ )?~(second 2nd next final last third "
                r"further follow-up onsite on-site superday panel another assessment fourth)\b",
                r"~(invited) (?:me |us )?(?:back|onsite|on-site)\b",
                r"(?:i'?m|i am|i was|i got|i've got|i have got|i'd got|been put|put me|got|getting|made it|i "
                r"went|i've made it|i'm being put|is putting me|are putting me|they're putting me) "
                r"(?:already |then |just |straight |put |also |now )*~(through thru) to (?:the |a |an "
                r")?(?:\w+ )?(?:final|next|second|last|2nd|third|onsite|on-site|panel|interview|round|stage|"
                r"assessment|finals)",
                r"\bi(?:'ve|'d| have| had)? (?:\w+ly |then |just )?(?:made it|got|advanced|progressed|passed|"
                r"proceeded|qualified|been moved|been put forward|was moved|was advanced|was selected|been "
                r"selected|was shortlisted|got selected|was chosen) (?:on |forward |through |past )?(?:to|"
                r"for|into) the ~(next second final last onsite on-site 2nd third)\b",
                r"(?:moved|moving|move|advanced|advance|put|putting|pushed|passed|forwarded) me (?:on |"
                r"forward |ahead |through |along |straight )*(?:to|for|into) (?:the |a |an )?~(next second "
                r"final last third onsite on-site panel 2nd)\b",
                r"(?:second|next|final|last|2nd|third|follow-up|onsite|on-site|panel) (?:\w+ )?(?:interview|"
                r"round|stage|meeting|chat|call)(?: with [\w ]{1,20})? (?:is|has been|'s been|is now|now|got|"
                r"already|was) (?:already |then |now )?~(booked scheduled arranged set fixed confirmed) "
                r"?(?:for|on|in|\.|,|$|already|up)",
                r"(?:they|she|he|hr|recruiter|agency|manager|and|i've|have|has|already|'ve) (?:\w+ "
                r")?~(booked scheduled arranged fixed) (?:me )?(?:in |up |for |in for )?(?:a|an|the|my|me "
                r"for a|me for the|me in for the)? ?(?:second|final|next|third|2nd|follow-up|onsite|on-site|"
                r"last) (?:\w+ )?(?:interview|round|stage|meeting|chat|call|visit|one)",
                r"(?:asked|wants?|wanted|like|love|having|called|have|bring|bringing|calling|flying|fly|flew|"
                r"brought) (?:to (?:see|have|bring|invite) )?me (?:to come |to come in |to go |to return "
                r")?(?:back |in |out |on |over |down |up |onsite |again )*(?:for|to) (?:a|an|the|their|my) "
                r"(?:\w+ )?~(second final next last third 2nd follow-up onsite on-site panel)\b",
                r"\bi(?:'ve| have|'m| am| was| got|'d)? ?(?:been |just )*~(shortlisted)\b",
                r"(?:got|received|sent me|have|had|came) (?:an?|the|my) (?:\w+ )?(?:invite|invitation) "
                r"(?:\w+ )?(?:to|for) (?:a|an|the|my|their|another)? ?(?:\w+ )?~(second final next last "
                r"third 2nd onsite on-site superday panel assessment follow-up)\b",
                r"(?:said|told me|rang|emailed|texted|called|wrote|saying|says) .{0,30}\b(?:i'm|i was|i am|"
                r"i'd been|i've been|you're|you are) ~(through moving going) (?:to|on to|forward to|through "
                r"to) (?:the )?(?:\w+ )?(?:next|final|second|last|round|stage|panel|third)",
                r"\bi(?:'m| am) (?:in|into) the (?:~(final finals)|last ~(two three four))\b",
            ),
            said=(
                r"you(?:'re| are|'ve been put|'ve made it| have made it|'ve got|'ve come) ~(through) to "
                r"(?:the )?(?:next|final|second|last|third)",
                r"(?:'d like|would like|'d love|would love|going|happy|pleased|delighted|want) to ~(invite) "
                r"you (?:to|back|in|for)\b(?! (?:apply|re-?apply|keep|complete|fill|take|leave|rate|follow|"
                r"register|ask))",
                r"(?:'d like|would like|'d love|would love|going|happy|pleased|delighted|want) to (?:go "
                r"ahead and )?(?:move|put|progress|take|bring|advance) you (?:on|forward|through|ahead|"
                r"straight|back|in)\b.{0,20}~(to for next final second round stage panel)",
                r"we(?:'re| are) (?:putting|moving|taking|inviting|bringing) you ~(through forward on back "
                r"ahead to)\b",
                r"you(?:'ve| have) (?:passed|cleared|made it|got) (?:past |through |to )?(?:the |this "
                r")?~(first second next final round stage)\b",
            ),
            mail=(
                r"(?:like|love|happy|pleased|delighted|glad|thrilled|pleasure|excited|writing|want|wish) to "
                r"(?:formally |now |warmly )?~(invite) you (?:to|for|back|in|on)\b(?! (?:apply|re-?apply|"
                r"keep|complete|fill|take (?:our|a)|leave|rate|follow|register|join our (?:talent|community|"
                r"newsletter)))",
                r"(?:are|am|is|be|we're|i'm) (?:hereby )?~(inviting) you (?:to|for|back)\b",
                r"you(?:'re| are| have been|'ve been| have) (?:now |been )*(?:~(through) to|~(shortlisted)|"
                r"(?:selected|chosen) (?:to (?:go|move|proceed|advance|attend)|for (?:the|a|an|our)) "
                r".{0,20}~(next final second interview round stage panel forward)|(?:progressed|advanced|"
                r"moved|made it|passed) (?:on |forward |through )?to (?:the|our) ~(next final second last "
                r"third shortlist))",
                r"(?:like|love|happy|pleased|delighted|glad|want|keen|decided) to (?:move|progress|take|"
                r"advance|put|bring) (?:you|your application|things) ~(forward on through ahead to back "
                r"further)\b",
                r"(?:like|love|want|keen) to (?:have|see|meet|bring|get|welcome) you (?:~(back again in)|for "
                r"(?:a|the) ~(second final next))\b",
                r"(?:like|love|want) you to (?:come ~(back in again)|meet .{0,40}~(next final director "
                r"second round team)|attend (?:a|the|our) ~(second final next))",
                r"(?:your|the) (?:second|final|next|third|last|follow-up|panel) (?:\w+ )?~(interview round "
                r"stage meeting conversation) (?:is |has been |will be )(?:now )?(?:confirmed|booked|"
                r"scheduled|arranged|set|on|held|at|with)\b",
                r"you(?:'ve| have)? ~(passed cleared) (?:the|your|our|this|both)\b",
                r"(?:good news|great news|pleased|delighted|happy|glad)\b.{0,40}you(?:'ve| have|'re| are) "
                r"(?:been )?(?:\w+ )?~(through passed selected shortlisted progressed advanced made)\b",
                r"~(congratulations) on (?:passing|reaching|making|being shortlisted|getting through)",
                r"(?:booked|scheduled|arranged|set up|reserved|pencilled) (?:you (?:in )?for )?(?:your|the|"
                r"a) ~(second final next third follow-up)\b",
            ),
            guards=("untrue", "maybe", "fears", "guess", "past", "people", "others", "ad", "advice", "test"),
            precision={"told": 0.93, "said": 0.83, "mail": 0.88},
        ),
    ),
    # --- 5 They sold it ----------------------------------------------------------------------------
    "selling.pitch": Patterns(
        told=(
            r"(?:talk\w*|spoke|speak\w*|told|gushed|raved|raving|went|going|glow\w*|banged|kept|praising|"
            r"praise|sang|sold|swears|hyping|described|explained|introduced|shared|telling|says|said|"
            r"reckons|loves?|passionate\w*).{0,50}~(culture benefits perks mission place company love loves "
            r"loving best happiest amazing brilliant family team-building retreat retreats offsite offsites "
            r"working praises growth vision life opportunities environment employees atmosphere)\b",
            r"(?:nobody|nobody's|no one|noone|never) .{0,25}~(quit leaves left leave bored) ?.{0,20}(?:in|"
            r"since|here|ever|to leave|wants?|\b)",
            r"~(unlimited) (?:pto|~(holiday)|leave)",
            r"~(perks)",
            r"\bsales ~(pitch call)",
            r"did the ~(pitch)",
            r"~(pitched) (?:me|the|hard)",
            r"~(sold) (?:to )?me (?:hard|on|the)",
            r"\bsell me ~(on the)",
            r"(?:summer|flexi|pizza|casual|half-day)[ -]~(fridays)",
            r"~(fridays) off",
            r"~(free) (?:membership|lunch|lunches|coffee|beer|breakfast|food)",
            r"\b~(socials)\b",
            r"~(ping) pong",
            r"~(pool) table",
            r"table ~(tennis)",
            r"(?:it's|its|is) (?:like )?(?:a|one big) ~(family)",
            r"(?:passionate|enthusiastic|excited|proud) ~(about of) (?:the|their|his|her|working|what|it|"
            r"that|future)",
            r"(?:best|happiest|loveliest|greatest) (?:\w+ ){0,2}~(place decision gig depot gym lab crew "
            r"bunch team job shop) (?:in|she|he|of|ever|i)",
            r"~(why) (?:he|she|they) (?:love|loves|joined|quit|stayed|enjoy\w*|like)",
            r"(?:went on|going on|banging on|talked|talking|told me|on and on|bigged|talked up|talks|banged "
            r"on|bragged|boasted|raving|raved|enthused|waxed|gushed|glowed|proud of|hyping|hyped|selling|"
            r"sold)\b.{0,20}(?:about|on|up|how|of|the|me)\b.{0,60}~(culture perks team holiday holidays "
            r"benefits mission pension family fridays training retreat offsite turnover growth progression "
            r"place company kitchen staff socials tickets lunches flexitime flexible reputation awards "
            r"volunteers training office vision product funding)\b",
            r"~(loves loved adores love) (?:it (?:there|here)|working (?:there|here|for)|(?:his|her|"
            r"their|the) (?:job|place|company|team|work))",
            r"~(bragged boasted enthused)",
            r"(?:nobody|no one|none|hardly anyone|never) .{0,30}~(leave leaves left quit quits)\b",
            r"(?:best|happiest|nicest|friendliest|loveliest|greatest) (?:\w+ ){0,4}~(works worked ever "
            r"county town country city region london north valley)",
            r"(?:been|worked|stayed) (?:there|here) .{0,12}~(years) .{0,30}(?:love|never|best|happy|leav)",
        ),
        said=(
            r"\bi(?:'ve| have) been here (?:for )?.{0,20}~(years year months) (?:and|now)",
            r"(?:nobody|nobody's|no one|no-one|never) .{0,30}~(leaves left leave bored quit precious jerk "
            r"stupid shouts refused docked)\b",
            r"(?:we|here|place|company|team|bunch|people|it's|they're|that's) .{0,30}~(family lovely happy "
            r"happiest best brilliant special fun amazing fantastic great awesome proud)\b.{0,30}(?:place|"
            r"bunch|team|people|company|to be|crew|work|culture|here|plan)",
            r"(?:great|good|best|lovely|special|fun|happy|brilliant) (?:little )?~(place crew bunch culture "
            r"plan plans gang)\b",
            r"(?:we get|we have|we do|you get|there's|we've got|you'd get|there are) (?:an? "
            r")?.{0,25}~(budget off-site offsite retreat retreats birthday lunches perks socials drinks "
            r"discount learning biscuits beach)",
            r"\b(?:i|i've|people) .{0,20}~(love loved turned stay stayed) (?:it|working|this|here|the|"
            r"down)\b.{0,30}(?:here|job|team|people|place|company|jobs)",
            r"(?:room|chance|opportunit\w+|shot|scope) (?:to|for|at) ~(grow growth progress develop learn "
            r"move that)",
            r"~(promoting promote) from within",
            r"people do ~(stay get)",
            r"~(culture) (?:is|here|of)",
            r"(?:what|one thing) (?:i|we) (?:love|do well|like) ~(about is here)",
            r"~(least) political",
            r"no ~(ego egos)",
            r"~(flexible) (?:hours|working)",
            r"~(voted) (?:a )?great",
            r"we're (?:really )?(?:big|proud) ~(on of)",
            r"~(proud) of\b",
            r"you don't ~(get) that at",
            r"~(favourite favorite) (?:part|thing) about",
            r"i(?:'d|'ve| have| would) (?:never|not) .{0,20}~(going leave had been worked) "
            r".{0,30}(?:anywhere|boss|like|happier|here|leave)",
            r"~(mission)",
            r"you'd ~(love) (?:it|the)",
            r"we(?:'re| are) (?:like |really |just )*(?:a |one big )?~(family close-knit tight-knit)",
            r"(?:everyone|everybody|people) here .{0,30}~(stays stay loves love happy nice friendly bikes "
            r"lovely)",
            r"(?:i've|i have) (?:been|worked) (?:here|there) .{0,30}~(years) ?.{0,40}(?:love|never|happy|"
            r"best|still|wouldn't|turned|not going)",
        ),
        guards=("not_good", "hope", "if", "others", "ad", "advice", "mine"),
        precision={"told": 0.46, "said": 0.57, "mail": 0.59},
    ),
    "selling.start_date": Patterns(
        told=(
            r"\b~(notice) (?:period|to give|i'd|i have)",
            r"~(notice)\b(?! (?:board|the|that|how|of))",
            r"(?:when|how soon|how quick(?:ly)?|how early|how fast|earliest|if|days|could|can|would|might) "
            r".{0,25}(?:i|u|you|i'd|could)? ?(?:could |can |be able to |might |'d be able to |be )?~(start "
            r"begin join commence onboard) (?:date|on|in|work|working|right|straight|for|with|this|next|"
            r"immediately|already|tomorrow|from|if|,|\?|\.|she|he|they|there|soon|before|$|[a-z]+day|asap|i)",
            r"(?:when|how soon|how quick(?:ly)?|how fast|how long) .{0,40}~(free released release shot "
            r"loose rid let available give keep hang leave get) ?(?:of|me|from|you|go|by|out|on|up|them|em|"
            r"the)",
            r"~(immediate) joiner",
            r"garden(?:ing)? ~(leave)",
            r"(?:when|how soon) .{0,12}(?:can|could) (?:i|you|he|she|they) (?:be|have|come|jump) ~(aboard "
            r"with there here me on ship)",
            r"(?:could|can|would) i be (?:there|ready|in|here) ~(for on by monday in)",
            r"(?:how many|in) .{0,8}days .{0,6}~(join start)",
            r"(?:my|available) ~(availability) to start",
            r"(?:when|how soon|how quick|how fast|earliest) .{0,25}~(start begin join liberty free aboard "
            r"ready)\b",
            r"(?:{ask}).{0,30}(?:could|can|would|if|will|might) (?:i|u|you) .{0,15}~(start begin join)\b",
            r"(?:how long|how much|how many|what) .{0,25}~(notice)\b",
            r"how (?:long|many) .{0,30}(?:give|let|hang on|keep|release|hold) .{0,25}~(go me give notice "
            r"weeks before)",
        ),
        said=(
            r"\b~(notice)\b(?! (?:board|the|that|how|of|a|when|it))",
            r"(?:when|how soon|how quick(?:ly)?|are you|what|earliest|could you|can you|able to|okay to|ok "
            r"to) .{0,30}~(start begin join commence entry)\b(?! (?:by|off|with|from|us|me|a|an|your|our|the|"
            r"this|telling|asking)\b)",
            r"~(start) date",
            r"(?:when|how soon|how quick(?:ly)?|how long|could you (?:get|be|free)) .{0,40}~(free shot rid "
            r"yourself them off gig give tied) ?(?:of|out|from|em|you|a month)?\?",
            r"(?:when|how soon|how quick\w*) .{0,20}you .{0,15}~(be get free leave roll available join)",
            r"~(gardening garden) leave",
            r"(?:earliest) ~(possible) (?:entry|start|date)",
            r"how (?:much|long|many weeks) .{0,20}~(notice give want hold)",
            r"they (?:hold|keep|want|will keep) you (?:for )?~(three one ninety a two)",
        ),
        guards=("mine", "hope", "others", "ad", "advice", "not"),
        precision={"told": 0.73, "said": 0.59, "mail": 0.56},
        plain=Patterns(
            mail=(
                r"(?:know|confirm|advise|share|send|tell us|inform us|indicate|state)\b.{0,30}your "
                r"(?:~(notice) period|~(last) (?:working )?day|(?:earliest|possible|expected|tentative|"
                r"likely) (?:date of )?~(joining start starting))",
            ),
            guards=("hope", "others", "ad"),
            precision={"mail": 0.85},
        ),
    ),
    # --- 6 Length ----------------------------------------------------------------------------------
    "length.over": Patterns(
        told=(
            r"~(overran overrun overflowed)\b",
            r"\bover ~(time)\b(?! zone)",
            r"(?:ran|run|went|gone) (?:\w+ ){0,3}~(over overtime past beyond long longer)(?: (?:time|by|our|"
            r"what|an?|it|enough|than|schedule|allotted|half|{number}|\d+)\b|[.,]|$)(?! the| my| over)",
            r"~(longer) than (?:planned|scheduled|expected|the|it|we|they|i|\d|usual|anticipated|supposed)",
            r"(?:ran|run|went) .{0,25}(?:minutes|mins|hour|hours|half an hour) ~(over past longer late)",
            r"~(overran overrun overflowed)",
            r"(?:blew|blown|blow) (?:through|past|the) ~(half hour slot time end)",
            r"(?:meant|supposed|scheduled|booked|planned|down|promised|due|foreseen|told|slot|pencilled|"
            r"calendar|diary|schedule) .{0,60}~(but and it we) .{0,40}(?:hour and a|hours|nearly two|locked|"
            r"gone|dark|went on|stayed|still|ended up|lasted|took)",
            r"(?:~(became turned stretched) (?:into )?(?:{number}|\d+)|past the ~(end hour slot)|twice as "
            r"~(long))",
            r"kept (?:me|us) (?:for|there|till|until|on|past|talking) ~(an two over for till until longer "
            r"past)",
            r"(?:until|till) (?:the|they) .{0,20}~(locked closing chairs dark cleaners clock)",
        ),
        said=(
            r"(?:ran|run|gone|went|going|we're|running|we've) (?:\w+ ){0,4}~(over past long) ?(?:time|our|"
            r"the|here|what|by|,|\.|$|slightly|well)?",
            r"(?:keep|kept|keeping) you (?:so |too |any )?~(long longer over past)",
            r"(?:stole|stolen|taken|took) .{0,20}your ~(time)",
            r"~(blown) my",
            r"past (?:the |our |my )?~(time hour slot)",
            r"~(longer) than (?:i|we) (?:said|planned|promised|thought)",
        ),
        guards=("not", "hope", "others", "advice", "if"),
        precision={"told": 0.65, "said": 0.49},
    ),
    "length.minutes": Patterns(
        told=(
            r"(?:\d+|{number}|half) ?-? ?(?:and a half |ish |or so |odd |good |full |whole |solid )?~(min "
            r"mins minute minutes minuets hr hrs hour hours mts mintues)\b(?! (?:ago|late|early|before|away|"
            r"drive|later|up the|notice|shift|shifts|wage|at the end|each way|free))",
            r"\b(?:an|a full|a whole|a solid|full|one|about an|whole) ~(hour)\b(?! (?:ago|late|early|before|"
            r"away|drive|later|up the|and ten|wage|free))",
            r"(?:half|quarter|three quarters) (?:of )?an? ~(hour)",
            r"\b\d+ ?(?:-|to) ?\d+ ?~(min mins minute minutes hr hrs hour hours)\b",
            r"\d[\d.]*~(min mins minute minutes hr hrs hour hours h)\b",
            r"\b\d+~(h) ?\d\d\b",
            r"\b\d+ ~(scheduled booked planned used)\b",
        ),
        said=(
            r"(?:we|i've|we've|we'll|this|call|it|calendar|conversation|interview|i|us)\b (?:\w+[' "
            r"]{0,2}){0,8}(?:\d+|{number})[- ]~(minutes minute mins min)\b(?! (?:late|walk|away|drive|ago|"
            r"early|before|later|each way))",
            r"(?:half an|three quarters of an|quarter of an|enjoyable) ~(hour)",
            r"(?:blocked|blocked out|down|got|have) .{0,12}(?:for )?~(forty-five forty thirty fifteen "
            r"twenty sixty) (?:for|minutes|together|on)",
        ),
        guards=("generic_time",),
        precision={"told": 0.62, "said": 0.58},
    ),
    # --- 7 Contact ---------------------------------------------------------------------------------
    "contact.given": Patterns(
        told=(
            r"(?:gave|give|gives|given|giving|got|wrote|write|put|pasted|dropped|popped|scribbled|typed|"
            r"left|shared|handed|has|have|took|texted|sent|read out|dictated|pressed|stapled|offered|"
            r"printed|add\w*) .{0,40}~(number mobile cell card extension signal whatsapp landline phone "
            r"telephone handle)\b(?! (?:interview|screen|call|round|of (?:questions|people)|when|in front|"
            r"under|for|away|was|to|conversation|rang|technical|and looked|again|plate|ins|issued))",
            r"(?:gave|give|got|put|pasted|dropped|popped|scribbled|typed|shared|have|sent|wrote) "
            r".{0,20}(?:his|her|their|own|direct|personal|private|work|email|the) (?:own )?(?:personal |"
            r"private |work |direct |email )?~(email e-mail address line linkedin)\b(?! (?:saying|from|that|"
            r"to say|about))",
            r"(?:his|her|own|their|personal|private|direct) (?:own |personal |private |direct )*~(number "
            r"mobile cell card extension whatsapp landline line telephone email e-mail signal insta)\b",
            r"~(contact) (?:info|details|information|number)",
            r"~(card) (?:of|from|with|to)",
            r"business ~(card cards)",
        ),
        said=(
            r"\bmy (?:own |direct |personal |actual |private |work )*~(number mobile cell extension "
            r"whatsapp card handle telephone email line phone)('s| is| in|\b)(?! (?:died|rang|was|calls|"
            r"keeps|screen))",
            r"~(direct) (?:line|number|address|email)",
            r"~(extension) (?:is )?\d",
            r"(?:call|ring|text|reach|bell|bleep|whatsapp|phone|message|on) .{0,20}(?:on|at|me:?) "
            r"~(0 07 1 44) ?[\d-]",
            r"(?:give|giving|send|text|take|drop|put) (?:you )?(?:my|me|from my) ~(number mobile cell card "
            r"whatsapp direct actual)",
            r"(?:{they}|it's|that's|here's) the (?:number|one) .{0,25}~(called desk pocket mobile "
            r"myself rings)",
            r"~(linkedin) .{0,20}(?:add|connect)",
            r"add me on ~(linkedin whatsapp)",
        ),
        guards=("not", "hope", "if", "ad", "others", "elsewhere", "advice"),
        precision={"told": 0.57, "said": 0.57, "mail": 0.78},
    ),
    "contact.open_door": Patterns(
        told=(
            r"(?:told me to|told me i can|told me i could|said to|says to|said i could|said i can|"
            r"encouraged? me to|stressed|invited me to|welcome to|free to|happy for me to|insisted|i may|i "
            r"can|i could|can always|could always|asked me to|goes|i'm to|i've to) (?:\w+ ){0,3}(?:reach "
            r"out|contact|email|e-mail|call|ring|text|message|write|drop|ask|shout|whatsapp|dm|get in touch|"
            r"bell|phone|pop in|ping|pester|telephone|hit me up|drop by)\b.{0,40}~(questions anything "
            r"queries query qs concern concerns doubts worries whenever anytime wondering weekend evening "
            r"time)\b",
            r"(?:told|said|asked|encouraged) (?:me )?to (?:~(reach) out|keep in ~(touch)|stay in ~(touch)|"
            r"get in ~(touch))",
            r"~(reach contact shout drop email ring call ask) (?:\w+ ){0,3}(?:if|with|anytime|any "
            r"time) (?:i|any|you|ever|u)\b.{0,25}(?:questions?|anything|stuck|queries|doubts?|"
            r"wonder\w*|concerns?|think of|need)",
            r"(?:any|day or|anything|whatever).{0,12}~(time night mind) ?,? .{0,20}(?:call|ring|text|write|"
            r"message|email|ask|touch|stranger)",
            r"don't be a ~(stranger)",
            r"~(hesitate hesitation) to",
            r"keep in ~(touch)",
            r"(?:any questions|anything comes up|if (?:i|you|u) (?:get|have|got|think|need)).{0,40}~(call "
            r"text email drop ring dm message line bell shout write)",
            r"(?:said|says|told me|tell me|goes) (?:to |that i (?:can|could|may) |i (?:can|could|may) |just "
            r")?(?:\w+ )?(?:call|ring|text|message|email|write|dm|whatsapp|bell|shout|phone|pester|pop|come|"
            r"ask|get in touch|drop|holler|ping)\b.{0,30}~(if whenever anytime any anything)",
            r"if (?:i|anything|i've|i'd) .{0,40}~(call ring text message email write dm whatsapp bell shout "
            r"phone) (?:him|her|them)",
        ),
        said=(
            r"(?:call|ring|text|email|message|write|drop|ask|shout|yell|holler|whatsapp|dm|reach out|get in "
            r"touch|ping|phone|give me|give us|contact|bell|disturb|pick up the phone) (?:me |us |to me |"
            r"the desk |either of us |or \w+ )?.{0,25}~(anytime whenever line hours shout yell)\b",
            r"(?:call|ring|text|email|message|write|drop|reach out|get in touch|ping|phone|contact) .{0,30}"
            r"~(questions)\b",
            r"\bif .{0,50}~(questions anything occurs wondering query stuck worries frightens wonder think "
            r"wondering help question).{0,60}(?:call|ring|text|email|message|write|drop|ask|shout|mobile|"
            r"phone|ping|touch|line|know|find me|desk)",
            r"~(holler) with",
            r"any ~(questions) ?,? (?:at all|just|call|please|let|give|email)",
            r"(?:don't|do not|never) ~(hesitate)",
            r"(?:don't|do not|never) be (?:a )?~(shy stranger afraid)",
            r"~(hesitate shy) to",
            r"feel ~(free) to (?:call|contact|reach|email|ring|get|ask|text|message|write|drop|give)",
            r"(?:happy|glad|gladly|pleased|welcome) (?:to )?.{0,15}~(talk walk chat answer call go discuss "
            r"take) .{0,25}(?:you|through|it|questions|call|over)",
            r"~(anytime)\b",
            r"you know where (?:i|to) ~(am find)",
            r"keep in ~(touch)",
            r"(?:ring|text|call|email|message|write|drop|shout|holler|sing out|dm|ping|whatsapp|find|ask|"
            r"use|phone) (?:me|us|it|her|him|out|to me)? ?.{0,25}~(if any anytime whenever anything) (?:you|"
            r"time|at|day|hour|there's|\b)",
        ),
        guards=("not_good", "hope", "others", "ad", "advice_only"),
        precision={"told": 0.72, "said": 0.55, "mail": 0.79},
    ),
    "contact.references": Patterns(
        told=(
            r"~(references referees referee dbs vetting payslips)\b(?! (?:to|check date|letter from))",
            r"(?:ask\w*|need\w*|want\w*|provide|give|gave|contact\w*|call\w*|check\w*|two|three|"
            r"professional|my|for) .{0,25}~(reference references referees)\b",
            r"~(background reference criminal security credit) (?:and \w+ )?(?:check|checks|verification|"
            r"clearance|screening|screen)",
            r"(?:asked for|asks for|ask for|need|needs|needed|want|wants|wanted|took|takes|requested|bring|"
            r"submit|copies of|copy of|send|photo of|ask) (?:\w+ ){0,5}~(passport id certificate "
            r"certificates licence license documents degree transcript transcripts proof papers paperwork "
            r"clearance diploma payslip payslips aadhaar)\b",
            r"(?:number|names?|somebody|someone|persons|people) .{0,30}~(vouch speak supervisors referees "
            r"employers call recommend) ?.{0,20}(?:for|me|\b)",
            r"~(enhanced) dbs",
            r"~(medical) (?:form|questionnaire)",
            r"~(relieving) letter",
            r"right to ~(work)",
            r"~(drug) (?:test|screen)",
            r"~(document) (?:verification|check|collection)",
            r"~(documents documentation) .{0,20}(?:submi|verif|sign|requested|send)",
            r"(?:phone|call|ring|speak to|write to|hear from|check with) .{0,20}(?:my|the|two|at my) "
            r".{0,20}(?:old|former|last|previous|current) ~(boss manager supervisor supervisors place "
            r"employer firm head firms)",
            r"(?:professor|old boss|former boss).{0,20}~(number name call speak)",
            r"(?:two|three|2|3|couple of|names? of|number for|somebody|someone|persons|"
            r"letter)\b.{0,40}(?:(?:who|to)(?:'d| would|'ll| can| will)?|for) ~(vouch speak) (?:for|up)",
            r"(?:two|three|2|3|couple of|names? of|number of) (?:people|persons|\w+) (?:who|that) ~(know "
            r"can could would) (?:me|be|vouch|speak)",
            r"(?:phone|ring|call|speak to|hear from|check with|write to|bell)\b.{0,15}(?:my|"
            r"the)\b.{0,25}~(old former last previous nurse professor supervisor supervisors employer "
            r"priest)",
            r"~(forms form paperwork docs documents) .{0,30}(?:clearance|vetting|airside|security|insurance|"
            r"employers|screening|background|hr|onboarding)",
            r"(?:clearance|security|background|screening|insurance) ~(form forms paperwork docs check "
            r"checks)",
        ),
        said=(
            r"~(references referees referee reference)\b",
            r"~(dbs vetting payslips clearance passport transcript transcripts coe nbi tor certificate "
            r"certificates) ?.{0,30}",
            r"~(background) check",
            r"(?:two|three|couple of|one) .{0,12}~(people names name humans persons) .{0,40}(?:call|ring|"
            r"write|speak|talk|woken|institute|vouch|mobile)",
            r"~(driver's drivers driving) (?:license|licence)",
            r"(?:send|bring|get|copy of|scan of|picture of) .{0,30}~(degree diploma licence license id ids "
            r"passport card certificate coe documents papers)\b",
            r"right to ~(work)",
            r"~(medical) (?:questionnaire|form|check)",
            r"~(relieving) letter",
            r"(?:who|somebody|someone) .{0,25}~(yarn reference vouch speak) .{0,20}(?:about you|for you|do "
            r"you)",
            r"~(vet checks check) (?:you|in parallel|and then)",
        ),
        mail=(
            r"~(eligibility) questionnaire",
            r"~(prohibition safeguarding) check",
            r"(?:upload|attach|send|provide|bring|supply|complete) .{0,50}~(documents forms certificate "
            r"scans copy form originals questionnaire residence copies)",
        ),
        guards=("not", "hope", "if", "ad", "others", "applied", "mine"),
        precision={"told": 0.58, "said": 0.46, "mail": 0.61},
        plain=Patterns(
            told=(
                r"(?:asked|asks|asking|wants|wanted|needs|needed|requested|requests|took|takes) (?:me |us "
                r")?(?:for |about |to (?:give|send|bring|provide|supply|name) (?:her |him |them )?)?(?:the |"
                r"my |some |any )?(?:(?:names?|numbers?|details|contacts?) of )?(?:(?:two|three|2|3|a couple "
                r"of|professional|my|\w+) ){0,2}?~(references referees reference referee)\b",
                r"(?:contact|contacted|contacting|call|called|calling|rang|ringing|ring|checked|checking|"
                r"took up|spoke to|emailed) (?:both |all )?(?:of )?(?:my|the) (?:\w+ )?~(references "
                r"referees)\b",
                r"(?:for|names? of|numbers? of|number for) (?:two|three|2|3|a couple of|some) (?:people|"
                r"persons|names|\w+) (?:who|that|to) (?:can |could |would |will )?~(vouch speak know)\b",
                r"(?:asked|wants|wanted|need|needs|signed|sign|sent|filled|consent) .{0,25}~(background "
                r"reference criminal security) (?:check|checks|clearance)\b",
            ),
            said=(
                r"(?:need|want|send|give|get|take|bring|ask (?:you )?for|have) (?:me |us )?(?:\w+ "
                r"){0,3}?(?:two|three|your|some|a couple of|names of) (?:\w+ ){0,2}?~(references referees)\b",
                r"(?:two|three|couple of) ~(people names humans persons) .{0,30}(?:call|ring|write|speak|"
                r"vouch)",
                r"(?:send|bring) (?:me |us |in )?(?:a copy of |copies of )?(?:your|the) (?:\w+ )?~(diploma "
                r"degree licence license passport card certificate certificates id documents)\b",
            ),
            mail=(
                r"(?:send|provide|supply|upload|attach|bring) .{0,50}~(references referees referee passport "
                r"certificate certificates licence diploma transcript transcripts)\b",
                r"(?:contact|call|approach|take up|follow up) (?:with )?(?:your|both|the) ~(references "
                r"referees)\b",
                r"~(background dbs reference criminal prohibition safeguarding) (?:check|checks)\b.{0,60}",
            ),
            guards=("untrue", "mine", "hope", "if", "ad", "others", "past", "applied", "test"),
            precision={"told": 0.86, "said": 0.91, "mail": 0.92},
        ),
    ),
    # --- 8 The answer to your message --------------------------------------------------------------
    "reply.prompt": Patterns(
        told=(
            r"(?:repl\w+|answer\w*|respon\w+|got back|came back|back|wrote back|rang|called|call|email\w*|"
            r"heard|contacted|message\w*|offer|told|notified|decision|result|results|feedback|invited|"
            r"rejection|received|got|reached out)\b.{0,18}~(immediately instantly promptly)",
            r"(?:repl\w+|answer\w*|respon\w+|got back|came back|heard|rang|called|call|contacted|offer|told|"
            r"decision|results?|feedback|invited|rejection|email|received|got|scheduled)\b.{0,25}(?:within|"
            r"in|inside|after|same|next|the|by) (?:an?|the|a few|about|like|less than|\d+|{number}|same|"
            r"next)? ?(?:half an? )?~(day hour hours minutes mins morning evening afternoon 24)\b(?! "
            r"(?:interview|call|phone|round|long|test|video|chat|slot|of))",
            r"(?:within|inside|in|after) (?:an?|the|one|two|couple of|few|less than|about|like|half an?|\d+|"
            r"ten|twenty|five|24|five) (?:\w+ )?~(minutes mins min hour hours day hrs)\b(?! (?:interview|"
            r"call|phone|round|long|test|slot|screen|of)).{0,25}(?:repl\w+|answer\w*|respon\w+|got|came|"
            r"back|call\w*|email\w*|heard|contact\w*|offer|told|sent|notified|rejected|invited)\b",
            r"~(same next) (?:day|evening|night|morning|afternoon)",
            r"(?:day|hours?|hour|minutes) ~(later after) ?,? .{0,20}(?:got|received|call|email|heard|told|"
            r"offer|repl|he|she|they|i was|the)",
            r"~(immediately instantly promptly) .{0,30}(?:repl|answer|respon|call|offer|told|email|after|"
            r"schedul|got|contact|and)",
            r"~(replied responded answered emailed) (?:back )?(?:to me )?(?:within|in|before|inside|almost|"
            r"very|quickly|immediately|at|right|the same|by)",
            r"(?:quick|fast|prompt|rapid|speedy|immediate) ~(reply response replies responses turnaround "
            r"feedback answer to with)",
            r"~(responsive)",
            r"(?:very|really|super|pretty|so) (?:quick|fast|prompt) (?:to|with|in|at|about) ~(respond reply "
            r"responding replying responses response answer the get feedback getting)",
            r"(?:sent|emailed|texted|thanked|messaged|mailed|wrote|dropped|note|thank) .{0,60}~(before by "
            r"inside) .{0,40}",
            r"(?:thank\w*|email\w*|messag\w*|wrote|sent|text\w*) .{0,30}(?:at|by) .{0,30}(?:answer\w*|"
            r"repl\w*|back|got) .{0,8}~(at by within before)",
            r"(?:her|his|their|the|a) ~(reply answer) (?:came|arrived|drew|at|next|within|was "
            r"back)\b.{0,30}(?:within|same|minutes|hour|next morning|before|at \d|breakfast)",
            r"(?:repl\w+|answer\w*|wrote|came|sent|back|texted|pinged|responded|rang|called|messaged)\b "
            r"(?:\w+ ){0,4}(?:before|while|by the time|within|inside|almost|straight|same|not (?:even "
            r")?(?:ten|five|twenty)|in|at) (?:i|the|we|my|an|away|back|evening|ten|five|twenty|two|minutes|"
            r"noon|breakfast|\w+)\b ?(?:~(home kettle train bus bed minutes mins hour hours "
            r"evening morning car platform lunch dinner shoes coat door tea boiled desk away))",
            r"(?:sent|emailed|messaged|texted|wrote|thank\w*|mailed|note)\b.{0,50}(?:repl\w+|answer\w*|back|"
            r"got|came|response)\b.{0,30}~(minutes mins hour within later straight evening morning noon)",
            r"came ~(straight right) back",
        ),
        mail=(
            r"(?:thank\w*|coming|come|got) .{0,20}(?:so |very )?~(straight quick quickly promptly right) "
            r"?(?:back|away|reply|one)",
            r"~(straight) back to you",
        ),
        guards=("others", "advice", "slow"),
        precision={"told": 0.55, "mail": 0.62},
    ),
    "reply.warm": Patterns(
        told=(
            r"(?:repl\w+|answer\w*|wrote|back|message|note|email|e-mail|text\w*|sent|messaged|came|it said|"
            r"it read|response|reply|in it).{0,90}~(laughing laugh enjoyed loved lovely hearts kind warm "
            r"personal charming delight funny happy stitches smile pleasure wonderful missed sweet "
            r"thoughtful nicest fun looking misses hoping)\b",
            r"~(enjoyed loved) (?:the|our|your|talking|meeting|my) (?:\w+ ){0,2}(?:chat|natter|talk|"
            r"conversation|slides?|visit|call)",
            r"~(lovely warm kind personal sweet charming thoughtful nice) (?:\w+ ){0,2}(?:reply|email|note|"
            r"message|text|lines|bit|response|letter|words)",
            r"(?:made|making) (?:her|his|my|me|you|the lads|us|your) (?:\w+ )?~(week day laugh smile)",
            r"still ~(laughing talking thinking smiling)",
            r"(?:reply|replied|back|note|email|text|message|answered|wrote|sent|it said|"
            r"pinged)\b.{0,60}[\"'].{0,60}~(miss misses loved enjoyed still pleasure great fun lovely "
            r"legend stayed cracking wonderful hope glad delight gorgeous highlight thrilled)\b",
            r"(?:saying|said|says) (?:how much |that )?(?:she|he|they)(?:'d| had| really)? ~(enjoyed loved)",
            r"(?:can't|cant|couldn't) ~(wait) to",
            r"~(glowing gushing)",
            r"(?:long|whole|three|two) (?:\w+ )?~(paragraphs page kind) (?:back|and|,|saying)",
        ),
        mail=(
            r"(?:thank\w*|thanks).{0,50}~(thoughtful lovely kind generous warm wonderful enjoyable "
            r"inspiring pleasant energy conversation time company spending story)",
            r"~(pleasure lovely great wonderful delight joy fun treat nice good fantastic) (?:to |and "
            r"|that |talking )?(?:meet\w*|see\w*|hav\w*|chat\w*|talk\w*|speak\w*|hear|to have|yarn|"
            r"spend\w*|with)\b",
            r"(?:really |so |very much |thoroughly |genuinely )?~(enjoyed loved) (?:our|meeting|talking|the|"
            r"your|speaking|having|chatting|hearing)",
            r"(?:made|making) (?:me|us|my|our) (?:\w+ )?~(smile laugh week day)",
            r"still ~(talking laughing thinking smiling)\b",
            r"stayed with ~(me us)",
            r"look(?:ing)? forward to .{0,30}~(seeing meeting continuing welcoming hearing talking you "
            r"working having)",
            r"(?:how|very) ~(kind lovely clever thoughtful good) of you",
            r"can't ~(wait)",
            r"~(hug love) from",
            r"~(laughing stitches)",
            r"(?:talking|thinking|argu\w*|smiling|raving) about ~(your you what how)",
            r"already ~(arguing talking)",
            r"thanks are all ~(mine)",
            r"paths ~(cross)",
        ),
        guards=("hope_only", "others", "not_good"),
        precision={"told": 0.65, "mail": 0.72},
        plain=Patterns(
            mail=(
                r"look(?:ing)? forward to (?:\w+ )?(?:~(having) you (?:here|with us|on board|aboard|join|on "
                r"the team|in the team)|~(welcoming) you (?:to the|aboard|on board|here|in person|in the))",
            ),
            guards=("hope_only", "others"),
            precision={"mail": 0.85},
        ),
    ),
    "reply.dry": Patterns(
        told=(
            r"(?:repl\w+|answer\w*|back|got|response|put|text|was|came|received|said|had|in full|said|drew|"
            r"is) .{0,30}[\":] ?.{0,12}~(received noted thanks thank thx cheers ok regards acknowledged "
            r"please got documents dear)\b.{0,60}$",
            r"[\"']~(received noted acknowledged thx)",
            r"(?:one|two|a single|single)[- ]~(line liner lines) (?:reply|answer|response|acknowledge\w*|of|"
            r"email|mail)?",
            r"~(acknowledged noted acknowledgement acknowledgment)\b",
            r"(?:brief|formal|curt|businesslike|short|official|generic|polite|terse|dry) .{0,20}~(reply "
            r"answer response tone email reply greeting nothing)",
            r"(?:reply|tone).{0,20}~(businesslike official brief formal curt cold impersonal)",
            r"(?:got|had|only|just) (?:a |an )?[\"'] ?~(ok thank thanks cheers thx got)",
            r"no ~(greeting)",
            r"with no ~(name) under",
            r"(?:reply|answer|response|back|got|received|replied|came)\b.{0,45}[\"'](?:dear \w+ ?\w*, "
            r")?~(received noted thanks thank thx cheers ok regards acknowledged please documents got dear "
            r"many)\b.{0,45}[\"']",
            r"(?:reply|replied|answered|put|text|wrote|got|back)\b.{0,30}~(ok received noted acknowledged "
            r"recieved) ?(?:thx|thanks|thank|with|\.|$|,)",
            r"(?:two|three|one|four|five|six)[- ]~(word words line lines)\b",
            r"~(template templated canned boilerplate)\b (?:reply|email|response|answer)",
            r"(?:and )?nothing ~(else more)[.,]",
        ),
        mail=(
            r"^(?:dear [\w. ]+,? )?(?:many )?~(thanks thank received noted) (?:you |with thanks |and "
            r"regards )?(?:very much )?(?:for (?:your|the) (?:e-?mail|message|note|mail|letter|"
            r"correspondence|application|interest)[^,]{0,30})?\.?(?: regards.{0,40})?$",
            r"~(acknowledge acknowledged acknowledges) ?(?:receipt)?",
            r"(?:has|have) been ~(passed received noted forwarded transmitted) (?:on )?(?:to)?",
            r"^~(appreciate noted received) ?(?:it)?\.?$",
        ),
        guards=("others",),
        precision={"told": 0.66, "mail": 0.77},
    ),
    "reply.logistics": Patterns(
        told=(
            r"(?:replied|answer\w*|back|reply|responded|followed|sent me|sent over|emailed me) (?:\w+ "
            r"){0,8}(?:with )?(?:the |a |an |two |three |my |his |her |some |all |more )*(?:\w+ "
            r"){0,2}~(form forms link dates rota agenda paperwork packet schedule checklist login booking "
            r"itinerary venue clinic papers briefing instructions)\b",
            r"(?:email\w*|wrote|texted|asked|rang|mailed|messaged|thank\w*|note|sent) .{0,60}(?:got|had|"
            r"sent|came|back|with) .{0,30}~(form forms link dates rota agenda paperwork packet checklist "
            r"login booking venue clinic papers deadline)\b",
            r"(?:sent|emailed|replied|answered) .{0,30}(?:who|whom) to ~(report ask)",
            r"~(form forms link papers) (?:for|and|to|,) .{0,40}(?:name|date|time|person|clinic|deadline|"
            r"booking|fill|next|who|see)",
        ),
        mail=(
            r"(?:please|kindly|could you|can you|would you|will you|you'll need to|make sure|need to|needs "
            r"to) (?:also |then |just |now )?(?:\w+ly )?~(send bring attach upload complete sign confirm "
            r"provide supply reply return share fill book pick forward submit let report log choose click "
            r"keep prepare respond register download find read inform give drop ask come arrive answer)",
            r"~(attached enclosed attaching enclose)",
            r"(?:is|are) ~(attached enclosed)",
            r"(?:^|[.!] )~(pick bring come ask send put sign use reply book confirm) (?:one|your|in|for|me|"
            r"us|it|the|800|the)",
            r"(?:at|from|to|until|by|before) ~(9 10 11 12 1 2 3 4 5 6 7 8 08 09 13 14 15 16 17 noon) "
            r"?(?::\d\d|\.\d\d|am|pm|a\.m|p\.m|o'clock)?.{0,50}(?:office|room|floor|reception|ask|call|"
            r"interview|zoom|teams|on|with|street|in|thursday|monday|friday|tuesday|wednesday)",
            r"(?:does|would|is|can you|could you|are you|which|what) .{0,50}~(monday tuesday wednesday "
            r"thursday friday saturday sunday week am pm date dates time) .{0,30}\?",
            r"(?:you will|you'll|will) (?:receive|be sent|get|find|send|meet) .{0,50}~(link invite "
            r"invitation email form forms details contract options letter test tests dates head today brief)",
            r"(?:here|below|following|this) (?:is|are|link|you|'s)?.{0,20}~(link details agenda address "
            r"schedule documents calendar booking)",
            r"~(monday tuesday wednesday thursday friday saturday sunday) .{0,25}(?:\d{1,2}(?::|\.)\d\d|"
            r"\d{1,2} ?(?:am|pm|noon)|arvo|morning|afternoon)",
            r"(?:propose|meeting|interview|call|appointment|trial|visit|shift) .{0,40}~(january february "
            r"march april may june july august september october november december monday tuesday wednesday "
            r"thursday friday saturday tomorrow)\b",
            r"(?:like|want|love) (?:you )?to .{0,20}~(meet introduce)",
            r"(?:see|meet|seeing|meeting) .{0,30}~(director head team manager)",
        ),
        guards=("others",),
        precision={"told": 0.32, "mail": 0.44},
        plain=Patterns(
            told=(
                r"~(form forms link papers) (?:for|and|to|,) .{0,40}(?:name|date|time|person|clinic|deadline|"
                r"booking|fill|next|who|see)",
                r"(?:replied|answered|wrote back|got back|came back|answer|reply|back came) (?:to me "
                r")?(?:\w+ ){0,4}?(?:with|and sent|and gave|:) (?:me )?(?:the |a |an |two |three |my |some |"
                r"all )*(?:\w+ ){0,2}?~(form forms link dates rota agenda paperwork packet checklist booking "
                r"itinerary venue deadline date)\b",
            ),
            mail=(
                r"(?:please|kindly|could you|can you) (?:also |then |just )?(?:\w+ly )?~(bring complete fill "
                r"sign upload choose pick book return register) (?:\w+ ){0,8}",
                r"(?:you will|you'll) (?:receive|be sent|get) .{0,40}~(link invite invitation email form "
                r"forms details contract letter test)\b",
                r"~(monday tuesday wednesday thursday friday saturday sunday) .{0,20}(?:\d{1,2}(?::|\.)\d\d|"
                r"at \d{1,2}|\d{1,2} ?(?:am|pm|noon))",
                r"(?:forms?|details|agenda|schedule|map|itinerary|documents|brief|contract) (?:is|are) "
                r"~(attached enclosed)\b",
            ),
            guards=("others", "untrue", "past"),
            precision={"told": 0.91, "mail": 0.9},
        ),
    ),
    # --- 9 Money -----------------------------------------------------------------------------------
    "salary.asked": Patterns(
        told=(
            r"(?:{ask}|requested|demanded|disclose|regarding|questions? (?:on|about|regarding|like)|"
            r"gather).{0,60}~(salary salaries ctc wage wages pay paid earn earning earnings package "
            r"compensation rate lpa hourly remuneration hike drawing comp base)\b",
            r"~(salary pay ctc compensation comp wage package money rate remuneration) (?:and \w+ "
            r")?~(expectation expectations requirement requirements indication history expected)",
            r"(?:current|present|expected|expecting|past|previous|last|desired|expect) (?:gross |base |"
            r"fixed |total |hourly )?~(salary pay ctc comp compensation package wage rate base)",
            r"what (?:i'?m|i was|am i|i am|are you|im|is) ~(on earning getting making paid drawing)\b(?! "
            r"(?:about|the (?:phone|call)|for|to))",
            r"what do i ~(earn make get want)",
            r"how much (?:i'm|i am|do i|am i|i|they|you|lakhs|would i|i'd)? ?.{0,15}~(earn make making "
            r"earning pay paid want get drawing lakhs hour expect)",
            r"(?:{ask}|named|said).{0,20}(?:my|what's my|what) ~(number minimum rate wish figure)",
            r"what (?:it'd|it would|would it|would) (?:take|make) .{0,20}~(me moneywise switch stop) "
            r"?.{0,20}(?:moneywise|money|switch|number)?",
            r"what (?:i'd|i would|id|day rate i'd) (?:be )?~(looking wanting after need want) (?:for|be)? "
            r"?.{0,20}(?:money|wage|pay|basic|salary|for a wage)?",
            r"what .{0,15}~(paid) me\b",
            r"what (?:did|does) (?:the|my|they) .{0,25}~(pay) (?:me|you)",
            r"what do you ~(want) (?:a|an|per) (?:day|hour|week|year)",
            r"~(pulling) down",
            r"(?:day|hourly) ~(rate) .{0,12}i",
            r"~(money) .{0,10}(?:{ask}).{0,15}what i want",
        ),
        said=(
            r"(?:what|how much|could you tell|whats|is).{0,50}~(earn earning making salary paid paying ctc "
            r"package compensation basic allowance money) ?.{0,20}(?:\?|$|you|now|there|look|expect)",
            r"~(salary pay compensation package wage c) ?(?:t c )?(?:and )?~(expectation expectations "
            r"requirement requirements expected)",
            r"(?:current|expected|present|your|last|annual) (?:gross )?~(salary ctc pay package "
            r"compensation c rate) ?(?:t c)?\b.{0,30}",
            r"~(expected) (?:ctc|c t c|salary|package|is\b)",
            r"how much is your ~(expected last salary current)",
            r"what (?:are|were|is) (?:you|your|u) .{0,15}~(on looking hoping after expecting chasing number "
            r"expectation expectations thinking)\b(?! (?:a|the|your|at (?:the|our)|to|in|this|that|about "
            r"(?:the|this)))",
            r"what (?:do|would|have) (?:you|they) ~(need got want pay) (?:to make|you on|to earn|a day|an "
            r"hour|per|as a salary|you)",
            r"~(whats what's what) (?:your|is your) (?:basic|number|rate|day rate|figure|hourly|idea for)",
            r"what.{0,6}(?:it )?(?:gonna|going to|will|would) (?:it )?~(take) (?:to get|what|for|money|you)",
            r"~(region ballpark) .{0,20}(?:thinking|looking|hoping)",
            r"(?:still )?(?:around|on) the (?:\w+[- ]?){1,2} ~(mark)\b",
            r"you(?:'re| are) on .{0,20}~(m4 m5 m band grade £)",
            r"~(payslip payslips)",
            r"~(day) rate .{0,20}(?:you|chasing)",
        ),
        guards=("mine", "hope", "others", "ad", "advice", "not"),
        precision={"told": 0.71, "said": 0.61, "mail": 0.77},
    ),
    "salary.discussed": Patterns(
        told=(
            r"(?:discuss\w*|talk\w*|told|explain\w*|describ\w*|went (?:over|through)|gave|mentioned|offered|"
            r"quoted|negotiat\w*|said|says|confirmed|came up|outlined|spoke|regarding|shared|about|details? "
            r"of).{0,40}~(salary pay compensation package benefits ctc wage wages bonus equity pension rate "
            r"perks comp stipend commission remuneration relocation)\b(?! (?:for (?:ourselves|yourself|"
            r"myself|themselves|it|them|your)|attention|off|back|respect))",
            r"~(salary pay wage wages rate base compensation package equity money bonus benefits band range "
            r"basic comp) (?:is|was|were|would be|came|range|starts|of|were set|being|discussion|"
            r"discussions|negotiation|negotiations|details|part|confirmed|:|grade|bands?|package|offer)",
            r"~(£ $ € ₹) ?\d[\d.,]*k?",
            r"\b\d[\d.,]* ?~(k lpa lakh lakhs usd quid bucks pounds pound dollars eur euros euro grand "
            r"thousand)\b(?! times) ?(?:an hour|a year|a day|a week|per|basic|plus|for|base|on|and|,|\.|$|"
            r"all|total)?",
            r"\b(?:\d[\d.,]*|{number}|hundred and \w+) (?:quid |pounds? |dollars? |bucks )?(?:an|a|per|the) "
            r"~(hour day week month year lease annum) ?(?:to start|plus|self|on the books|cash|and|,|\.|$|"
            r"before|for|of)",
            r"~(equity options rsus 401k 403 pension super tips tronc commission ote bonus) (?:came|were|"
            r"match|is|was|and|,|on|of|plus|minimum|comes|per|discretionary|scheme|which|no|ote|\d)",
            r"~(percent) (?:of|after|equity|bonus|on|base|match)",
            r"\d ?% (?:~(bonus equity pension target match after))",
            r"~(grade) \d",
            r"~(spine) points?",
            r"(?:time and a|one and) ~(half)",
            r"(?:\d+|{number}) ?days? (?:of )?~(leave holiday)",
            r"days' ~(leave)",
            r"base ~(of range)",
            r"sign(?:ing)?-?on? ~(bonus)",
            r"~(relocation) (?:lump|package|bonus)",
            r"~(health) (?:from|plan|insurance)",
            r"(?:plus|and) ~(tips super benefits accommodation)",
            r"car ~(allowance)",
            r"~(fuel) card",
            r"private ~(medical)",
            r"family ~(health)",
            r"~(wage wages pay salary rate money) (?:is|are|was|were|would be|'s|at|of) (?:about |around |"
            r"only |a |the |just )?(?:£|\$|€|\d|{number})",
            r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]?(?:one|two|three|four|five|"
            r"six|seven|eight|nine)? ~(thousand grand k plus an a base basic) ?(?:plus|hour|year|day|week|"
            r"base|study|basic|and)?",
            r"(?:~(paid pays) (?:by the|monthly|weekly|hourly|per|cash|overtime|the minimum|above|more|less|"
            r"him|well|double|\d|£|\$|a|on))",
        ),
        said=(
            r"~(£ $ € ₹) ?\d[\d.,]*k?",
            r"(?:it's|pays?|base|around|starts? at|up to|from|on|salary|at|is|about|between|rate's|get) "
            r"(?!(?:\w+[- ]){0,3}(?:half|quarter)\b)(?:\w+[- ]){1,4}(?:an|a|per) ~(hour year annum)\b(?! "
            r"(?:ago|in|and a half|or))",
            r"(?:the |our )?~(salary package range band pay comp base wage rate basic grade award) (?:is|"
            r"for|on|would|starts|range|goes|this|what|plus|scale|was|rate|\w+ is|and)\b",
            r"~(benefits pension bonus equity superannuation tronc commission overtime differential 401 "
            r"dental allowance hmo stipend weighting)\b",
            r"~(medical accommodation draw profit) (?:is|share|cover|plan|and|for|from|scheme)",
            r"(?:salary|pay|base|starts?|on|at|basic|around|about|is|it's|between|to|package|band) (?:\w+[- "
            r"]){0,4}~(grand thousand k lakhs lpa quid bucks)\b(?! (?:times|people|customers|of|and one))",
            r"~(percent cent) (?:on top|bonus|equity|match|super|of your|off|night|target|for the)",
            r"(?:time and a|and a) ~(half) (?:bank|on|for|over)",
            r"\b(?:twelve|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty\w*|thirty\w*) "
            r"~(eighty fifty sixty ten twenty-five seventy-five twenty thirty forty seventy) (?:on|an|to "
            r"start|per|and then|which)",
            r"(?:days|weeks)'? ~(holiday leave holidays vacation)",
            r"~(holiday holidays) (?:pay|allowance|entitlement|days|plus|and (?:pension|sick))",
            r"(?:paid|annual|weeks?'?|days?'?|bank) ~(holiday holidays)\b",
            r"~(fifty) split",
            r"study ~(leave)",
        ),
        mail=(
            r"(?:salary|offer\w*|base|package|pay\w*|bonus|budget|rate|equity|sign-on|relocation) "
            r".{0,40}~(k thousand eur aed usd gbp percent ten £ $ €)",
            r"~(usd eur gbp aed inr php aud nzd cad) ?\d",
            r"\d[\d.,]* ?~(k eur usd an per euros) ?(?:hour|year|annum|month|gross)?",
        ),
        guards=("not", "hope", "others", "ad", "advice", "elsewhere", "if", "asks_pay"),
        precision={"told": 0.66, "said": 0.41, "mail": 0.58},
    ),
    # --- 10 People and place -----------------------------------------------------------------------
    "intro.staff": Patterns(
        told=(
            r"(?:introduc\w+|made known|presented|named) (?:me |us )?(?:to|round|around) .{0,40}~(team "
            r"staff everyone everybody gang girls guys nurses crew colleagues members engineers brigade "
            r"developers company rest whole lads)\b",
            r"(?:meet|met|meeting|say hi to|say hello to|shook hands with|shake hands with|hello to|met "
            r"with) (?:with )?(?:the |all |some |of |both |literally |most |a few |few |several |my |many |"
            r"two |three |four |other |potential |entire |rest of |whole |more |various )*~(team staff "
            r"everyone everybody others gang girls guys nurses crew colleagues coworkers co-workers "
            r"employees members engineers pickers intern folks teammates ones lads drivers people)",
            r"(?:lunch|dinner|coffee|drinks|meal|breakfast) .{0,25}(?:with|and) .{0,30}~(team members "
            r"employees engineers group staff gang folks people brigade teammates engineer colleagues "
            r"member employee)",
            r"~(family) meal",
            r"(?:called|brought|fetched|shouted|came) .{0,30}(?:over|in|out|through|round|to be) "
            r".{0,30}~(introduced introduce meet hear told who hello)",
            r"(?:told|telling) .{0,30}~(who) (?:i was|was who)",
            r"who was ~(who)",
            r"(?:took|brought|walked|marched|pulled|stopped) .{0,40}to ~(meet)",
            r"i?(?:'d| was| got)? ?(?:met|introduced|meet|said hi|said hello|say hi|say hello|saying hello|"
            r"chat|chatted|coffee|lunch|shook hands|sat|sit) (?:\w+ ){0,4}(?:to|with|the|both|all|up with|"
            r"half|rest of)?(?: \w+){0,3} ~(team crew staff girls lads guys gang nurses drivers colleagues "
            r"bunch mob brigade helpdesk floor office ladies students techs devs engineers reception "
            r"receptionist receptionists assistants trainees apprentices cooks porters)\b",
            r"(?:took|brought|walked|marched|led|called|dragged|pulled|whistled) (?:me|them|her|him|over|"
            r"the|\w+) .{0,40}~(meet hello hi introduced introduce names name)",
            r"(?:in(?:to)? the|at the) (?:\w+ )?(?:mess|staff|break|tea|canteen|kitchen) ?(?:room)? "
            r".{0,40}~(met meet introduced name names everyone)",
        ),
        said=(
            r"(?:^|[.,!? ])this (?:here )?is \w+(?: \w+)?,? ?~(our my she he who the she's he's shes hes "
            r"she'll in from is fran does also) ?.{0,60}",
            r"\b~(meet) (?:\w+|our|my|the|everyone|everybody)\b.{0,40}(?:,|who|our|she|he|runs|does|team)",
            r"(?:come|let me|want you to|i'll|like you to|you can|so that you can|and) (?:and |to "
            r")?~(meet introduce say) (?!that|what|it|no|yes|you know)(?:hi|hello|\w+)",
            r"this is \w+,? .{0,30}~(interview job about desk role position candidate post come)",
            r"everybody,? ~(this)",
            r"\w+,? ~(this) is \w+\.",
        ),
        mail=(
            r"~(meet introduce) (?:the )?(?:\w+ ){0,2}(?:team|crew|staff|colleagues|everyone|others|people)",
            r"lunch with the ~(team)",
        ),
        guards=("not", "hope", "if", "ad", "others", "elsewhere", "advice", "intro_role"),
        precision={"told": 0.45, "said": 0.28, "mail": 0.55},
    ),
    "intro.tour": Patterns(
        told=(
            r"~(tour tours toured) ?(?:of|around|the|me|and|was|given|through|about|us|[.,]|$)",
            r"(?:show(?:ed|n|s|ing)?|walk(?:ed|s|ing)?|took|taken|take|takes|drove|ran|runs|run|led|marched|"
            r"guided|drive|drag\w+) (?:me |us )?(?:the |around|round|through|thru|about|over|past|up|down|"
            r"upstairs|downstairs|out|whole|in|to see|all|across|everything|past|and )+.{0,35}~(office "
            r"offices building place floor floors facility site kitchen yard school shop store plant lab "
            r"labs ward warehouse whole campus room rooms space stockroom house unit workshop studio "
            r"factory depot kennels gym pool premises grounds back campus round hall garden clinic towers "
            r"everything area company facilities data center centre theatre)",
            r"(?:show(?:ed|n|s)?|walk(?:ed)?|took|taken|drive) (?:me|us) ~(round around about)",
            r"~(showed showing shown show) (?:me|us)? ?(?:the|off the|where) (?!door|code|solution|question|"
            r"diagram|slide|problem|resume|same|same|lack|result|exit)\w+",
            r"(?:was|were|got|get) ~(shown walked) (?:a)?(?:round|the|through|about)",
            r"(?:look|nose|squiz|wander|walk|nosey) (?:a)?~(round around about at) (?:the|at)",
            r"i ~(saw) the .{0,40}(?:,|and)",
            r"(?:we|then) ~(did) the .{0,40}(?:,|and) the",
            r"(?:saw|seen|see|did|viewed|visited) (?:\w+ ){0,3}~(kitchen workshop lab labs ward warehouse "
            r"yard studio floor stockroom office offices canteen classrooms gym pool garage plant) (?:and|,|"
            r"too|which|as well|from)",
            r"(?:ran|run|had|took|walked|drove|showed|shown|take|led|whizzed|marched|walks|runs|takes|"
            r"shows) (?:me|us) (?:all )?~(round around through down up over past about the)\b(?! (?:the "
            r")?(?:question|code|problem|solution|steps|process|role|job|benefits|numbers|cv|resume|offer|"
            r"form|rabbit|hr))",
        ),
        said=(
            r"(?:show|walk|take|run|drag|taking|showing|took|shown) (?:you|her|him|you all) .{0,20}~(round "
            r"around about through the over floor down place estate quick long)",
            r"this is (?:the|our|where|what|hot|finance|seasonal) .{0,60}(?:that's|there|and|over|kitchen|"
            r"lounge|through) ?.{0,30}~(the is we that's there through)",
            r"that's the .{0,40}(?:and|,) ?(?:that's|then|those|the|this) .{0,40}~(the room there desk one "
            r"ovens that's it)",
            r"(?:here is|here's|over here's|this heres|through (?:here|there|the doors)) ~(the is there "
            r"that's)",
            r"~(tour) of",
            r"quick ~(tour walk look)",
            r"have a ~(look squiz nosey nose) (?:round|around|at)?",
            r"mind ~(your) (?:head|step)",
            r"~(come) (?:with me|through|over|around|have|along|,) .{0,40}(?:show|see|lab|round|walk|squiz|"
            r"this way|here)",
            r"(?:you can|will|let me|we|i'll) (?:~(see show) (?:you )?the) (?:house|flat|hall|ward|lab|site|"
            r"office|space|kitchen|building|assembly)",
        ),
        guards=("not", "hope", "if", "ad", "others", "elsewhere", "advice"),
        precision={"told": 0.65, "said": 0.44, "mail": 0.51},
    ),
    "intro.management": Patterns(
        told=(
            r"(?:introduc\w+|present\w*|say hello|say hi|shake|shook|shaken|meet|make me known|to be "
            r"introduced|say g'day|size me up|look at me)\b.{0,50}~(director owner ceo cto coo cfo md vp "
            r"boss chairman president founder gaffer dean superintendent)\b",
            r"(?:called|fetched|dragged|brought|get|grabbed|pulled|rang|waved|roared|collared|"
            r"texted)\b.{0,30}~(director owner ceo cto coo cfo md vp boss chairman president founder gaffer "
            r"manager partner head chair) .{0,40}(?:over|in|out|down|meet|hello|hi|me)\b",
            r"~(director manager owner ceo cto coo cfo md vp partner boss chairman chair president "
            r"executive head founder matron gaffer) .{0,60}(?:dragged|called|fetched|popped|stuck|happened|"
            r"passing|dropp\w+|came down|roared|looked in|brought|made to|whistled|stairs|shouted|in for|to "
            r"hop on|introduced) ?.{0,60}(?:meet|hello|hi|hand|introduc\w+|me|see)",
            r"(?:wasn't|weren't|hadn't been|not) (?:on|in) (?:the|my) ~(plan schedule sheet agenda letter "
            r"list)",
            r"~(director manager owner ceo cto coo cfo md vp partner boss chairman chair president founder "
            r"head principal editor captain) .{0,80}(?:shake my hand|shook my hand|meet me|size me up|look "
            r"at me|have a look|who i was|say hello|say hi|g'day|introduced|introduce|met me|known to)\b",
            r"(?:meet|met|introduced|introduce|present|presented|hello|hi|say hi|shake|shook) "
            r".{0,60}~(director manager owner ceo cto coo cfo md vp partner boss chairman chair president "
            r"founder head principal editor) .{0,60}(?:plan|planned|schedule|sheet|letter|agenda|passing|"
            r"happened|chance|unplanned|by accident|in for|just|corridor|lift|stairs|elevator)\b",
        ),
        said=(
            r"this is .{0,40}(?:our|my|the|he's|she's|who's|who is) .{0,20}~(director manager owner ceo cto "
            r"md partner boss chairman president executive head founder finance dad practice sir)",
            r"~(meet) (?:our|the) (?:\w+ )?(?:ceo|cto|director|owner|founder|md|head|boss|chief)",
            r"(?:he's|she's|is) (?:our|the) .{0,14}~(head director manager owner president md cto ceo "
            r"partner) .{0,40}(?:this is|meet|says|she|he|and)",
        ),
        guards=("not", "hope", "if", "ad", "others", "elsewhere", "advice"),
        precision={"told": 0.7, "said": 0.58},
    ),
    # --- Warmth ------------------------------------------------------------------------------------
    "warmth": Patterns(
        told=(
            r"(?:interviewers?|{person}|employees|experience|atmosphere|environment|vibe|interview|call|"
            r"process|conversation|guy|dude|engineers|rep|tone|panelists?|faculty|they'?re|were|was|and|is|"
            r"are|very|all|so|seemed|super)\b.{0,40}~(friendly nice kind polite welcoming warm relaxed "
            r"pleasant helpful easygoing supportive engaging engaged personable courteous approachable "
            r"gracious cordial lovely sweet chatty bubbly charming conversational casual patient "
            r"comfortable cool awesome amazing fun funny enthusiastic respectful encouraging attentive "
            r"informal easy-going laid-back amiable humble cheerful caring jovial delightful down-to-earth "
            r"accommodating understanding receptive sound hoot ripper)\b",
            r"~(friendly welcoming personable courteous approachable easygoing chatty bubbly amicable "
            r"cordial easy-going laid-back)",
            r"~(friendly welcoming pleasant relaxed nice warm polite comfortable) (?:interviewers?|people|"
            r"person|guy|conversation|chat|atmosphere|environment|experience|talk|interview|folks|man|lady|"
            r"staff|welcome|discussion)",
            r"~(easy great good nice pleasant pleasure) (?:people )?to (?:talk|chat|speak|deal|get along) "
            r"(?:to|with)",
            r"(?:made|make|makes|making|put|puts|kept|felt|feel|feeling) (?:me |us |you |everyone |the "
            r"candidate )?(?:feel )?(?:{very} )*(?:at ~(ease home)|~(comfortable relaxed welcome welcomed "
            r"calm))",
            r"~(laughed laughing laugh laughs giggling giggle joked joking jokes cracking banter nattering "
            r"natter gabbed gossip gossiping yarn howled hug hugged chuckled smiling smiled smiley smile "
            r"chatted bonded)\b",
            r"(?:like|felt like|more like|just|was) (?:a |an |having a |more of a )?(?:\w+ )?~(conversation "
            r"chat discussion friends mates pals auntie) ?(?:with|between|than|rather|about|more|at|,|\.|$|"
            r"comparing|over)?",
            r"(?:conversation|it|chat|talk) ~(flowed flows)",
            r"(?:had|have|having) (?:a )?(?:{very} )*~(great good nice pleasant lovely fun wonderful) "
            r"(?:conversation|chat|talk|discussion|laugh|time)",
            r"~(lovely sweet nice kind good friendly) (?:man|woman|bloke|lady|guy|people|chap|girl|company|"
            r"person|fella|lad|folks|group|bunch|crowd|crew)",
            r"~(kettle tea coffee) .{0,30}(?:on|made|before|flask|went cold)",
            r"made me a ~(tea coffee brew cuppa)",
            r"~(genuinely truly really) (?:interested|curious|listen\w*|cared|wanted)",
            r"(?:a )?real ~(gem gentleman pleasure)",
            r"(?:was|been) ~(professional) and",
            r"(?:easy|good|great) ~(company craic laugh fun)",
            r"~(craic natter chinwag yarned)",
            r"(?:asked|asking|questions) (?:after|about|how) my ~(kids mum mam family dog weekend journey "
            r"children boy daughter son garden)",
            r"what a ~(lovely nice dear sweet) (?:man|woman|bloke|lady|person|chap)",
            r"(?:a|such a|some|dear|right|proper|absolute|real) ~(character sweetheart gem darling hoot "
            r"legend laugh gentleman delight)\b",
            r"all ~(smiles)",
            r"~(giggling giggled nattered chatted laughed joked)\b",
            r"talked (?:about )?.{0,20}~(football rugby dogs kids holidays gardens weather music)",
            r"(?:we|us both|both) (?:\w+ ){0,3}~(laughed laughing giggled chatting chatted bonded joked)",
        ),
        said=(
            r"oh my ~(god gosh goodness)",
            r"~(congrats congratulations)\b",
            r"say ~(hi hello) to",
            r"that's ~(hilarious funny)",
            r"i'm ~(crying dying)",
            r"(?:take|no) (?:your ~(time)|~(rush))\b",
            r"don't ~(worry) about",
            r"(?:how was|did you find) ~(your the) (?:journey|trip|drive|weekend|place|way)",
            r"(?:make|get) yourself ~(comfortable)",
            r"(?:my|mine|me|our) (?:husband|wife|kid|kids|daughter|son|mum|mom|dad|dog|cat|brother|sister|"
            r"cousin|mother|father|teacher|wife's)\b.{0,60}~(too says same used is was did has him her me)",
            r"(?:mine's|mine is|ours is) (?:exactly )?the ~(same)",
            r"i'm exactly the ~(same)",
            r"(?:it's|been|was) (?:been |such )?(?:a |so )?~(lovely treat pleasure fun great delightful) "
            r"(?:to (?:talk|meet|chat)|talking|meeting|chatting)",
            r"i ~(love) your",
            r"it's so ~(pretty cute)",
            r"(?:you )?look ~(remarkably great lovely well)",
        ),
        guards=("not_good", "hope", "if", "others", "ad", "office", "advice", "nothing_warm"),
        precision={"told": 0.6, "said": 0.52},
    ),
    # --- Contrary ----------------------------------------------------------------------------------
    "contrary.distant": Patterns(
        told=(
            r"~(rude arrogant dismissive condescending uninterested disinterested unfriendly hostile "
            r"aggressive distracted impatient annoyed abrupt intimidating robotic unresponsive disengaged "
            r"smug grumpy inattentive indifferent unenthusiastic unpleasant sarcastic curt monotone cocky "
            r"pompous belittling)\b",
            r"(?:was|were|is|are|seemed|very|interviewer|he|she|really|so|sounded|and|atmosphere:?|felt|a "
            r"bit|bit) (?:\w+ )?~(cold bored mean stiff boring blunt nasty harsh stern unprepared) ?(?:and|"
            r",|\.|$|with|to|about|during|when|in)",
            r"(?:was|were|showed|turned|arrived|came|called|rang|dialed|joined|dialled|up|minutes|mins|be|"
            r"been|ran|hour|started|is|also|half an hour) (?:\w+ ){0,3}~(late) ?(?:to|for|by|and|on|,|\.|$|"
            r"with|without|because|call|eating)",
            r"(?:mins?|minutes|hours?|half an hour) ~(late)",
            r"~(late) (?:for|to) (?:the|my|our)",
            r"(?:wait|waited|waiting|sat|stood|kept me) .{0,20}(?:for )?.{0,15}~(minutes mins hour hours)\b",
            r"(?:{number}|\d+|half an hour|ages) (?:minutes?|mins|hours?)?.{0,8}~(after before late) "
            r".{0,30}(?:slot|time|turned|meant|bothered|supposed|our|showed)",
            r"(?:on|checking|checked|looking at|looked at|playing with|staring at|scrolling|answered|"
            r"answering|texting on|typing on) (?:his|her|their|another) (?:\w+ )?~(phone phones laptop "
            r"laptops mobile watch clock emails)\b(?! (?:screen|interview|call|with|number))",
            r"(?:checking|checked|looking at|looked at|staring at|kept looking at) the ~(clock time window "
            r"door wall)",
            r"(?:took|taking|answered|answers|had) (?:a|two|another|his|her|it|several)? ?(?:phone "
            r")?~(calls call phone) (?:while|in the|in front|during|about|mid)",
            r"could (?:see|hear) (?:him|her|them) .{0,15}~(typing phone eating scrolling talking on)",
            r"(?:did ?n't|did not|didnt|never|not|wasn't|was not|no|without|hardly|barely|wasnt|weren't|"
            r"were not|don't|doesn't|seem to|nor|didnae|neither) (?:even |once |really |seem |to |seem to |"
            r"at all |very |much |interested in |so much as |actually |bother |bothered |been )*~(listen "
            r"listening look looking smile interested care cared prepared engaged shake introduce interest "
            r"paying pay eye interaction acknowledge apologise apologize apology sorry responsive friendly "
            r"pick follow bother bothered welcoming interactive enthusiastic nice helpful respond)\b(?! "
            r"(?:forward|up (?:by|my|the)|like|good|great|easy))",
            r"~(yawned yawning yawn sighing sighed dozed asleep eating chewing scrolling muted frowned "
            r"frowning smirk* interrupted interrupting eye-roll rolled)\b",
            r"~(interrupt* cutting cut) (?:me|in)\b",
            r"(?:half|fell) ~(asleep)",
            r"(?:camera|video) ~(off)",
            r"~(distracted preoccupied rushed hurry)\b",
            r"~(stared staring stare) (?:out|at)",
            r"(?:no|zero|little|without any|not much|showed no) ~(interest enthusiasm interaction empathy "
            r"smile engagement respect expression emotion courtesy)\b",
            r"(?:flat|bored|cold|dead|attitude|stone|poker) ~(voice faced face tone attitude)",
            r"bad ~(attitude mood)",
            r"~(attitude)\b.{0,20}(?:problem|bad|poor|was|of)",
            r"not ~(listening)",
            r"(?:reading|read) .{0,25}~(off screen script something else)",
            r"(?:seemed|looked|sounded|appeared|felt) (?:like )?(?:\w+ ){0,4}~(bored annoyed tired "
            r"uninterested distracted somewhere waste forced else elsewhere asleep mad confused rushed "
            r"upset angry woke busy off cold unhappy)",
            r"~(waste wasted) of (?:my|their|our|his) time",
            r"wasted ~(my) time",
        ),
        said=(
            r"~(sorry) .{0,30}(?:reading|typing|reply|message|pinged|late|slack|customer|dragged|waiting|"
            r"missed|on a call|running|took this|keep you)",
            r"~(say) (?:that |the last |it )?(?:again|bit)",
            r"(?:missed|was just|i was) ~(all reading seeing on looking) (?:that|something|the|if)",
            r"(?:i have to|i've got to|gotta|need to|just|i'm just|let me) ~(take reply replying answer "
            r"drop grab) (?:this|to|it|one|a)\b",
            r"(?:go on|carry on|keep going|go ahead) .{0,20}~(i i'm just while sorry pretend)",
            r"~(only) just opened",
            r"(?:not|haven't|didn't) ~(read looked look get) (?:it|your|a chance|at)",
            r"(?:you're|you were) ~(telling) me what",
        ),
        guards=("others_soft", "advice", "harsh_not", "own_delay", "ended"),
        precision={"told": 0.56, "said": 0.59},
    ),
    "contrary.concern": Patterns(
        told=(
            r"~(overqualified over-qualified underqualified)\b",
            r"(?:i'm|i was|was|am|me|i am|i'd be|a bit|bit|perhaps|little|very|me as) (?:too )?~(senior "
            r"junior expensive old young inexperienced pricey)\b (?!engineer|dev|partner|manager|analyst|"
            r"people|guy|one|gave|clerk|school|and|level|associate|test|staff)",
            r"(?:that|because|said|as|told|since|thought|felt|feedback|worried|mentioned|had) i (?:\w+ "
            r"){0,2}(?:don't|didn't|did not|do not|lack\w*|haven't|never|hadn't|'ve not|have no|had no|not) "
            r"(?:\w+ ){0,4}~(experience skills skill background fit depth qualification knowledge licence "
            r"degree exposure ticket expertise enough managed done shipped)\b",
            r"(?:i've|i have|i'd|i hold|me) (?:not got|no|never|not) (?:\w+ ){0,3}~(experience enough "
            r"licence ticket background managed run touched degree)\b",
            r"(?:not|n't|lack\w*|insufficient) (?:have |of )?(?:enough |the |relevant |right |sufficient |"
            r"any )+(?:\w+ )?~(experience skills background skillset expertise qualifications)\b",
            r"(?:he|she|they|director|manager|boss|one|panel|client|who|him|her|owner|chair|'s|was|were|"
            r"partner|lead)\b (?:\w+ ){0,3}~(worried worries concerned doubts unsure unconvinced sceptical "
            r"skeptical bothered hesitant) (?:about|that|i|because|if|whether)",
            r"~(bothers) (?:him|her|them)",
            r"had (?:one|a|some|his|her) ~(worry worries doubt doubts concern concerns reservations)",
            r"~(frank) that",
            r"(?:the|one|a|only|main|voiced|raised|expressed|had) (?:\w+ )?~(concern concerns reservations "
            r"doubt) (?:was|is|about|that|over|with|regarding|:)",
            r"^[-*• ]*~(doubt doubts con concern) (?:-|:)",
            r"(?:feedback|reason|felt|thought|mentioned|pointed|commented|cited|because|told me|"
            r"said)\b.{0,40}(?:i|my)\b.{0,30}~(lacked lacking lack weak thin struggled insufficient poor "
            r"missing gap shaky improve bugs wrong)\b",
            r"(?:i|me|i'd|i was|i'm|was|i wasn't|wasn't) (?:\w+ ){0,2}(?:not|n't) (?:be |been |quite |a |"
            r"the |really |an |exactly |good |right |best |perfect |ideal |strong )*~(fit match suitable) "
            r"(?:for|enough|to|with|at|in|,|\.)",
            r"~(mismatch)",
            r"(?:bit|little|perhaps|maybe|rather|very) (?:too )?~(junior senior slight rich safe thin light "
            r"green old pricey qualified weak slow)\b",
            r"(?:they|he|she|client|really) (?:really )?(?:need\w*|want\w*|after|looking for|wanting) "
            r"(?:~(someone somebody) |(?:people|a (?:person|candidate)) )~(who with more that has can "
            r"could is had already)\b",
            r"(?:sticking ~(point)|~(north) of what|out of (?:work|practice) too ~(long)|(?:get|be) "
            r"~(bored)|(?:i'd|would) ~(leave stay))",
            r"(?:~(need needs want wants wanted after) (?:someone|somebody|a person|people) (?:who|with|"
            r"that))",
            r"(?:my|i|me) .{0,30}~(problem issue stumbling sticking) (?:for|point|with|block)",
            r"~(not) (?:\w+ ){0,2}(?:senior|technical|experienced|convincing|qualified|commercial|strong|"
            r"deep|polished|fluent|hands-on) enough",
            r"at my ~(age)",
            r"at my ~(time) of life",
            r"~(burnt burned) by",
            r"(?:not sure|unsure|doubts?|wonders?|wondered|sceptical|questioned) .{0,15}(?:if|whether|that|"
            r"about) (?:i|my|me)\b.{0,30}~(stay last cope enough handle manage commit bored fit settle hack "
            r"be)",
            r"i(?:'m| was| am) (?:\w+ )?~(missing short light weak thin lacking) (?:on|in|of|the|some)\b",
            r"(?:said|told|that) i ~(lack lacked)",
            r"(?:no|any|lack of|little|without|enough) (?:\w+ ){0,2}~(experience) .{0,40}(?:he|she|they) "
            r"(?:said|says|goes|worried)",
            r"my ~(gap gaps)",
        ),
        said=(
            r"(?:my|one|that's my|the|only|a|little|bit of a|that would be my|main|i have a) (?:only |main |"
            r"one |big |slight )*~(worry concern hesitation reservation doubt gap question-mark pause)\b",
            r"~(worry worries worried concern concerned hesitation hesitant afraid nervous) (?:is|about|"
            r"with|that|me|to|you|for)",
            r"you(?:'ve| have|ve)?(?:'ve)? (?:not|never|no|don't have|haven't|have no|got no|only) "
            r".{0,30}~(experience done been had worked run used got managed anywhere properly exposure "
            r"custodial)",
            r"i don't ~(see) (?:any|much|that|a|metal|it)",
            r"(?:don't|didn't|not) (?:have|see) .{0,20}~(experience depth background exposure)",
            r"~(gives) me pause",
            r"(?:one|the|that's a|a|biggest) ~(gap)",
            r"too ~(much senior junior expensive experienced) ?.{0,20}",
            r"(?:that's|it's|bit) (?:also )?(?:a )?(?:bit|little) (?:~(junior senior light thin much steep "
            r"different stiff))",
            r"~(overqualified)",
            r"(?:we|i) (?:really )?(?:need|were hoping|was hoping|'d expect\w*|would have liked|'d have "
            r"liked|'d have expected|want) .{0,30}~(somebody someone who more see fully some get) .{0,40}",
            r"(?:pretty|very) ~(different) (?:animal|thing|world)",
            r"how do i ~(know)",
            r"needs? ~(more) (?:depth|work|practice|experience)",
            r"(?:it's|that's) ~(average)",
            r"(?:weren't|wasn't|not|less) (?:so |entirely |quite |completely )*~(sure convinced certain) "
            r"(?:about|you|if|whether|that)",
            r"~(question) mark",
            r"~(lacked lacking)\b",
        ),
        mail=(
            r"(?:felt|thought|found|concern\w*|noted|feedback) .{0,40}(?:you|your) .{0,50}~(lacked need "
            r"bored lost stiff thin weak less limited could depth more not below)",
            r"(?:more|stronger|closer|direct|greater|deeper) ~(experience match fit background alignment "
            r"depth)",
            r"too ~(experienced senior junior)",
            r"~(overqualified)",
        ),
        guards=("others_soft", "advice", "hope_only", "mine_q"),
        precision={"told": 0.63, "said": 0.5, "mail": 0.56},
    ),
    "contrary.short": Patterns(
        told=(
            r"(?:ended|finished|cut|wrapped|hung up|stopped|over|done|concluded|left) .{0,15}~(early short "
            r"abruptly suddenly soon prematurely)\b",
            r"(?:stopped|shut|gave up|pulled|hung up|finished|done) .{0,20}~(after before) (?:\w+ )?(?:the|"
            r"my|three|two|one|{number}|only|that)",
            r"~(cut) (?:it |me |the \w+ |things |us |my \w+ )?(?:short|off)",
            r"~(pulled) the plug",
            r"(?:only|barely|just|like|literally|all of) (?:lasted |took |about |like |maybe )*(?:{number}|"
            r"\d+) ?~(minutes mins minute min) (?:tops|and|of|then|long|into|if|in|,|\.|$|was|though|\?)",
            r"(?:{number}|\d+) ?(?:minutes|mins|minute) .{0,40}(?:of a|out of|into the|of the|instead of|"
            r"planned|meant|supposed|booked|slot|promised|blocked|hour|told me) ?.{0,20}~(hour half forty "
            r"forty-five thirty slot minutes sixty mins blocked planned be 20 30 45 60)",
            r"(?:that was|thats|that's) (?:me|it|us) ~(done finished over)",
            r"interview ~(over) (?:and|\.|$|,)",
            r"(?:with )?.{0,20}~(left) (?:on the schedule|of the slot|over|still left)",
            r"(?:another|got a|has a|next) (?:call|meeting|appointment) .{0,10}~(click cut gone bye)",
            r"(?:enough) ~(na)",
            r"~(ended) (?:the|there|it|right)",
            r"(?:left|dropped off|rang off|walked out|stood up|got up|logged off|gone|hung up|closed (?:his|"
            r"her|the)|shut (?:his|her|the)) .{0,40}~(halfway early after minutes middle questions "
            r"mid-sentence three two)",
            r"(?:he|she|they|had to|'d) (?:have to |had to )?(?:take another|another|got another|had "
            r"another|next) ~(call meeting) .{0,25}(?:so|and that|click|cut|was that|done|over)",
            r"that(?:'s| was|ll| will) (?:it|all|do|enough),? ?(?:~(thanks love off then interview))",
            r"(?:after|done|finished|through|out|over) (?:in|by|within|after) (?:barely |only |under |just |"
            r"less than |about )?(?:{number}|\d+) ?~(minutes mins questions)",
            r"(?:half|most|rest|never got to) (?:of )?(?:the|my|their) (?:\w+ )?~(questions list) "
            r"(?:unasked|left|never|not)",
            r"~(wrapped wrap) (?:it |things )?up (?:early|after|in|before)",
            r"(?:much|way|far) ~(shorter quicker) than",
            r"(?:minutes|hour|mins|half) (?:of (?:it|the slot|my slot) )?(?:still )?~(left spare)",
        ),
        said=(
            r"(?:i|we|i'll|i've|we'll|i'm) ?(?:'m |have |just |gotta |got to |have to |need to |going to "
            r"have to |'ve got to |really |actually )+~(stop run drop crack jump leave)\b(?! the| you| a| "
            r"in| and)",
            r"(?:we'll|we) ~(cut) (?:it |na|here|this)",
            r"~(chuck) you out",
            r"(?:only been|barely had|not even) ~(ten halfway five half fifteen)",
            r"(?:i've|i have|ive) (?:got |had )?what i ~(need needed)",
            r"you've got your .{0,20} ~(back)",
            r"(?:won't|not going to|didn't|can't) ~(get) (?:to|through) (?:them|the rest|all)",
            r"had (?:another|a couple|a few) .{0,20}~(questions more)",
        ),
        guards=("others_soft", "advice", "hope"),
        precision={"told": 0.54, "said": 0.57},
    ),
    "contrary.brush_off": Patterns(
        told=(
            r"(?:'ll|'d| will| would|ll| shall| might| may|d|should|promised to) (?:just |then |all |"
            r"probably )?(?:be in ~(touch contact)|get ~(back)|~(revert)|circle ~(back)|let (?:me|you|us|u) "
            r"~(know)|give (?:me|you|us|u) a ~(bell shout call ring))(?! .{0,30}(?:by|on|within|in (?:a|one|"
            r"two|\d)|next week|after|monday|tuesday|wednesday|thursday|friday|tomorrow|days))",
            r"(?:said|told|says|promised|mentioned|response|was told|claimed).{0,40}(?:~(touch back "
            r"contact))(?:if|soon|later|once|at some|with me|to me|but|and|\.|$|,|later)",
            r"~(leave) it with (?:us|me)",
            r"~(due) course",
            r"at some ~(point)",
            r"one way or ~(another the)",
            r"~(either) way, no",
            r"(?:let|letting) (?:me|you|u|us) ~(know)[\"',. ]*(?:$|but|nothing|thats|and that|interview "
            r"over|maybe)",
            r"(?:other|more|few more|others|number of|many|lot of) (?:\w+ ){0,2}~(candidates people persons "
            r"applicants lads lassies folk individuals) (?:still )?(?:to (?:see|come|get|interview|ring|"
            r"consider|look)|in the pool|in the pipeline|they)",
            r"(?:have|having|had) (?:a )?~(think) (?:about)? ?(?:and|$|\.)",
            r"~(keep kept keeping retain) (?:me|my|your|you|us) ?.{0,20}(?:on file|on hold|in mind|on "
            r"record|for future|in the pipeline|resume)",
            r"no ~(date promises timeline) ?(?:given|on|either|yet|[.,]|$)",
            r"(?:we'll|he'll|she'll|they'll) ~(see) (?:how|what|who|if)?",
            r"~(someone somebody hr they she he) (?:\w+ )?(?:might|may|would|will|could) (?:be in "
            r"(?:contact|touch)|ring|call|give you a (?:bell|shout|call)|maybe)",
            r"(?:have|had|having) (?:a )?~(think)",
            r"~(others candidates pool pipeline) (?:\w+ ){0,3}(?:still )?(?:to (?:see|meet|come|interview|"
            r"look|ring)|to be seen)",
            r"no ~(date day timeline timescale idea promises) (?:given|mentioned|on|as to|when|for when|"
            r"named|set)",
            r"(?:might|may|maybe|probably) (?:ring|call|message|text|email|be in touch|hear)~(maybe)",
            r"(?:wouldn't|couldn't|can't) (?:say|tell|commit) (?:me )?~(when more)",
            r"~(hear heard) (?:back )?(?:in due course|one way or|either way, no|when (?:they|we) know|if "
            r"(?:i'm|it's|there's))",
            r"~(drawer file) (?:she|he|they|for)",
            r"on ~(file)",
            r"our ~(number)",
            r"don't ~(call) us",
        ),
        said=(
            r"(?:we|they|hr|someone|somebody|i|she|he|you|people)(?:'ll| will| would|ll| shall| might|"
            r"'d) (?:just |then |definitely |all )*(?:be in ~(touch contact)|be ~(on) to you|~(get) "
            r"back to you|let you ~(know)|~(revert)\b|circle ~(back)|~(hear) (?:from (?:us|them|hr)|"
            r"in|when|if|one|soon)|~(follow) up|give you a ~(shout holler call bell)|have a ~(think "
            r"look))(?! .{0,30}(?:by|on|within|before|tomorrow|next week|end of|monday|tuesday|"
            r"wednesday|thursday|friday|in (?:the next|a couple|two|a day)))",
            r"~(leave) it with (?:us|me)",
            r"~(due) course",
            r"at some ~(point)",
            r"one way or ~(another the)",
            r"(?:hear|know) when you ~(hear)",
            r"get ~(back) to you if",
            r"(?:other|more|few|some|still|others|many|lot of|number of|lots of|bunch|good few) (?:\w+ "
            r"){0,3}~(candidates people persons applicants lads profiles interviews folk pool individuals "
            r"ladies pile line) ?.{0,25}(?:to (?:see|come|get|interview|ring|consider|go|meet)|in the|pool|"
            r"still|in pipeline|pipeline|for this|also)",
            r"(?:still|continuing) (?:\w+ ){0,3}~(seeing meeting interviewing)",
            r"~(keep) (?:your|you|an eye) .{0,20}(?:on file|in mind|portal|record|cv|details)",
            r"~(have) a think",
            r"~(stew) on",
            r"(?:can't|cannot|couldn't) (?:tell you|say) ~(much when if more)",
            r"you will come to ~(know)",
            r"(?:hr|they|talent|office) (?:will|would) (?:~(tell let handle deal))",
            r"we'll ~(see)",
            r"~(welcome) to (?:apply|re-?apply)",
            r"(?:stay|keep) in (?:our|your|touch|my) ~(orbit mind)",
            r"~(line lines) open",
            r"i don't know what i ~(think)",
            r"(?:we'll|i'll|we will|we|i'd) (?:just )?(?:have to )?(?:~(see figure) (?:how|what|if|who|"
            r"something|where))",
            r"(?:one or two|couple|few|some|several|more|number of|lots of|other) (?:\w+ ){0,3}~(people "
            r"candidates others persons interviews) (?:\w+ ){0,2}(?:to (?:see|look|talk|get|meet)|we want|i "
            r"want)",
            r"(?:pop|keep|put|have) your (?:details|cv|number|name) ~(in on)",
            r"(?:we|i) ~(have) your (?:number|details)",
            r"if (?:something|anything|a place) ~(comes changes)",
            r"~(someone somebody) (?:will|might|may|'ll|from \w+) (?:\w+ ){0,3}(?:be in touch|be in contact|"
            r"call|ring|get back|reach out|give you)(?! .{0,30}(?:by|on|within|tomorrow|next week|monday|"
            r"tuesday|wednesday|thursday|friday))",
            r"~(no) promises",
        ),
        mail=(
            r"~(future) (?:opening|opportunit|role|position|vacanc)",
            r"(?:will|shall) be ~(contacted notified informed) (?:in due|if|when|once|should)",
            r"(?:will|shall) be in ~(touch) (?:in due|if|when|once|should)",
            r"~(circle) back",
            r"(?:will|shall|we'll|i'll) (?:~(update keep revert advise)) ?(?:you)?",
        ),
        guards=("others_soft", "advice", "hope_only"),
        precision={"told": 0.69, "said": 0.5, "mail": 0.63},
    ),
    "contrary.silence": Patterns(
        told=(
            r"~(never) (?:\w+ ){0,2}(?:heard|hear|received|replied|responded|answered|got back|get back|"
            r"followed up|emailed|came back|contacted)\b(?! (?:of|about|that))",
            r"~(never) (?:called|rang|phoned) (?:me|back|us)?|(?:i|and|but) ~(never) got (?:a|an|any|my|"
            r"back|anything|feedback|the)\b(?! (?:chance|to))",
            r"(?:did ?n't|did not|didnt|haven't|have not|hasn't|has not|havent|hadn't|not|no one|nobody|"
            r"hasnt|wouldn't|would not|don't) (?:even |ever |have |had |yet |been )*~(hear heard reply "
            r"replied respond responded answered answer back called call get gotten received receive "
            r"contact contacted bother bothered return) ?(?:me |anything |back |a |any |from |to |my |yet|$|"
            r"\.|,)",
            r"~(ghosted ghosting ghost crickets)\b",
            r"(?:radio|total|complete|utter|pure|just|then) ~(silence silent)",
            r"~(unanswered)",
            r"no ~(response reply answer feedback answers replies word contact news communication follow "
            r"callback acknowledgement) ?(?:from|to|for|yet|back|at|after|was|in|since|whatsoever|until|"
            r"till|,|\.|$|and|on|since|of|despite|even|i)",
            r"~(nothing) (?:back|since|came|from|till|yet|happened|heard)",
            r"not a ~(word peep squeak thing)\b(?! (?:on|about|of))",
            r"~(dicky) bird",
            r"~(squeak) since",
            r"blue ~(ticks)",
            r"~(left) (?:me )?(?:on read|hanging)",
            r"on ~(read)",
            r"\bi?(?:'d| had| have|'ve)? ?(?:already |then |even )?(?:follow\w* up|emailed|called|rang|rung|"
            r"chas\w+|wrote|texted|contacted|ring|phoned|e-mailed|emailing|calling)\b (?:\w+ ){0,4}~(times "
            r"twice several multiple repeatedly)\b",
            r"(?:follow\w* up|email\w*|call\w*|ring|chas\w+) (?:\w+ )?again and ~(again)",
            r"(?:had to|i) (?:\w+ )?~(chase chased chasing nag)",
            r"(?:several|multiple|many|{number}|\d+|a few) ~(emails voicemails calls messages mails "
            r"follow-ups follow-up phone) .{0,40}(?:no|never|without|before|unanswered|nothing|nobody|to "
            r"get|until|later|ignored|just|since)",
            r"~(disappeared vanished ignored)",
            r"dropped off the ~(face)",
            r"(?:weeks?|months?|days?) .{0,30}(?:no|nothing|without|silence|not heard|haven't|still) "
            r".{0,20}~(response reply heard hear waiting back silence word contact anything)",
            r"(?:took|had to|only) .{0,30}~(walked emails calls messages email chase chasing follow) "
            r".{0,40}(?:to get|before|until|to find|again and)",
        ),
        mail=(
            r"(?:apolog\w+|sorry|embarrassed|excus\w+|forgive) .{0,80}~(silence delay long weeks wait times "
            r"chase nudge slow reply replying months late)",
            r"~(silence)",
            r"(?:you )?(?:have )?(?:written|wrote|write|chased|emailed) .{0,20}(?:us|to us|me)? ?~(three "
            r"four twice several two) ?(?:times)?",
            r"right to ~(nudge chase)",
        ),
        guards=("others_soft", "advice", "hope_only"),
        precision={"told": 0.57, "mail": 0.59},
    ),
    # --- Outcomes ----------------------------------------------------------------------------------
    "outcome.offer": Patterns(
        told=(
            r"(?:received|got|get|given|extended|made|gave|was|accepted|accept|accepting|have|had|verbal|"
            r"an?|the|official|formal|sent|email\w*|with|extend|called|getting|full-time|job|internship|"
            r"written|before|final|initial|decline\w*|rejected|reject|turned down|signed|their|with|my|no|"
            r"return) (?:me )?(?:with )?(?:an? |the |my |their |verbal |official |formal |written |job |"
            r"good |full time |full-time |great |internship |final |her |his |an |such |that )*~(offer "
            r"offers)\b(?! (?:in hand|me a (?:drink|coffee|tea|water)))",
            r"~(offered) (?:me |it |us |with |to me |a |an |the |both )*(?:me|the|a|an|job|position|role|"
            r"post|internship|it|contract|full|place|another)\b(?! (?:tea|coffee|water|drink|choice|chance|"
            r"interview|second|phone))",
            r"\bi(?:'m| was| got| am|'d been) ~(hired)",
            r"~(hired) (?:me|on the spot|immediately)",
            r"(?:i )?~(got) the (?:job|offer|position|internship|role)",
            r"(?:got it ~(got) it)",
            r"(?:job|spot|it)(?:'s| is) (?:~(yours mine))",
            r"(?:job|position) is ~(for) you",
            r"~(welcome) to the team",
            r"~(accepted) (?:the |it|their|my |and |offer|immediately|a )",
            r"~(offer) (?:letter|was|came|is|within|after|in|the|and|,|\.|on|from|call|for|accepted|made|"
            r"package|a|next|that|same)",
            r"(?:we|i) shook ~(on) it",
            r"(?:want|like) to ~(have hire) me",
            r"(?:want|like) me to ~(have join)",
            r"(?:to|would like to) ~(hire) me",
            r"~(selected) for the (?:position|role|job|internship)",
            r"(?:paper|an) ~(offer)",
            r"(?:the|an?) ~(contract offer) (?:\w+ )?(?:to sign|in (?:my|the) (?:inbox|post|hand)|came|"
            r"arrived|landed|is|from)",
            r"(?:i'm|i am|im) ~(in)[!.]",
            r"~(start) on (?:monday|the \d|tuesday|wednesday)",
            r"(?:it's|its|job's|jobs|place is|position's) ~(mine yours)",
            r"said (?:i've|i have|ive|i'd) ~(got) (?:it|the job)",
            r"(?:they|she|he) ~(want wants) me[.!,]",
            r"rang .{0,30}~(offered offer offering)",
            r"~(said) yes (?:on the spot|there and then|straight)",
        ),
        said=(
            r"(?:we'd|we would|i'd|i would|happy|pleased|delighted|like|want|love|able|hereby|going) (?:to |"
            r"be |like to |love to |you to |for you to )*(?:~(offer) you|~(join) (?:us|our|\w+ as)|make you "
            r"an ~(offer)|have you ~(join))",
            r"(?:job|it|spot|post|role)(?:'s| is) ~(yours)",
            r"(?:do you) ~(want) (?:it|the job)\?",
            r"~(welcome) (?:to the team|aboard|on board)",
        ),
        mail=(
            r"~(hereby) offer",
            r"~(offer) (?:letter|of employment|you the|you a|is attached|is as follows|document|attached)",
            r"(?:revised|formal|attached) .{0,20}~(letter offer contract) (?:is|attached|for)",
            r"pleased to ~(offer confirm) (?:you|your)",
            r"(?:start|join|position|post|role|job) .{0,30}~(yours)",
            r"(?:your|the) ~(contract) (?:is|for|attached)",
        ),
        guards=("not_offer", "hope", "if", "others_soft", "advice"),
        precision={"told": 0.56, "said": 0.3, "mail": 0.5},
        plain=Patterns(
            told=(
                r"~(offered) me (?:the|a|an|their|this|that) (?:(?!phone|second|next|first|different|other|"
                r"choice|chance|lift)[\w-]+ ){0,4}?(?:job|position|role|post|contract|internship|"
                r"apprenticeship|traineeship|gig)\b(?! (?:interview|description|spec))",
                r"~(offered) (?:it to me|me it|me (?:a|the) place)\b",
                r"(?:i|and|then|later|finally|^) (?:was|got|have been|'ve been|had been) (?:\w+ly |then |"
                r"just |also )?~(offered) (?:the|a|an|this|that|my) (?:(?!phone|second|next|first|different|"
                r"other|choice|chance|lift)[\w-]+ ){0,3}?(?:job|position|role|post|contract|internship|"
                r"apprenticeship|traineeship|gig)\b(?! (?:interview|description|spec))",
                r"i(?:'ve| have)? (?:just )?(?:was|got|been) ~(offered) (?:it|the (?:job|position|role|"
                r"post))",
                r"~(offering) me (?:the|a|an) (?:[\w-]+ ){0,3}?(?:job|position|role|post|contract|internship|"
                r"place)\b",
                r"(?:call|called|rang|phoned|emailed|mailed|wrote|written|texted|want|wants|wanted|decided|"
                r"like|happy|pleased|delighted) (?:[\w ]{1,25} )?to ~(offer) me (?:the|a|an) (?:[\w-]+ "
                r"){0,3}?(?:job|position|role|post|contract|internship|place)\b",
                r"i (?:just |then |finally |also |have |'ve |did )*(?:received|got|accepted|signed|have|had) "
                r"(?:an|the|their|my|a) (?:(?!counter|good|better|pending|competing|other)[\w-]+ "
                r"){0,3}?~(offer)\b(?! (?:from another|from a|that was|in hand|elsewhere|somewhere|numbers|"
                r"for an? (?:\w+ )?interview|to interview|deadline))",
                r"(?:^|and |then |later,? |days? |weeks? |[,.>-] ?)(?:received|got|accepted|signed) (?:an|"
                r"the|their|my|a)? ?(?:(?:verbal|official|formal|written|job|full[- ]time|internship|final|"
                r"return) )?~(offer)\b(?! (?:from another|from a|that was|in hand|elsewhere|somewhere|"
                r"numbers|for an? (?:\w+ )?interview|to interview|deadline))",
                r"(?:they|she|he|company|recruiter|hr|manager|boss|director|owner|agency|hospital|school|"
                r"head|and|then) (?:\w+ )?(?:made|gave|extended|sent|emailed) (?:me )(?:an|the|a|their) "
                r"(?:(?:verbal|official|formal|written|job|firm|good|great|full[- ]time) )?~(offer)\b",
                r"\bi(?:'ve|'d| have| had)? ~(got) the (?:job|offer|position|internship|role|post|gig|"
                r"part)\b",
                r"\bi(?:'m| am| was| got|'ve been| have been) ~(hired)\b(?! (?:by|at|as|when|in))",
                r"(?:they|she|he) (?:\w+ )?~(hired) me\b(?! (?:by|before|when|in))",
                r"(?:job|spot|position|post|role|place|contract)(?:'s| is) ~(mine)\b",
                r"(?:^|\W)~(offer) letter (?:has )?(?:\w+ )?(?:came|arrived|landed|is here|in my|in the post|"
                r"is signed|received)",
                r"i(?:'ve| have)? (?:\w+ly |just )?~(accepted) (?:the|their|his|her|this) (?:\w+ )?(?:offer|"
                r"job|position|role|post)\b",
                r"(?:there is|there's|it's|i have|i've got|i hold|here is|here's) (?:an|my|the) (?:\w+ "
                r")?~(offer) (?:letter )?(?:in (?:my|writing|the)|on the table|from them|today|this|in "
                r"black)",
                r"~(contract offer) (?:is |has been |was )?(?:signed|in my (?:inbox|hand|hands))",
            ),
            said=(
                r"(?:'d like|would like|'d love|would love|happy|pleased|delighted|glad|thrilled|want|going|"
                r"decided|hereby|formally) (?:to )?(?:formally |be able to )?~(offer) you (?:the|a|this|our) "
                r"(?:(?!chance|opportunity|second|next|first|phone|tour|lift)[\w-]+ ){0,5}?(?:job|position|"
                r"role|post|contract|place|internship|apprenticeship|spot)\b",
                r"(?:we'd|we would|i'd|i would) (?:very much |really )?(?:love|like) (?:for )?you to ~(join) "
                r"(?:us|our team|the team)\b(?! (?:for|on|at|by|in|over))",
                r"(?:job|spot|post|role|position|place)(?:'s| is) ~(yours)\b",
                r"you(?:'ve| have) ~(got) the (?:job|role|position|post|place)\b",
                r"you(?:'re| are) ~(hired)\b",
            ),
            mail=(
                r"(?:'d like|would like|'d love|would love|happy|pleased|delighted|glad|thrilled|excited|"
                r"pleasure|hereby|formally|decided|able) (?:to )?(?:hereby |formally |now |confirm that we "
                r"(?:would like to )?)?~(offer) you (?:the|a|an|this|our|your) (?:(?!chance|opportunity|"
                r"second|next|first|phone|tour|slot|interview|call|choice|time|date)[\w-]+ ){0,5}?(?:job|"
                r"position|role|post|contract|place|internship|apprenticeship|employment|traineeship)\b",
                r"~(hereby) offer you",
                r"~(offer) of employment (?:is |as |with |from )",
                r"(?:pleased|delighted|happy|glad) to (?:make|extend|send) (?:you )?(?:an|our|this|the|your) "
                r"(?:\w+ ){0,2}~(offer)\b",
                r"your (?:written |formal |signed )?~(contract offer) (?:letter )?(?:is|has been|follows|"
                r"and) (?:\w+ )?(?:attached|enclosed)",
                r"(?:attached|enclosed|find) (?:is |are |you will find |please find )?(?:\w+ )?your (?:\w+ "
                r")?~(contract offer)\b",
            ),
            guards=(
                "untrue",
                "maybe",
                "fears",
                "guess",
                "will",
                "past",
                "people",
                "others",
                "advice",
                "ad",
                "test",
            ),
            precision={"told": 0.95, "said": 0.8, "mail": 0.83},
        ),
    ),
    "outcome.rejected": Patterns(
        told=(
            r"~(rejected rejection reject rejecting)\b(?! (?:the|their|it|my|this) offer)",
            r"(?:didn't|did not|didnt|wasn't|was not|not|never|don't|n't|wouldn't|won't|no longer|am not|"
            r"will not|would not) (?:\w+ ){0,4}~(selected offered hired offer chosen proceed proceeding "
            r"progressing progress continue extended make shortlisted successful forward considered advance "
            r"pursue)\b",
            r"(?:no|without an) ~(offer) ?(?:was|$|\.|,|after|but|extended)?",
            r"~(unfortunately) .{0,60}(?:not|n't|no|another|other|never|reject\w*)\b",
            r"~(declined) (?:me|my|after|for|to move)",
            r"turned ~(down) (?:me|by|for|after)",
            r"turned me ~(down)",
            r"(?:said|it's|was|got|is|a|so it's|be|me) (?:a )?~(no) (?:from|$|\.|,|for|after|without|with|"
            r"but|thanks)",
            r"(?:went|gone|going|go|decided|moved) (?:\w+ )?(?:~(another) way|with (?:~(someone somebody "
            r"another other))|~(another) (?:candidate|direction)|~(different) direction)",
            r"~(appointed chose hired selected picked) (?:another|someone|somebody|other|a different|an "
            r"internal|the other)",
            r"position (?:was|had been|has been|is) (?:already )?~(filled closed cancelled frozen)",
            r"(?:already|been) ~(filled)",
            r"~(better) (?:fit|candidate|match)",
            r"~(thanks thank) (?:you )?but no",
            r"out of the ~(running)",
            r"not gonna ~(happen)",
            r"(?:they|he|she) ~(passed) (?:on me)?(?:\.|$| on me)",
            r"~(sorry) (?:mate|but)",
            r"~(unsuccessful)",
            r"(?:it's|its|it was|was|so|got) (?:a )?(?:\w+ )?~(no) ?(?:from|[.,!]|$|then|she|he|sadly)",
            r"thanks ~(but) no",
            r"not (?:the|being|been|going) ~(taken progressed forward further ahead right)",
            r"~(appointed) (?:another|someone|somebody|an internal)",
            r"(?:gone|went|going) (?:with|for|to) (?:\w+ )?~(someone somebody another other internal else)",
            r"(?:i )?~(didn didnt) ?'?t (?:get|make) (?:it|the job|the cut|through)",
            r"~(unsuccessful)\b",
            r"on this ~(occasion)",
            r"(?:they|he|she|panel) (?:won't|wouldn't|will not|would not|are not|aren't) (?:be )?~(taking "
            r"progressing offering moving going continuing) (?:me|it|forward|further|ahead|with)",
        ),
        said=(
            r"(?:going to|decided to|gone|go|going|went) (?:\w+ ){0,2}(?:with|~(another)) ?~(someone "
            r"somebody another other a) ?(?:younger|else|way|candidate|direction)",
            r"~(unfortunately sadly regret) .{0,60}(?:not|unable|another|no|won't|other|unsuccessful|"
            r"decided)",
            r"(?:we|i) (?:won't|will not|are not|aren't|'re not|have decided not to|can't|cannot) (?:be "
            r")?~(moving progressing taking continuing proceeding offering offer going progress move "
            r"proceed continue go able)",
        ),
        mail=(
            r"~(regrettably unsuccessful)\b",
            r"(?:not|unable|won't|n't) (?:be |to |going to |been |able to |to be |currently )*(?:~(selected "
            r"proceed proceeding progressing successful continuing shortlisted progress pursue chosen)\b|"
            r"~(move moving taking take) (?:you |your \w+ |it )?(?:forward|ahead|further|on)|~(offer) you|"
            r"~(continue) with)",
            r"(?:appoint\w*|select\w*|chosen|chose|offered|hired|gone with|went (?:with|to)|move forward "
            r"with|proceed with|pursue) .{0,25}~(another other someone somebody candidates candidate else "
            r"her him more)",
            r"~(longer) (?:under consideration|being considered|in consideration)",
            r"it's a ~(no)",
            r"(?:position|role|vacancy|post) (?:has been|is|was) (?:now )?~(filled closed cancelled "
            r"withdrawn)",
            r"(?:closely|better|more) ~(aligned match matched matches suited aligns)",
            r"~(other another) (?:candidate|candidates|applicant|applicants) .{0,30}(?:who|whose|better|"
            r"more|with|today)",
            r"wish you .{0,30}~(success luck best) .{0,30}(?:search|future|endeavou?rs|career)",
        ),
        guards=("others_soft", "advice", "hope_only", "fear"),
        precision={"told": 0.56, "said": 0.29, "mail": 0.62},
        plain=Patterns(
            told=(
                r"\bi(?:'ve|'d| have| had)? (?:\w+ly |just |then |also |still )?(?:was|got|been|am|were|get|"
                r"'m) (?:\w+ly |just |then |also )?~(rejected refused declined)\b(?! (?:at|from all))",
                r"(?:^|and |then |later |but |[,.-] ?)(?:got |was |been )?(?:\w+ly )?~(rejected)\b(?! (?:the|"
                r"their|it|my|this|an|one|for the first|his|her|all|some|by \d))",
                r"\bi(?:'ve|'d| have| had)? (?:\w+ly |just |then )?(?:was|got|been|am) turned ~(down)\b",
                r"(?:they|she|he|company|firm|hr|manager|boss|recruiter|agency|school|panel|team)(?:'ve|'d|"
                r"'s)? (?:have |has |had |then |just |\w+ly )?(?:rejected|turned|declined|refused) ~(me) "
                r"?(?:down)?",
                r"(?:they|she|he|company|firm|panel|board|team)(?:'ve|'re|'s)? (?:have |has |are )?pass(?:ed|"
                r"ing) on ~(me)\b",
                r"(?:received|got|sent|had|came|has|have|getting|with|given) (?:me )?(?:back )?(?:a|an|the|"
                r"my|their)? ?(?:(?!no\b|any\b)[\w-]+ ){0,3}?~(rejection refusal) ?(?:letter|e?-?mail|mail|"
                r"note|message|call|notice|phone call|text)?",
                r"(?:the |a |my |^)~(rejection) (?:letter|e?-?mail|mail|note|message|call) (?:\w+ )?(?:came|"
                r"arrived|landed|said|says|was waiting|is here|popped)",
                r"(?:decided|chosen|chose|opted|going|gone|went|go|goes|moving|moved|move|proceeding|proceed|"
                r"pursue|pursuing|pursued|continue|continuing) (?:to (?:go|move|proceed|continue|pursue|hire|"
                r"offer) )?(?:forward |ahead |on )?(?:with |for )?(?:the |an? )?(?:(?:more|better|much|"
                r"stronger|different|experienced|qualified|internal|external|local|suitable) ){0,3}~(other "
                r"another candidate candidates applicant applicants internal)\b(?: candidates?| applicants?| "
                r"person| hire)?(?! ?(?:round|interview|opportunit|offer|position|test|manager|team|question|"
                r"country|place|compan|meeting|part))",
                r"(?:hired|appointed|picked|selected|chose|chosen|preferred) (?:an? |the )?(?:(?:more|better|"
                r"stronger|different|experienced|qualified) ){0,3}~(another other internal external) "
                r"(?:candidates?|applicants?|person|hire|people)\b",
                r"(?:hired|appointed|picked|selected|chose|chosen|taken|took|found|(?:given|gave|giving|went|"
                r"gone|going|offered) (?:the job |it |the role |the position )?(?:to )?|(?:go|going|gone|"
                r"went|decided|proceed|proceeding|move|moving) (?:forward |ahead )?with) ?~(someone "
                r"somebody) (?:else|internal|inside|with more|from inside|more experienced|stronger)\b",
                r"(?:didn't|did not|didnt|haven't|wasn't able to|not) (?:make|made|get|got|gone|go) (?:it "
                r")?(?:through |past )?(?:to|through|past|into) the ~(next second final last first shortlist "
                r"third)\b",
                r"(?:went|gone|going|go) (?:for |with |to )?(?:some(?:one|body)|another \w+|other) ~(else "
                r"instead direction way candidate candidates)",
                r"(?:go|going|went|gone|move|moving) in (?:a|another) (?:different )?~(direction)",
                r"\bi (?:unfortunately |sadly |eventually |ultimately |still |just )?(?:didn't|did not|didnt|"
                r"haven't|have not|hadn't) ~(get got land make receive) (?:the|an|this|that|any) "
                r"(?:[\w-]+ )?(?:job|position|role|offer|post|internship|cut|gig|place)\b",
                r"\bi(?:'m| am| was| have|'ve)? ?(?:not|wasn't|was not|haven't|have not|hadn't) (?:been |"
                r"\w+ly )?~(selected hired chosen offered successful shortlisted accepted picked appointed "
                r"taken) ?(?:for|on|to|the|in|as|a|this|by|\.|,|;|!|and|but|$)",
                r"(?:they|he|she|company|team|hr|firm|panel|recruiter|board|managers?) (?:\w+ "
                r"){0,2}?(?:decided|chose|chosen|opted|elected) (?:that )?(?:they would )?not (?:to )?~(move "
                r"go proceed continue hire offer progress take make extend pursue)\b",
                r"(?:they|he|she|we|it|company|team|hr|panel|i) (?:\w+ ){0,2}?(?:won't|wouldn't|will not|"
                r"would not|are not|aren't|were not|weren't|was not|wasn't|is not|isn't|'re not|not) (?:be |"
                r"going to |able to )?~(moving move progressing progress proceeding proceed continuing "
                r"continue taking take going pursuing) (?:me |my \w+ |it |him |her )?(?:forward|further|"
                r"ahead|on with my|with me|with my|to the next|to make me)",
                r"(?:application|i was|i am|i'm|i've been|was|been|been told i was|me i was) (?:\w+ly "
                r")?~(unsuccessful)\b",
                r"(?:position|role|job|post|vacancy|place|spot|headcount) (?:was|had been|has been|is|'s "
                r"been|went|got) (?:already |now |just )?~(filled cancelled given to gone frozen) "
                r"?(?:some(?:one|body)|another|an internal|the other|\.|,|!|and|by|internally|$)",
                r"~(unfortunately sadly) .{0,40}(?:rejected|not selected|not move|not moving|not proceed|"
                r"another candidate|other candidates|not successful|no offer|not get the|not offered|not to "
                r"(?:move|go|proceed|hire|offer|take)|filled|not be (?:moving|taking|proceeding|going|"
                r"offered)|didn't get (?:the|it|an)|declined)",
                r"(?:regret|regretted|sorry) to (?:inform|tell|say) ~(me you us)\b",
                r"no ~(longer) (?:under consideration|being considered|in the running)",
                r"(?:out of the ~(running)|not ~(gonna going) to happen)",
                r"not (?:successful|selected|been selected|been successful|taken forward|taking me|be taking "
                r"me) .{0,20}~(occasion time post role job position)",
                r"(?:said|it's|its|it was|was|got|is) (?:a )?(?:\w+ )?~(no) from (?:them|him|her|hr|the)\b",
                r"~(turned) me down\b",
                r"(?:never|not|didn't|did not|wasn't|was not) (?:be |been |extend\w* |offered |receive |get |"
                r"given |make me |made )(?:an |the )?~(offer)\b",
            ),
            said=(
                r"~(unfortunately sadly regret) .{0,30}(?:not (?:be|move|mov|tak|going|proceed|select|the "
                r"right candidate|offer)|won't be|unable to|decided (?:to go|not|on)|another candidate|other "
                r"candidates|someone else|somebody else|unsuccessful)",
                r"(?:we|i)(?:'re| are| will|'ll|'ve| have)? ?(?:not|won't|aren't|decided not) (?:going to |"
                r"to |be )*(?:~(moving progressing continuing proceeding) (?:you |your application |forward |"
                r"ahead |further )?(?:forward|ahead|further|on|with)|taking you (?:any )?~(further forward "
                r"on)|~(offering) you (?:the|this|a) (?:job|role|position|post|place))",
                r"(?:decided|chosen|going|gone|go) (?:to go |to move |to proceed )?(?:ahead |forward )?with "
                r"(?:another|a different|an internal|some(?:one|body)) ~(candidate else applicant person)",
            ),
            mail=(
                r"~(unfortunately sadly regrettably) .{0,60}(?:not (?:be|move|mov|tak|going|proceed|select|"
                r"been|to|shortlist|progress|success|able to offer|in a position)|won't be|unable to "
                r"(?:offer|move|progress|proceed|take)|decided|another candidate|other candidates|other "
                r"applicants|someone else|somebody else|unsuccessful|filled|appointed|withdrawn|closed)",
                r"(?:unfortunately|sadly|regret),? (?:to (?:say|inform|tell) you that )?(?:that )?(?:you|"
                r"your application|we|it) (?:\w+ ){0,3}(?:not|unable|n't|unsuccessful)\b.{0,30}~(selected "
                r"successful time occasion offer forward further shortlisted chosen role position you)",
                r"~(regret) to (?:inform|tell|say|advise|let you)",
                r"(?:will not|won't|are not|aren't|not|unable to|cannot|can't) (?:now |currently |be |able "
                r"to |going to |to |been )*(?:~(moving move progressing progress taking take proceeding "
                r"proceed continuing continue going) (?:you |your \w+ |it |further )?(?:forward|ahead|"
                r"further|any|with your (?:application|candidacy)|to the next)|~(offer offering) you (?:the|"
                r"a|this|our) (?:\w+ ){0,4}?(?:job|position|role|post|place|contract|internship))",
                r"(?:not|n't) (?:been |be |currently )*~(selected successful shortlisted chosen) ?(?:for|on|"
                r"in|to|this|at|with|\.|,|$)",
                r"(?:decided|chosen|opted|chose|going|gone|went|offered|appointed|selected|hired|move|moving|"
                r"proceed|proceeding|preferred) (?:to (?:go|move|proceed|appoint|offer|continue|hire|pursue) "
                r")?(?:the (?:job|position|role|post) )?(?:forward |ahead )?(?:with |to |it to )?(?:the |an? "
                r")?(?:(?!the|of|from|you)[\w-]+ ){0,2}~(other another else internal) ?(?:candidates?|"
                r"applicants?|direction|person|\.|,|$|for|who|whose|and|but|this)",
                r"(?:application|you) (?:has|have|was|were|is|are) (?:\w+ )?(?:been )?~(unsuccessful)\b",
                r"~(longer) (?:under consideration|being considered|in consideration|moving)",
                r"(?:position|role|vacancy|post) (?:has been|is|was|has) (?:now |already |since )?(?:been "
                r")?~(filled withdrawn cancelled)\b",
                r"wish you .{0,30}~(success luck best well) .{0,30}(?:search|future|endeavou?rs|career|"
                r"applications)",
                r"~(other another) (?:candidate|candidates|applicant|applicants) (?:who|whose) "
                r".{0,40}(?:closely|better|more|stronger|match)",
                r"(?:more|better|closely|closer) ~(closely suited match matched matches aligned aligns) "
                r".{0,30}(?:other|another) (?:candidate|applicant)s?",
            ),
            guards=("maybe", "guess", "past", "others_soft", "advice", "undecided", "fear", "fears"),
            precision={"told": 0.93, "said": 0.8, "mail": 0.91},
        ),
    ),
    # --- Gut ---------------------------------------------------------------------------------------
    "gut.good": Patterns(
        told=(
            r"(?:interview|interviews|it|everything|round|rounds|call|screen|which|this|onsite|process|all|"
            r"talk|that|test|loop|day|phone|part|one|conversation|coding|things|they|first|second|section|"
            r"both) (?:all |also |itself |overall |actually |really |with \w+ |test |round |interview |part "
            r")*~(went) (?:\w+ ){0,3}(?:well|great|good|smooth\w*|fine|ok|okay|amazing|fantastic|better|"
            r"awesome|swimmingly|perfect\w*|excellent\w*|like a dream|superb\w*|decent\w*)",
            r"~(went) (?:{very} )*(?:well|great|smoothly|good|awesome)\b",
            r"(?:i|i've|we) (?:\w+ )?(?:~(nailed crushed aced smashed slayed rocked killed cracked))",
            r"~(nailed smashed aced crushed) it",
            r"~(nailed smashed aced)",
            r"(?:i felt|felt|feel|feeling|came out|left|walked out|came away|drove home) (?:\w+ "
            r"){0,4}~(confident pleased chuffed stoked buzzing positive whistling singing happy optimistic "
            r"great good content)\b(?! (?:vibe|impression|company))",
            r"(?:i'm|im|i am|was|pretty|quite|quietly) (?:\w+ )?~(chuffed stoked pleased content confident) "
            r"(?:with|about|that i) (?:how|my|i|it)",
            r"(?:i (?:think|feel|felt|thought|believe|believed|reckon|guess|'d say|knew)|thought|think|"
            r"reckon|felt) (?:that )?(?:i|it|i'd|my) (?:had |have |really |did |was |'d |actually |would |"
            r"all )*(?:did |done |do |handled |performed |answered |came |good|was |went |came)? "
            r"?.{0,30}~(well good great grand correctly right excellent fine alright perfect perfectly okay "
            r"brilliant solid decently decent strong best smashed amazing fluent)\b",
            r"i (?:did|performed|do|done|answered|solved|answer) (?:\w+ ){0,5}~(well great good fine grand "
            r"solid okay ok correctly excellent amazing decent right brilliantly easily perfectly)",
            r"i (?:did|performed|do|done|answered|was able to answer|solved|could answer|managed|got|"
            r"cleared) (?:to )?(?:answer |solve )?(?:all|most|everything|both|almost|every|the) "
            r".{0,30}~(questions correctly right question problems well correct them it perfectly easily)",
            r"~(came) (?:across|over) (?:\w+ )?(?:well|alright|ok|good|grand|great)",
            r"played a ~(blinder)",
            r"no ~(complaints)",
            r"couldn't have ~(gone)",
            r"(?:own|gut) ~(feeling feel) .{0,30}(?:7|8|9|good|great|decent|well)",
            r"~(best good great) interview (?:ever|from|i|of)\b",
            r"(?:by|with) my ~(performance)",
            r"~(gut) .{0,6}i did",
            r"(?:i )?(?:think|reckon|feel|felt|thought|believe|say) (?:that )?i (?:\w+ ){0,2}~(nailed "
            r"smashed aced did done was handled came got) (?:\w+ ){0,3}(?:well|good|it|great|alright|ok|"
            r"okay|fine|right|proud|solid|enough|myself|job|today|best)\b",
            r"(?:honestly|genuinely|quietly|pretty|really|feeling|feel|felt|i'm|im|am) (?:\w+ )?~(hopeful "
            r"chuffed confident pleased proud good buzzing) (?:about (?:it|this|how|that)|with (?:it|that|"
            r"myself|how))",
            r"(?:couldn't|could not|can't) have (?:gone|done|asked|hoped) ~(better more for any)",
            r"~(went gone go) (?:\w+ )?better than",
            r"(?:one of )?my ~(best) (?:interview|interviews|one|performance)",
            r"~(best) interview i",
            r"i was ~(sound brilliant good great solid) (?:me|today|tbh|in)",
            r"did my (?:very )?~(best)",
            r"~(killed nailed smashed aced crushed slayed) (?:it|that|the)",
            r"i (?:came|come) (?:across|over|away|out) (?:\w+ )?~(well grand good alright strong fine "
            r"confident happy smiling buzzing pleased)",
            r"walking on ~(air)",
            r"over the ~(moon)",
            r"~(proud) of (?:myself|how i|my)",
        ),
        guards=("not_well", "hope", "if", "others_soft", "advice"),
        precision={"told": 0.74},
    ),
    "gut.bad": Patterns(
        told=(
            r"\bi (?:\w+ ){0,3}~(bombed blew flunked botched choked froze rambled stumbled messed screwed "
            r"fumbled struggled stuttered flubbed blanked panicked tripped fluffed cringed waffled failed "
            r"mumbled ruined stuck)\b",
            r"~(bombed blew flunked botched flubbed fumbled fluffed messed screwed)\b",
            r"~(froze rambled blanked waffling rambling stuttered cringing cringe)",
            r"went (?:completely |totally )?~(blank)",
            r"(?:mind|head) (?:went|was) ~(blank)",
            r"\bi (?:really |just |honestly )?(?:didn't|did not|didnt|don't think i|wasn't|was not|wasnt) "
            r"(?:do|did|perform|get|explain|answer|come|interview|finish|have|give|at|as|my|very|in|able|"
            r"prepared|great|good|ready|so)\b.{0,25}~(well good great enough best justice right correctly "
            r"answers answer complete across prepared sharp level able nerves ready favours)\b",
            r"\bi (?:really |just |simply )?(?:couldn't|could not|wasn't able to|was not able to|failed to|"
            r"was unable to|cant|couldnt|can't) ~(answer solve explain finish remember figure think code "
            r"complete do recall implement give nail)\b",
            r"not (?:do|did|my|convincing|on my|at my|well) .{0,12}~(well best enough level)",
            r"(?:i|my|it|interview|which|that|me|performance|went|one|round|was|part) (?:\w+ ){0,4}(?:did|"
            r"went|was|performed|performance|answers?|gave|do|me at my|were) (?:\w+ ){0,3}~(poorly badly "
            r"terribly horribly bad terrible awful horrible rubbish disaster dreadful worst poor weak "
            r"clumsy limp shocking embarrassing sloppy slow wrong nervous south awkward miserably "
            r"disastrous)\b",
            r"i (?:got|gave|made|had|was|did|quoted|answered|had a) (?:\w+ ){0,5}~(wrong mistake mistakes "
            r"nervous rusty slow unprepared underprepared poor error errors stuck nowhere badly hints blank "
            r"rushed weak)",
            r"~(nervous nerves anxiety)",
            r"(?:hands|voice|knees) .{0,10}~(shaking shook went)",
            r"~(regret) (?:not|that)",
            r"(?:should|could) have (?:\w+ )?~(done prepared answered said practiced practised studied "
            r"better been)",
            r"car ~(crash)",
            r"let (?:myself|me) ~(down)",
            r"(?:my|totally|own|all) ~(fault)",
            r"i was (?:\w+ ){0,2}(?:under|ill|not|un)[- ]?~(prepared)\b",
            r"lost my ~(thread train)",
            r"dried ~(up)",
            r"pig's ~(ear)",
            r"(?:making|made) a ~(hash mess fool) of",
            r"i ~(sucked suck)\b",
            r"out of ten: ~(1 2 3 4 5)\b",
            r"~(disappointed) (?:in|with) ~(myself my)\b",
            r"(?:went|go|going) (?:\w+ ){0,3}~(terribly badly awfully horribly terrible bad awful pants "
            r"rubbish wrong downhill south poorly disastrously)",
            r"(?:don't|dont|doubt|didn't) (?:think|feel|reckon) (?:i|it|that) (?:\w+ ){0,3}~(well enough "
            r"good got get great chance impressed went convinced right)",
            r"\bi (?:wasn't|wasnt|was not) (?:\w+ ){0,2}~(great good myself sharp ready prepared brilliant "
            r"convincing)\b",
            r"(?:i'm|i am|im) (?:\w+ )?(?:~(gutted kicking embarrassed mortified ashamed))",
            r"(?:kicking|hate|hating) ~(myself)",
            r"what a ~(disaster shambles mess)",
            r"i was ~(rubbish terrible awful dreadful hopeless useless shocking pants bad)",
            r"(?:me at my|at my|my) ~(worst)\b",
            r"(?:blew|bombed|ballsed|cocked|messed|screwed|botched) (?:it|that|up|the) ~(up it that the)",
            r"~(tanked bombed)\b",
            r"~(babbled gabbled mumbled froze rambled waffled blathered dithered)\b",
            r"(?:could|should|would) have (?:\w+ )?~(done gone answered said) (?:\w+ ){0,2}(?:better|more|"
            r"differently|so)\b",
            r"(?:missed|lost|dropped) (?:\w+ ){0,2}~(marks thread chance points)",
            r"(?:mind|head|brain) (?:just |completely |totally )?(?:went|gone|was) ~(blank mush empty)",
        ),
        guards=("others_soft", "advice", "if_only"),
        precision={"told": 0.56},
    ),
}
