"""Names and sentences of made-up mailboxes.

Every list is dealt in two: those at even places are for fitting, those at odd places for measuring, so
that no name of an employer and no sentence that was fitted on is measured on.
"""

# ruff: noqa: E501 (a sentence is read as a whole)

from __future__ import annotations

FIRST = """Amara Bruno Celia Dario Edda Farid Greta Hamish Ines Jonas Kirsten Leif Mina Nils Oona Piers Qadir Rosa
Stellan Tamsin Ulla Viktor Wren Xenia Yusuf Zelda Anouk Bastian Carys Dmitri Elspeth Femi Gwen Halima Ivo Jutta Kofi
Lorna Matteo Nadia Owen Petra Rafael Sunniva Tariq Ursula Vera Wim Yara Zoran Anna Ben Clara David""".split()
LAST = """Abernethy Brandt Castellan Dufresne Eriksen Fairlie Gallo Hargreave Iversen Jankowski Kessler Lindqvist
Moreau Nakagawa Okafor Pemberly Quist Rademaker Sorensen Thackray Underhay Valdez Whitcombe Yilmaz Zeller Ashgrove
Bellweather Crane Dunmore Ekwueme Falk Grimshaw Holloway Ibarra Jessop Kaur Lockyer Marchetti Novak Osei Prentice
Rahman Sandoval Tiller Usman Voss Wexford Young Bauer Collins""".split()
HEADS = """Quill Bram Ost Fenn Tarn Lumi Kest Hal Pine Sorr Drift Copper Vant Moss Olv Rind Sky Thistle Umbr Wex Zeph Arb
Blue Cald Dove Ember Fox Glass Hearth Ink Juni Kitt Lark Mer Nettle Oak Pebble Quarry Rook Salt Tide Up Verd Willow
Yarr Zenn Ald Birch Crag Dun""".split()
TAILS = """mark ex rava rick well ivo rion vard bolt elia way hen iq gate era al lark down io holt yra onne wick eris tail
erly grove wing low brook per ering spur idia fold hurst wood bank ery marsh water land anta ow ora ent ica ello und
aro imo""".split()
PLAIN = "Anchor Beacon Compass Harbour Lantern Orbit Prism Summit Falcon Bloom Relay Nimbus Keystone Mosaic".split()
"""Words of the language that firms are called by."""
SECOND = """Labs Energy Health Analytics Foods Robotics Logistics Studio Systems Capital Media Marine Optics Textiles
Insurance Mobility Genomics Security Travel Publishing Motors Games Water Partners""".split()
PLACES = """Aldercombe Brackley Corrie Dunsford Elmstead Fenwick Glenmoor Hexley Islay Kirkby Lister Marlow Netherby
Oxenholme Penrith Ravenglass""".split()
BODIES = (
    "Valley Health Trust",
    "City Council",
    "University of Applied Arts",
    "Community Housing Association",
    "County Water Board",
    "School for Music and Drama",
    "District Hospital Trust",
    "Museum of Science and Craft",
)
LEGAL = (
    "",
    "Ltd",
    "",
    "Inc.",
    "GmbH",
    "LLP",
    "",
    "plc",
    "AG",
    "",
    "B.V.",
    "Oy",
    "S.A.S.",
    "Limited",
    "",
    "Inc",
)
ACCENTED = (
    "Brünnhof",
    "Kölster",
    "Märzdorf",
    "Grünbach",
    "Élanère",
    "Société Varenne",
    "Señal",
    "Ångbåt",
    "Fjørn",
    "Müllerhaus",
    "Zürnwerk",
    "Café Lumière",
)
AGENCY = """Penhaligon Straker Northbridge Hollis Tamar Redfern Ellery Cavendale Mercer Brock Lydgate Winslow""".split()
AGENCY_KIND = ("Search", "Recruitment", "Talent", "Associates", "Staffing", "Resourcing")
JOBS = (
    "Data Engineer", "Product Manager", "Staff Nurse", "Marketing Manager", "Backend Developer", "Financial Analyst",
    "UX Designer", "Project Coordinator", "Research Scientist", "Customer Support Specialist", "Platform Engineer",
    "Operations Manager", "Machine Learning Engineer", "Content Editor", "Senior Accountant", "HR Officer",
    "Mechanical Engineer", "Sales Executive", "Data Analyst", "Office Administrator", "Security Analyst",
    "Supply Chain Planner", "Frontend Engineer", "Business Analyst", "Site Reliability Engineer", "Policy Officer",
    "Clinical Research Associate", "Software Engineer", "QA Tester", "Account Director", "Senior Data Engineer",
    "Senior Product Manager", "Solutions Architect", "Laboratory Technician", "Technical Writer", "Brand Strategist",
    "Learning Designer", "Procurement Buyer", "Engineering Manager", "Fundraising Officer",
)  # fmt: skip
CLIENTS = (
    "a fintech in the north",
    "a well-known food brand",
    "a growing biotech",
    "a family-run manufacturer",
    "a large insurer",
    "a public body",
    "a games studio",
    "a logistics firm",
)

# --- what is written in the course of one application -------------------------------------------------
RECEIPT_SUBJECT = (
    "We have your application", "Thank you for applying to {employer}", "Your application for {job}", "Application received: {job}",
    "{employer}: application received", "Thanks for your interest in {employer}", "Your application ({ref})", "We received your application for {job} at {employer}",
)  # fmt: skip
RECEIPT = (
    "Thank you for applying for the {job} position at {employer}. We will look at it and come back to you.",
    "This is to confirm that your application for {job} has reached us. The team at {employer} reads every one.",
    "We have received your application for the role of {job}. You need not do anything now.",
    "Thanks for applying! Your application to {employer} is with our hiring team.",
    "Your details are safely with us. If your profile fits the {job} role, somebody from {employer} will write.",
    "Thank you for your interest in working at {employer}. This mailbox is not read, so please do not answer.",
    "Your application with the reference {ref} was submitted. We aim to answer within three weeks.",
    "We are glad that you want to join {employer} as {job}. Here is what happens next: we read, we talk, we decide.",
)
OUTREACH_SUBJECT = (
    "{job} at {employer}",
    "A {job} role",
    "{job} opportunity",
    "Your profile and {employer}",
    "Quick chat about a {job} role?",
    "{employer} is hiring a {job}",
    "{job}, {client}",
    "Role with {client}",
)
OUTREACH = (
    "I came across your profile and think that you could fit the {job} role at {employer}. Would you have twenty minutes this week?",
    "I am looking for a {job} for {client} and wondered if you would like to hear more.",
    "We are building up a team at {employer} and need a {job}. Shall we talk?",
    "My client, {client}, is looking for a {job}. The pay is good and the people are kind.",
    "Somebody in our team at {employer} pointed me to you for our {job} opening.",
    "I have a {job} vacancy which made me think of you. Are you free for a short call?",
    "Would a {job} position interest you? It is with {client} and I know the manager well.",
    "I run hiring at {employer}. Your work looks close to what we need in a {job}.",
)
ASK_SUBJECT = (
    "Interview",
    "Your interview at {employer}",
    "Times for a conversation",
    "{job}: next step",
    "Invitation to interview: {job}",
    "Interview with {employer}",
    "Arranging a call",
    "Your application for {job}",
    "{employer} interview: availability",
    "Next step",
    "Interview for {job} ({ref})",
    "Talking about the {job} role",
)
ASK = (
    "We would like to invite you to an interview for the {job} role. Would {day} at {time} suit you?",
    "Thank you for your application. Could you make {day} at {time} for a video call with {other}?",
    "I would love to talk with you. Does {day}, {time}, work?",
    "The next step is a conversation with {other} from our team. We thought of {day} at {time}.",
    "Are you free on {day}? We would need about an hour, from {time}.",
    "Good news: the team wants to meet you. {other} and I could do {day} at {time}.",
    "We would be glad to have you in for an interview at {employer} on {day} at {time}.",
    "Could you tell me whether {day} at {time} would be possible for you? {other} will join.",
    "I'd like to set up a first call about the {job} position. My suggestion: {day}, {time}.",
    "{other} would like to go through a few questions with you on {day} at {time}.",
)
MINE_YES = (
    "That works well for me, thank you. I look forward to it.", "Yes, I can make that. Thank you for arranging it.",
    "{day} suits me. Is there anything I should prepare?", "Thank you very much, I will be there.",
    "Works for me, thanks!", "Happy to confirm the time. Could you send me the link?",
    "Perfect, see you then.", "Thanks for coming back so quickly. {day} is fine.",
)  # fmt: skip
CONFIRM = (
    "Lovely, it is in the diary. The link is below.", "Great, you will get an invitation shortly.",
    "Wonderful. You will meet {other}; the talk takes about an hour.", "Confirmed for {day} at {time}. Ask for me at reception.",
    "Thanks for confirming. Please bring some identification.", "All set. Do call me if anything changes.",
    "Perfect, speak on {day}.", "Brilliant. {other} is looking forward to it.",
)  # fmt: skip
CALENDAR_SUBJECT = (
    "Invitation: {job} interview @ {day}",
    "Invitation: {me} / {employer} @ {day} {time}",
    "Interview {job}",
    "Invitation: Interview with {employer} @ {day}",
    "Invitation: Chat with {other} @ {day}",
    "Updated invitation: Interview @ {day} {time}",
    "{me} <> {other}",
    "Invitation: {job}, second round @ {day}",
)
CALENDAR = (
    "You have been invited to the following event.\nWhen: {day} {time}\nWho: {other}, {them}, {me}", "{them} invites you to a meeting. {day}, {time}. Join by video with the link.",
    "Interview for {job}\n{day} {time}\nGuests: {other}, {me}", "This is an invitation to a call with {employer}. When: {day} at {time}.",
    "When: {day}, {time}\nWhere: video call\nCalendar: {me}", "Event: talk with {other}. {day} {time}. Yes / No / Maybe",
)  # fmt: skip
REMINDER_SUBJECT = (
    "Reminder: your interview on {day}",
    "Your interview is tomorrow",
    "Reminder: {employer}",
    "Upcoming interview: {job}",
    "Getting ready for your interview with {employer}",
    "Reminder of your appointment",
)
REMINDER = (
    "This is a reminder of your interview for {job} on {day} at {time}.", "Your conversation with {employer} takes place tomorrow at {time}. Please test camera and sound.",
    "See you soon! Your interview with {other} begins at {time}.", "Just a friendly note: {day}, {time}, {employer}.",
    "Your interview is coming up on {day}. If you cannot make it, use the link to choose another time.", "Don't forget: interview at {employer}, {time}.",
)  # fmt: skip
TEST_SUBJECT = (
    "{employer} invites you to a test",
    "Your assessment",
    "Take the test for {job}",
    "Coding exercise from {employer}",
    "Assessment invitation: {job}",
    "You have been invited to a challenge",
)
TEST = (
    "{employer} has invited you to take an assessment for the {job} position. You have five days.", "Please complete the exercise within a week. It takes ninety minutes.",
    "As the next step of your application at {employer}, take this test whenever you are ready.", "You were invited by {employer} to show what you can do. Good luck!",
    "The test for the role of {job} is open until {day}.", "Click the link to begin your assessment for {employer}.",
)  # fmt: skip
THANKS_SUBJECT = (
    "Thank you",
    "Thank you for today",
    "Thanks for the conversation",
    "Our talk on {day}",
    "{job}: thank you",
    "Thank you for your time",
    "Great to meet you",
    "Following our interview at {employer}",
)
THANKS = (
    "Thank you for the conversation today. I enjoyed hearing how your team plans its work.", "It was good to meet you and {other}. I left with more interest in the {job} role than I came with.",
    "Thanks for taking the time. Your question about priorities stayed with me.", "I appreciated how open you were about the hard parts of the job.",
    "Thank you both for today; I would be glad to come back.", "It was a pleasure to learn more about {employer}. Please tell me if you need anything else.",
    "Many thanks for the tour and the talk.", "Just a short note to say thank you for today.",
)  # fmt: skip
REPLY = (
    "Thank you for your note. It was a pleasure to meet you too.", "Thanks! We enjoyed it as well and will be in touch.",
    "That is kind of you. The team liked the conversation.", "Likewise. I should know more by {day}.",
    "Thanks for writing. You will hear from us soon.", "Great talking to you too!",
    "You're welcome. Have a good weekend.", "Appreciate it. Speak soon.",
)  # fmt: skip
HOLDING = (
    "A short update: we are still seeing other people and need until {day}.", "I'm sorry that this takes longer than planned. The panel meets on {day}.",
    "No decision yet, I'm afraid. I will write as soon as I know.", "We have not forgotten you. Two people who must sign are away.",
    "Thanks for your patience, we are nearly there.", "The budget round delays us; please bear with us until {day}.",
    "I chased the team this morning and hope to have news by the end of the week.", "Still waiting for the others, sorry!",
)  # fmt: skip
HOLDING_SUBJECT = (
    "Update on the {job} role",
    "A quick update",
    "Where we are",
    "Your application at {employer}",
    "Update",
    "Timeline",
    "{employer}: an update",
    "News",
)
NUDGE = (
    "I wanted to ask whether there is any news about the {job} position.", "May I ask how things stand?",
    "I hope you are well. Could you tell me when a decision is likely?", "Just checking in on the {job} role, as we had said {day}.",
    "Is there anything else that you need from me?", "I remain very interested in {employer} and wondered about the timeline.",
)  # fmt: skip
NEXT = (
    "The team would like to see you again. Could you meet {other} on {day} at {time}?", "We'd like to move you on to the next round: {day}, {time}, with {other}.",
    "{other} enjoyed the talk and we want you back for a second conversation on {day} at {time}.", "You are through to the final round. Does {day} at {time} work?",
    "Good news, next comes a panel on {day}, from {time}. {other} chairs it.", "Can you come in on {day}? {other} would like an hour from {time}.",
    "We were impressed and invite you to present to {other} on {day} at {time}.", "Shall we do round two on {day} at {time}?",
)  # fmt: skip
NEXT_SUBJECT = (
    "Second round",
    "Next round: {job}",
    "Good news",
    "Second interview at {employer}",
    "The next step",
    "Final round",
    "Panel interview on {day}",
    "{job}: round two",
)
HANDOVER_SUBJECT = (
    "Taking over from {other}",
    "Your new contact",
    "{job}: introduction",
    "Hello from {employer}",
    "Introduction",
    "Your application: change of contact",
)
HANDOVER = (
    "I have taken over from {other}, who is on leave, and will look after your application.", "My name is {them} and I work with {other} on the {job} hire.",
    "{other} asked me to write to you. From now on I am your contact at {employer}.", "Let me introduce myself: I lead the team in which the {job} would work.",
    "I am stepping in for {other} this month. Nothing changes for you.", "As {other} has left {employer}, please write to me from now on.",
)  # fmt: skip
FORWARD = (
    "See below from {other}. Could you let me know what you think?", "Passing this on to you, as it concerns your visit.",
    "Forwarding what {other} wrote; the details are below.", "FYI, from the team.",
    "As promised, here is the note from {other}.", "Please find the answer to your question below.",
)  # fmt: skip
FORWARDED = (
    "Could you ask the candidate to bring a short presentation? Ten minutes will do.", "Please tell the candidate for {job} that we moved to the second floor.",
    "The candidate asked about remote days: two a week are fine.", "Let them know that {day} stays as planned.",
    "I liked the conversation. Let us set up the next one.", "Here is the pack for the {job} interview at {employer}.",
)  # fmt: skip
PAPERS_SUBJECT = (
    "Papers we need",
    "Right to work check",
    "Expenses for your visit",
    "References",
    "Form for {employer}",
    "A few documents",
    "Travel to {employer}",
    "Before your interview",
)
PAPERS = (
    "Could you send us a copy of your passport and the names of two referees?", "Please fill in the attached form before {day}.",
    "For your travel: keep the receipts and send them to me afterwards.", "We need your certificates for the {job} file.",
    "Attached you find directions to our office.", "Could you sign and return the attached statement?",
    "Please confirm your address so that security can issue a badge.", "Would you give me the phone numbers of your referees?",
)  # fmt: skip
REFUSAL_SUBJECT = (
    "Your application",
    "Your application for {job}",
    "Update on your application at {employer}",
    "{job} at {employer}",
    "Our decision",
    "The {job} position",
    "Regarding your interview",
    "Application {ref}",
)
REFUSAL = (
    "Thank you for your time. We have decided to go with somebody else for the {job} role.", "Unfortunately we will not be taking your application further at this time.",
    "It was a close decision, but {employer} has chosen another candidate.", "I'm sorry to say that the team went another way.",
    "We regret that we cannot offer you the position of {job}.", "After careful thought we decided not to proceed. We wish you well.",
    "I am afraid it is a no this time; I am happy to tell you more by phone.", "We had many good people and had to choose. Thank you for meeting {employer}.",
)  # fmt: skip
OFFER_SUBJECT = (
    "Offer",
    "Your offer from {employer}",
    "Good news about {job}",
    "Offer of employment",
    "Welcome",
    "Contract for {job}",
    "Next steps and terms",
    "Great news",
)
OFFER = (
    "We are delighted to offer you the position of {job}. The terms are attached.", "The team would love to have you. I will call you with the details.",
    "I am pleased to send you our offer for {job} at {employer}.", "Congratulations! Please find the contract attached and let us know by {day}.",
    "Everybody said yes. When could you start?", "It's my pleasure to confirm our offer in writing.",
)  # fmt: skip
MINE_OFFER = (
    "Thank you very much for the offer. May I think about it until {day}?", "I am very happy about this. I have two questions on the terms.",
    "Thank you, this is wonderful news.", "Could you tell me more about pension and leave?",
    "Many thanks. I will read the contract and come back to you.", "Thanks! Could we talk about the start date?",
)  # fmt: skip
FEEDBACK = (
    "Happy to give you some feedback: your examples were good, the other person had done exactly this before.", "Of course. The panel liked your calm and missed some depth in planning.",
    "Sure. In short: experience decided.", "I asked {other}. It was very close.",
)  # fmt: skip
MINE_FEEDBACK = (
    "Thank you for letting me know. Would you have any feedback for me?",
    "I am sorry to hear it, but thank you. May I ask what decided?",
    "Thanks for telling me. I would be glad to stay in touch.",
    "Understood. Was there something I could have done better?",
)
SURVEY_SUBJECT = (
    "How was your interview?",
    "Your experience with {employer}",
    "Tell us how we did",
    "Two minutes for {employer}?",
)
SURVEY = (
    "How satisfied were you with hiring at {employer}? Please rate us from one to ten.",
    "Your opinion helps us. The survey takes two minutes.",
    "You recently interviewed with {employer}. Tell us how it went.",
    "Please rate your experience as a candidate.",
)

# --- what has nothing to do with any application ---------------------------------------------------------
FRIEND_SUBJECT = (
    "Saturday",
    "How did it go?",
    "Dinner next week?",
    "Your interview",
    "Photos",
    "Re: moving",
    "That job",
    "Birthday",
    "Trip in June",
    "Football",
    "Reference for you",
    "Question",
)
FRIEND = (
    "How did it go at {employer}? Call me when you can.", "Are you free on Saturday? We thought of a walk and something to eat.",
    "Fingers crossed for your interview! Tell me everything.", "I sent you the photos of the weekend. You look tired in all of them.",
    "Did {employer} answer? I know somebody who works there and she likes it.", "The keys are with the neighbour. Thanks for watering.",
    "Of course I will be your referee. Who is going to ring?", "Mum asks whether you come on {day}.",
    "I have an interview myself next week, would you do a practice round with me?", "Good luck with the job hunt. The {job} thing sounds just like you.",
    "Can we move football to {day}?", "Do you still have my tent?",
)  # fmt: skip
SHOP = (
    "Northpost Parcels",
    "Greenleaf Market",
    "Tuneharbor",
    "Citybank Direct",
    "Railway Bookings",
    "Gasworks Gym",
    "Page and Pine Books",
    "Phonehouse",
    "Kilo Coffee",
    "Cloudbox",
    "Harvest Kitchen",
    "Local Library",
)
SHOP_SUBJECT = (
    "Your order is on its way",
    "Your statement is ready",
    "Booking confirmed",
    "Your invoice",
    "A new sign-in",
    "Sale ends tomorrow",
    "Your appointment on {day}",
    "Thank you for your order",
    "Verify your address",
    "Your ticket for {day}",
    "We miss you",
    "Policy update",
)
SHOP_TEXT = (
    "Your parcel arrives on {day}. Please leave us a note if you are out.", "Your monthly statement can be seen in your account.",
    "Your booking for {day} at {time} is confirmed.", "Thank you for your payment. The invoice is attached.",
    "We noticed a sign-in from a new device. If it was you, do nothing.", "Everything in the shop is a fifth off until {day}.",
    "Your check-up is on {day} at {time}. Please arrive ten minutes before.", "Thanks for your order. We will write when it leaves.",
    "Please confirm your mail address with the link.", "Here is your ticket. Have a good journey.",
    "Come back and get a free month.", "We have changed our terms. You need not do anything.",
)  # fmt: skip
ALERT_SUBJECT = (
    "New jobs for you: {job}",
    "{job} at {employer} and 9 more",
    "Job alert: {job}",
    "{employer} is hiring",
    "Your weekly job digest",
    "Jobs you may like",
    "12 new roles match {job}",
    "Apply now: {job}",
)
ALERT = (
    "New roles for you: {job} at {employer}; {job2} at {employer2}; {job3} at {employer3}. Unsubscribe here.", "{employer} has posted a new opening: {job2}. Be among the first to apply.",
    "Here is your job alert. {job} ({employer}), {job2} ({employer2}). See all jobs.", "Recommended jobs: {job}, {employer}. {job3}, {employer2}. Change how often you hear from us.",
    "{employer} and {employer2} are looking for people like you. Apply with one click.", "This week's digest: 31 new jobs for {job}, among them at {employer3}.",
    "You viewed {job} at {employer}. Similar roles: {job2} at {employer2}.", "Top picks: {job2} at {employer}. {job3} at {employer3}.",
)  # fmt: skip
NETWORK_SUBJECT = (
    "{them} wants to connect",
    "{them} viewed your profile",
    "You have a new message",
    "{them} commented on a post",
    "Congratulate {them}",
    "You appeared in 8 searches",
)
NETWORK = (
    "{them}, {job2} at {employer}, would like to join your network.",
    "Somebody at {employer} looked at your profile this week.",
    "{them} has started a new position at {employer2}.",
    "See who is hiring at {employer}.",
    "{them} and three others commented on a post about interviews.",
    "Your profile was found by recruiters of {employer2}.",
)
NEWS_SUBJECT = (
    "News from {employer}",
    "{employer} newsletter: spring",
    "Join our webinar",
    "What we built this month",
    "Open day at {employer}",
    "{employer}: life in our team",
    "Join our talent community",
    "New openings at {employer}",
)
NEWS = (
    "Read how {employer} cut its waste by half. You get this newsletter because you gave us your address.", "Welcome to the talent community of {employer}! We will tell you about new openings.",
    "Our webinar on {day} shows what is new. Register now.", "{employer} is growing: see our new roles, from {job2} to {job3}.",
    "In this issue: a look into our kitchen, and three people who joined as {job2}.", "Meet the people of {employer} at our open day on {day}.",
    "Follow us for stories from the workshop. Unsubscribe with one click.", "The {employer} digest: awards, products, people.",
)  # fmt: skip
BLAST_SUBJECT = (
    "{job2} wanted",
    "Hot roles this week",
    "Are you looking?",
    "{job2}, immediate start",
    "New vacancy: {job2}",
    "Contract role: {job2}",
)
BLAST = (
    "I have an exciting opportunity as {job2} for {client}. Are you open to a move?", "These are the roles I am working on: {job2}, {job3}. Tell me if one fits.",
    "Several clients of ours need a {job2} at once. Send me your CV if you are looking.", "Would a contract as {job2} be of interest? It is four days a week.",
    "We have a new vacancy, {job2}, with {employer2}. Shall I put you forward?", "Are you still looking? I have something new: {job3}.",
)  # fmt: skip
SIGN_OFF = (
    "Best regards",
    "Kind regards",
    "Best",
    "Thanks",
    "Many thanks",
    "Warm regards",
    "All the best",
    "Cheers",
)
TITLES = (
    "Talent Partner",
    "Recruiter",
    "Head of People",
    "Team Lead",
    "HR Business Partner",
    "Hiring Manager",
    "Director",
    "People Operations",
)
