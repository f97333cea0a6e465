"""Wordings that tell kinds of mails apart: looked for in small letters, with every number written as 0."""

# ruff: noqa: E501 (a pattern is read as a whole)

from __future__ import annotations

CUES = {
    "thanks for message": (
        r"(?:thank|thanks|cheers|ta|appreciat)[^.!?\n]{0,30}\b(?:note|message|e-?mail|letter|card|kind words|words|line)\b|"
        r"\bthank you!|lovely (?:note|message|email)|re: thank"
    ),
    "acknowledged": r"\b(?:acknowledge|received with thanks|noted|got your (?:note|card|message|email|letter)|your (?:note|message|email|letter|card))\b",
    "nice to meet": r"\b(?:enjoyed|pleasure|lovely|great|good|nice)\b[^.!?\n]{0,25}\b(?:meet|meeting|talking|speaking|chatting|conversation|chat)\b",
    "still seeing": (
        r"\bstill\b[^.!?\n]{0,40}\b(?:waiting|going through|seeing|interviewing|meeting|deliberat|considering|process|to see|discuss)|"
        r"\b(?:more|other|last|final|remaining) (?:people|candidates?|interviews?)\b[^.!?\n]{0,30}\b(?:see|go|left|meet|next)"
    ),
    "no news": (
        r"\bno (?:news|update|decision|answer|word)\b|"
        r"\bnot (?:yet )?(?:concluded|decided|been made|made a decision)|"
        r"(?:don't|do not|haven't|have not|can't|cannot)[^.!?\n]{0,30}\b(?:an? answer|news|update|decision|anything)\b"
    ),
    "paused": (
        r"\bon hold\b|\bpaus(?:e|ed)\b|\bfroze|\bfreeze\b|\bsuspended\b|\bpostpone|\bdelay|"
        r"re-?organi|\bpushed (?:back|out)|\bslipped\b|\breserve list\b|taking longer|longer than"
    ),
    "patience": (
        r"\bpatien(?:ce|t)\b|\bbear with\b|"
        r"\bsorry\b[^.!?\n]{0,40}\b(?:delay|wait|silence|slow|long|kept)|"
        r"\bapolog[^.!?\n]{0,40}\b(?:delay|silence|wait)|left hanging|"
        r"keep you (?:posted|in the loop|updated)|\bupdate you\b|"
        r"just (?:a )?quick (?:one|update|note)"
    ),
    "will tell": r"\b(?:you(?:'ll| will) (?:hear|have an answer|be (?:contacted|informed|telephoned))|(?:i|we)(?:'ll| will| shall) (?:let you know|be in touch|get back|ring|call|phone|telephone|write|come back|know))\b",
    "meets on": (
        r"\b(?:panel|board|committee|council|trustees|governors|partners|team|faculty)\b[^.!?\n]{0,40}\b(?:meets?|sits?|sitting|votes?|vote|decides?|looks?)\b|"
        r"sign[- ]?off|\bapprov(?:al|ed?)\b|\bbudget\b"
    ),
    "pay question": (
        r"\b(?:salary|rate|ctc|pay|compensation|package|number|figure|money|band)\b[^.!\n]{0,80}\?|"
        r"\bexpect(?:ed|ation)[^.!?\n]{0,20}\b(?:salary|ctc|pay|rate)|"
        r"(?:salary|ctc|pay|rate) expect"
    ),
    "other offer": (
        r"\b(?:other|another|competing|exploding) offers?\b|\belsewhere\b|"
        r"\bother (?:process|irons|jobs|roles)"
    ),
    "new contact": (
        r"\btaken? over\b|\bleft (?:the )?(?:company|firm|us)|\bnew contact\b|change of contact|"
        r"\bintroduc(?:e|ing)\b|\bhanding over\b"
    ),
    "tried to call": (
        r"\b(?:tried|trying) (?:you|to (?:call|ring|phone|reach))|missed call|"
        r"\bgive (?:me|us) a (?:call|ring|bell|buzz|shout)|\bring me\b|\bcall me\b"
    ),
    "withdrew": r"\bwithdraw|\bcongratulations to you|understand your decision|sorry to (?:hear|lose)",
    "newsletter": (
        r"newsletter|job alerts?|new (?:jobs|vacancies|roles) (?:for|match)|"
        r"talent (?:community|pool|network)|webinar|subscri|open day"
    ),
    "automatic": r"\bautomat(?:ed|ic|ically)|\bauto[- ](?:reply|response|generated)|system[- ]generated",
    "out of office": (
        r"\bout of (?:the )?office\b|\b(?:annual|parental|maternity|sick) leave\b|"
        r"no access to (?:e-?mail|my)|limited access|on my return|when i (?:return|am back)|"
        r"i am away|i'm away"
    ),
    "no reply": r"do ?n[o']t reply|no-?reply|not (?:be )?(?:monitored|read)|replies to this",
    "case number": (
        r"\b(?:case|ticket|enquiry|reference|request|query) (?:number|id|no|ref|#)|"
        r"\bcase\b[^.!?\n]{0,30}\b(?:closed|resolved|updated|opened)"
    ),
    "has been received": (
        r"\b(?:has been|have been|was|were|been) (?:successfully )?(?:received|submitted|recorded|registered|logged)\b|"
        r"\bwe(?: have|'ve)? received your\b"
    ),
    "survey": (
        r"\bsurvey\b|scale of|\brate (?:your|us|this)|\bquestionnaire\b[^.!?\n]{0,40}\banonym|"
        r"how did we do|your feedback (?:matters|helps)|minutes of your time"
    ),
    "reminder": r"\breminder\b|\bupcoming\b|\bis tomorrow\b|\bstarts in\b",
    "account": (
        r"\blog ?in\b|\bpassword\b|\bportal\b|\bdashboard\b|\baccount\b|\bverification code\b|"
        r"\bone-time\b|click (?:here|the link|below)|link (?:below|expires|will)"
    ),
    "what when": r"\bwhen: |\bwhere: |\bwho: |\bwhat: |\bdate: |\btime: ",
    "please send": r"\b(?:please|kindly|need you to|could you|can you|would you|you are requested to)\b[^.!?\n]{0,40}\b(?:upload|send|supply|complete|fill|sign|return|submit|provide|furnish|forward|bring|attach|share|flick|email)\b",
    "documents": (
        r"\bforms?\b|\breferees?\b|\breferences?\b|\bdocuments?\b|\bpassport|\bbackground\b|"
        r"\bvetting\b|\bdbs\b|right to work|\bcertificates?\b|\bguarantor|\bpayslips?\b|\bid\b|"
        r"\bclearance\b|\bmedical\b|\bidentification\b"
    ),
    "travel": (
        r"\breimburs|\btravel\b|\bparking\b|\bdirections\b|\bhotel\b|\bflights?\b|\breceipts\b|"
        r"\bexpenses\b|\bbadge\b|\breception\b|\bentrance\b"
    ),
    "rescheduled": (
        r"\breschedul|\bmoved? (?:your|the|to)\b|\bhas (?:been )?(?:changed|moved)|"
        r"\bchange of (?:time|room|date|venue)|\bconfirm(?:ed|ing|s|ation)?\b"
    ),
    "attached": r"\battach|\benclos|\bsee below\b",
    "offers": (
        r"\boffer(?:ing)? you\b|\b(?:an|your|our|this|formal|conditional|verbal|written) offer\b|"
        r"\boffer (?:letter|of employment)|\bjob'?s yours|\bcome and work|\bjoin us\b|"
        r"\bwelcome (?:aboard|to the)|\bcontract\b|\bwant you\b"
    ),
    "congratulations": r"\bcongrat|good news|delighted|pleased to|happy to",
    "pay told": (
        r"[£$€]\s?0|\b0k\b|\bper (?:annum|hour|day)\b|\bsalary\b|\bpension\b|\bbonus\b|"
        r"\bannual leave\b"
    ),
    "regrets": r"\bunfortunately\b|\bregret|\bsorry to\b|\bafraid\b|\bdisappoint|\bbad news\b",
    "not chosen": (
        r"\bnot (?:be |been )?(?:mov|tak|proceed|progress|success|select|offer|continu|shortlist|able to offer)|"
        r"\bunsuccessful\b|won't be (?:tak|offer|mov|continu|proceed|progress)|no longer under|"
        r"\bdecided (?:not|against)|\bdeclin"
    ),
    "someone else": (
        r"\b(?:other|another|different|internal|external) (?:candidates?|applicants?|person|direction)\b|"
        r"\bsome(?:one|body) else\b|has (?:been|since been|now been) filled|went with|gone with|"
        r"appointed"
    ),
    "wishes": (
        r"\bwish you\b|\bbest of luck\b|\bgood luck\b|\bevery success\b|"
        r"\bfuture (?:career|endeavou?rs|search)|\bjob search\b"
    ),
    "keeps on file": r"\b(?:keep|kept|retain|hold)[^.!?\n]{0,30}\b(?:file|details|cv|resume|record|database|touch)",
    "invites": (
        r"\binvit|"
        r"\b(?:next|second|third|final|further) (?:round|step|stage|interview|meeting|conversation|call|chat)|"
        r"\bthrough to\b|\bshortlist|\bmove (?:you )?forward|\bmeet (?:our|the|my|you)\b|"
        r"\bcome (?:in|back|out|to|and|over|up|down)\b|\bassessment\b"
    ),
    "asks when": (
        r"\b(?:which|what) (?:day|date|time|slot)|\bwhen (?:are|would|could|can) you|"
        r"\bdoes [^.!?\n]{0,40} (?:work|suit)|\bavailab|\bslots?\b|\bare you free\b|"
        r"\bcould you (?:do|make|manage)|\bcan you (?:do|make|manage)|\bsuit(?:s|able)?\b"
    ),
    "question": r"\?",
    "exclaims": r"!",
    "dear candidate": r"\bdear (?:candidate|applicant|sender|sir)",
    "re": r"^re: ",
    "answers": r"\bas (?:you )?(?:asked|promised|discussed)|\bto answer\b|\byour questions?\b",
    "expires": r"\bexpir|\bvalid (?:until|for)\b|\blapses?\b|within 0 (?:hours|days)|\b(?:access|activation) code\b",
    "sent in error": r"\bin error\b|\bby mistake\b|not expecting|\bdisregard\b|\bignore this\b|if you (?:have )?already",
    "sent by a system": (
        r"not monitored|are (?:not|never) read|do ?n[o']t reply|\bnotification|system[- ]generated|"
        r"\bthis (?:message|e-?mail) (?:was|is) (?:sent )?automat"
    ),
    "tests": r"\btests?\b|\bassessments?\b|\bquestionnaires?\b|\bexercises?\b|\bpsychometric",
    "another role": r"\b(?:another|different|other) (?:roles?|openings?|vacanc(?:y|ies)|positions?|jobs?)\b",
    "passes on": r"\b(?:spoke|spoken|talked|caught up) (?:to|with)\b|\boff the phone\b|\bfeedback\b",
    "promised day": (
        r"\b(?:by|on|until|before|this|next)\b[^.!?\n]{0,15}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
        r"tomorrow|tonight|week)\b"
    ),
    "sorry to be late": (
        r"\b(?:sorry|apolog\w*|excuse|forgive)\b[^.!?\n]{0,50}"
        r"\b(?:late|delay\w*|slow|wait\w*|silence|reply\w*|answer\w*|respon\w*|sooner|back to you)\b"
    ),
}
"""Names and patterns."""
