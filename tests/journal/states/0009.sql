BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0009');
CREATE TABLE answers (
	interview_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	reply VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_answers PRIMARY KEY (interview_id, position), 
	CONSTRAINT fk_answers_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
INSERT INTO "answers" VALUES(1,0,'intro.tour','yes');
INSERT INTO "answers" VALUES(1,1,'contact.given','no');
INSERT INTO "answers" VALUES(3,0,'warmth','yes');
CREATE TABLE appointments (
	id INTEGER NOT NULL, 
	interview_id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	recurrence TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	stamp DATETIME, 
	day DATE NOT NULL, 
	starts DATETIME, 
	minutes FLOAT, 
	title TEXT NOT NULL, 
	place TEXT NOT NULL, 
	people JSON NOT NULL, 
	cancelled BOOLEAN NOT NULL, 
	CONSTRAINT pk_appointments PRIMARY KEY (id), 
	CONSTRAINT fk_appointments_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE, 
	CONSTRAINT uq_appointments_uid_recurrence UNIQUE (uid, recurrence)
);
INSERT INTO "appointments" VALUES(1,5,'a1@brook.example','',2,'2031-05-01 00:00:00.000000','2031-05-12','2031-05-12 08:00:00.000000',45.0,'Interview: Baker 😀','Mill Lane 3','["Ruth Brook", "hr@brook.example"]',0);
INSERT INTO "appointments" VALUES(2,2,'s@brook.example','20310513',0,NULL,'2031-05-13',NULL,NULL,'','','[]',1);
CREATE TABLE assessments (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	interview_id INTEGER NOT NULL, 
	shown_at DATETIME NOT NULL, 
	target VARCHAR(16) NOT NULL, 
	probability FLOAT NOT NULL, 
	low FLOAT NOT NULL, 
	high FLOAT NOT NULL, 
	shown JSON NOT NULL, 
	CONSTRAINT fk_assessments_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE, 
	CONSTRAINT uq_assessments_uuid UNIQUE (uuid)
);
INSERT INTO "assessments" VALUES(1,'5dcc1285-5949-4b22-a660-1f9177bf455c',1,'2026-11-23 05:48:14.561114','the next round',0.4,0.2,0.7,'{"status": "open", "target": "the next round", "stage": null, "probability": 0.4, "low": 0.2, "high": 0.7, "base_rate": 0.3, "log_odds": -0.4, "sd": 0.7, "contributions": [], "unseen": [], "what_would_change": [], "outlook": null, "hinges": [], "notes": ["Few signs were told."], "context": {"stage": null, "employer": null, "format": null, "interviewers": null, "interviewer_roles": [], "scheduled_minutes": null, "actual_minutes": null, "temper": null, "self_doubter": false, "referred": false, "finalists": null, "interview_date": null, "promised_date": null, "country": null, "base_rate": null}, "gut": null, "today": null}');
INSERT INTO "assessments" VALUES(2,'94fe3d67-f3b9-4849-8d30-2f83dcfbd3e7',1,'2026-11-23 05:48:14.569602','the next round',0.55,0.275,0.775,'{"status": "open", "target": "the next round", "stage": null, "probability": 0.55, "low": 0.275, "high": 0.775, "base_rate": 0.3, "log_odds": -0.4, "sd": 0.7, "contributions": [], "unseen": [], "what_would_change": [], "outlook": null, "hinges": [], "notes": ["Few signs were told."], "context": {"stage": null, "employer": null, "format": null, "interviewers": null, "interviewer_roles": [], "scheduled_minutes": null, "actual_minutes": null, "temper": null, "self_doubter": false, "referred": false, "finalists": null, "interview_date": null, "promised_date": null, "country": null, "base_rate": null}, "gut": null, "today": null}');
CREATE TABLE calendar_changes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	interview_id INTEGER NOT NULL, 
	batch INTEGER NOT NULL, 
	made_at DATETIME NOT NULL, 
	added BOOLEAN NOT NULL, 
	uid TEXT NOT NULL, 
	recurrence TEXT NOT NULL, 
	"before" JSON NOT NULL, 
	"after" JSON NOT NULL, 
	appointment_before JSON, 
	CONSTRAINT fk_calendar_changes_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
INSERT INTO "calendar_changes" VALUES(1,5,1,'2026-11-30 21:11:31.670822',1,'a1@brook.example','','{}','{}',NULL);
INSERT INTO "calendar_changes" VALUES(2,2,1,'2026-11-30 21:11:31.728481',0,'s@brook.example','20310513','{"format": "video"}','{"format": "onsite"}',NULL);
CREATE TABLE calendar_entries (
	interview_id INTEGER NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	sequence INTEGER NOT NULL, 
	content VARCHAR(64) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	day DATE NOT NULL, 
	handed_out BOOLEAN NOT NULL, 
	cancelled BOOLEAN NOT NULL, 
	CONSTRAINT pk_calendar_entries PRIMARY KEY (interview_id, kind), 
	CONSTRAINT fk_calendar_entries_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
INSERT INTO "calendar_entries" VALUES(2,'interview',0,'0000000000000000000000000000000000000000000000000000000000000000','2026-11-30 21:11:31.000000','2031-05-12',1,0);
CREATE TABLE calendar_feeds (
	path TEXT NOT NULL, 
	discreet BOOLEAN NOT NULL, 
	everything BOOLEAN NOT NULL, 
	alarms BOOLEAN NOT NULL, 
	CONSTRAINT pk_calendar_feeds PRIMARY KEY (path)
);
INSERT INTO "calendar_feeds" VALUES('/home/ruth/interviews.ics',1,0,1);
CREATE TABLE calendar_job_entries (
	opportunity_id INTEGER NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	sequence INTEGER NOT NULL, 
	content VARCHAR(64) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	day DATE NOT NULL, 
	handed_out BOOLEAN NOT NULL, 
	cancelled BOOLEAN NOT NULL, 
	CONSTRAINT pk_calendar_job_entries PRIMARY KEY (opportunity_id, kind), 
	CONSTRAINT fk_calendar_job_entries_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunities (id) ON DELETE CASCADE
);
INSERT INTO "calendar_job_entries" VALUES(1,'deadline',0,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','2026-12-01 02:18:55.000000','2031-03-09',1,0);
CREATE TABLE corrections (
	interview_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	done VARCHAR(8) NOT NULL, 
	label TEXT NOT NULL, 
	document TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_corrections PRIMARY KEY (interview_id, position), 
	CONSTRAINT fk_corrections_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
INSERT INTO "corrections" VALUES(1,0,'strike','salary.asked','evening.txt',43,48,'asked','2031-05-03 09:01:00.000000');
INSERT INTO "corrections" VALUES(1,1,'add','duties.you_in_role','evening.txt',5,38,'told me whom I would report to. 😀','2031-05-03 09:02:00.000000');
CREATE TABLE documents (
	interview_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	name TEXT, 
	format TEXT, 
	text TEXT NOT NULL, 
	turns JSON NOT NULL, 
	asides JSON, 
	mail JSON, 
	warnings JSON NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY (interview_id, position), 
	CONSTRAINT fk_documents_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
INSERT INTO "documents" VALUES(1,0,'notes','evening.txt',NULL,'Lena told me whom I would report to. 😀 She asked what I hope to earn.','[]',NULL,NULL,'[]');
INSERT INTO "documents" VALUES(2,0,'transcript','talk.vtt',NULL,'When could you begin?
In May.','[{"start": 0, "end": 21, "speaker": "S1", "name": null, "role": "interviewer", "at": 3.5, "until": null}, {"start": 22, "end": 29, "speaker": "S2", "name": null, "role": "candidate", "at": 6.0, "until": null}]',NULL,NULL,'[]');
INSERT INTO "documents" VALUES(2,1,'mail','mail',NULL,'See you on Monday.
Ruth','[]','[{"start": 19, "end": 23, "kind": "signature"}]','{"sender": "ruth@brook.example", "recipients": ["me@home.example"], "subject": "Monday", "date": "2031-05-03T09:00:00+02:00", "message_id": null, "in_reply_to": null, "automatic": false}','[]');
INSERT INTO "documents" VALUES(2,2,'mail','Mail 2031-05-05 from Lena Brook','eml','Dear Jo,

we at Brook & Sons enjoyed the talk about the Baker job. We will come back to you by Friday.

Lena','[]','[{"start": 0, "end": 8, "kind": "greeting"}, {"start": 104, "end": 108, "kind": "signature"}]','{"sender": "Lena Brook <lena@brook.example>", "recipients": ["jo@example.org"], "subject": "Your Baker interview at Brook & Sons", "date": "2031-05-05T09:10:00+02:00", "message_id": "<1@brook.example>", "in_reply_to": null, "automatic": false}','[]');
CREATE TABLE evidence (
	interview_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	quote TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	turn INTEGER, 
	at FLOAT, 
	role VARCHAR(16), 
	raised_by VARCHAR(16), 
	probability FLOAT NOT NULL, 
	found_by VARCHAR(16) NOT NULL, 
	specificity FLOAT, 
	usual FLOAT, 
	minutes FLOAT, 
	document TEXT, 
	CONSTRAINT pk_evidence PRIMARY KEY (interview_id, position), 
	CONSTRAINT fk_evidence_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
INSERT INTO "evidence" VALUES(1,0,'duties.you_in_role','told me whom I would report to. 😀',5,38,NULL,NULL,NULL,NULL,1.0,'typed',NULL,NULL,NULL,'evening.txt');
INSERT INTO "evidence" VALUES(2,0,'selling.start_date','When could you begin?',0,21,0,3.5,'interviewer','interviewer',0.680841518191254,'read',NULL,NULL,NULL,'talk.vtt');
INSERT INTO "evidence" VALUES(2,1,'reply.warm','we at Brook & Sons enjoyed the talk about the Baker job.',10,66,NULL,NULL,'interviewer',NULL,9.28458823015879675111e-01,'read',NULL,NULL,NULL,'Mail 2031-05-05 from Lena Brook');
INSERT INTO "evidence" VALUES(2,2,'selling.pitch','we at Brook & Sons enjoyed the talk about the Baker job.',10,66,NULL,NULL,'interviewer',NULL,5.48623832847216608143e-01,'read',NULL,NULL,NULL,'Mail 2031-05-05 from Lena Brook');
INSERT INTO "evidence" VALUES(2,3,'next.process','We will come back to you by Friday.',67,102,NULL,NULL,'interviewer',NULL,9.15540624768121591436e-01,'read',NULL,NULL,NULL,'Mail 2031-05-05 from Lena Brook');
CREATE TABLE interviews (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	opportunity_id INTEGER, 
	status VARCHAR(8) NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	feeling TEXT, 
	gut FLOAT, 
	gut_at DATETIME, 
	progress JSON, 
	stage VARCHAR(16), 
	employer VARCHAR(16), 
	format VARCHAR(16), 
	interviewers INTEGER, 
	interviewer_roles JSON NOT NULL, 
	scheduled_minutes FLOAT, 
	actual_minutes FLOAT, 
	temper VARCHAR(16), 
	self_doubter BOOLEAN NOT NULL, 
	referred BOOLEAN NOT NULL, 
	finalists INTEGER, 
	interview_date DATE, 
	promised_date DATE, 
	base_rate FLOAT, country VARCHAR(6), person TEXT, person_key TEXT, 
	CONSTRAINT uq_interviews_uuid UNIQUE (uuid), 
	CONSTRAINT fk_interviews_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunities (id), 
	CONSTRAINT ck_interviews_status CHECK (status IN ('draft', 'complete')), 
	CONSTRAINT ck_interviews_gut_has_its_moment CHECK ((gut IS NULL) = (gut_at IS NULL))
);
INSERT INTO "interviews" VALUES(1,'e3ce1d2d-1a31-4e17-b1d8-cbf509814f3b',1,'complete','2026-11-23 05:48:14.531316','2026-11-30 20:11:21.916331','hopeful',0.6,'2026-11-23 05:48:14.531316',NULL,'first',NULL,'onsite',2,'["decider"]',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,'GB-SCT','Ada Käfer','ada käfer');
INSERT INTO "interviews" VALUES(2,'b4a8b645-4359-4495-b6fd-16425ab52b53',3,'complete','2026-11-23 05:48:14.581522','2026-11-30 23:42:17.829752',NULL,NULL,NULL,NULL,'second','small','onsite',1,'["decider", "peer"]',30.0,42.5,'warm',1,1,3,'2031-05-02','2031-05-12',0.4,NULL,NULL,NULL);
INSERT INTO "interviews" VALUES(3,'714218ec-b57d-411f-b211-371bf3f98933',NULL,'draft','2026-11-23 05:48:14.595087','2026-11-23 05:48:14.595087','tired',0.2,'2026-11-23 05:48:14.595087','{"at": [1, "b", null, {"c": 0.5}]}',NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "interviews" VALUES(4,'afb0d19c-1f00-44c3-8b36-479e3dbe8f68',NULL,'complete','2026-11-23 05:48:14.598554','2026-11-23 05:48:14.598554',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "interviews" VALUES(5,'2d073240-815c-4fc9-b65d-b31f5435e765',2,'draft','2026-11-30 21:11:31.654488','2026-11-30 21:11:31.654488',NULL,NULL,NULL,'{"at": 0}',NULL,NULL,NULL,NULL,'[]',45.0,NULL,NULL,0,0,NULL,'2031-05-12',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE learned (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	person_key TEXT, 
	person TEXT, 
	made_at DATETIME NOT NULL, 
	personal JSON, 
	CONSTRAINT uq_learned_uuid UNIQUE (uuid)
);
INSERT INTO "learned" VALUES(1,'2fb33a23-b9d2-4a25-912c-a73a63344c23',NULL,NULL,'2026-11-30 20:11:22.007402','{"outcomes": 6, "intercept": {"mean": 0.1, "sd": 0.41}, "gut_slope": {"mean": 0.31, "sd": 0.19}, "with_gut": -0.01, "starts": {"first": {"count": 6, "yes": 2, "shift": -0.1, "sd": 0.5, "with_gut": -0.02, "suggested": 0.39, "table": 0.42}}, "signs": {"salary.asked": 0.1}}');
INSERT INTO "learned" VALUES(2,'d7f098be-e58b-4185-b1a1-e91c55906373',NULL,NULL,'2026-11-30 20:11:22.018662','{"outcomes": 9, "intercept": {"mean": 0.2, "sd": 0.41}, "gut_slope": {"mean": 0.31, "sd": 0.19}, "with_gut": -0.01, "starts": {"first": {"count": 6, "yes": 2, "shift": -0.1, "sd": 0.5, "with_gut": -0.02, "suggested": 0.39, "table": 0.42}}, "signs": {"salary.asked": 0.1}}');
INSERT INTO "learned" VALUES(3,'afffdc6c-05b5-40b0-a2af-21f36f82652c',NULL,NULL,'2026-11-30 20:11:22.030937',NULL);
INSERT INTO "learned" VALUES(4,'952bfd5a-f2f7-40b3-b3da-402f588b5209','ada käfer','ada  KÄFER','2026-11-30 20:11:22.050700','{"outcomes": 7, "intercept": {"mean": -0.2, "sd": 0.41}, "gut_slope": {"mean": 0.31, "sd": 0.19}, "with_gut": -0.01, "starts": {"first": {"count": 6, "yes": 2, "shift": -0.1, "sd": 0.5, "with_gut": -0.02, "suggested": 0.39, "table": 0.42}}, "signs": {"salary.asked": 0.1}}');
CREATE TABLE mail_addresses (
	person_key TEXT NOT NULL, 
	address TEXT NOT NULL, 
	person TEXT, 
	CONSTRAINT pk_mail_addresses PRIMARY KEY (person_key, address)
);
INSERT INTO "mail_addresses" VALUES('','jo@example.org',NULL);
INSERT INTO "mail_addresses" VALUES('ada käfer','ada@example.org','Ada Käfer');
CREATE TABLE mail_batches (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	made_at DATETIME NOT NULL, 
	what VARCHAR(8) NOT NULL, 
	bookmarks JSON NOT NULL, 
	CONSTRAINT ck_mail_batches_ck_mail_batches_what CHECK (what IN ('add', 'fetch', 'settle'))
);
INSERT INTO "mail_batches" VALUES(1,'2026-11-30 23:42:16.851960','add','[]');
INSERT INTO "mail_batches" VALUES(2,'2026-11-30 23:42:16.872629','fetch','[{"place": ["", "imap.example.org", "jo@example.org", "INBOX"], "before": null}]');
INSERT INTO "mail_batches" VALUES(3,'2026-11-30 23:42:17.564874','settle','[]');
INSERT INTO "mail_batches" VALUES(4,'2026-11-30 23:42:17.825322','settle','[]');
INSERT INTO "mail_batches" VALUES(5,'2026-12-01 02:18:55.724673','add','[{"place": ["", "imap.mailplace.example", "jo@mailplace.example", "INBOX"], "before": null}]');
CREATE TABLE mail_bookmarks (
	person_key TEXT NOT NULL, 
	host TEXT NOT NULL, 
	user TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	bookmark JSON NOT NULL, 
	CONSTRAINT pk_mail_bookmarks PRIMARY KEY (person_key, host, user, folder)
);
INSERT INTO "mail_bookmarks" VALUES('','imap.example.org','jo@example.org','INBOX','{"host": "imap.example.org", "user": "jo@example.org", "folder": "INBOX", "validity": 7, "last_uid": 4, "since": null}');
INSERT INTO "mail_bookmarks" VALUES('','imap.mailplace.example','jo@mailplace.example','INBOX','{"host": "imap.mailplace.example", "user": "jo@mailplace.example", "folder": "INBOX", "validity": 3, "last_uid": 41, "since": null}');
CREATE TABLE mail_changes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	batch_id INTEGER NOT NULL, 
	mail_id INTEGER NOT NULL, 
	"before" JSON, 
	outcome VARCHAR(36), 
	step VARCHAR(36), 
	CONSTRAINT fk_mail_changes_batch_id FOREIGN KEY(batch_id) REFERENCES mail_batches (id) ON DELETE CASCADE, 
	CONSTRAINT fk_mail_changes_mail_id FOREIGN KEY(mail_id) REFERENCES mails (id) ON DELETE CASCADE
);
INSERT INTO "mail_changes" VALUES(1,1,1,NULL,NULL,NULL);
INSERT INTO "mail_changes" VALUES(2,1,2,NULL,NULL,NULL);
INSERT INTO "mail_changes" VALUES(3,1,3,NULL,NULL,NULL);
INSERT INTO "mail_changes" VALUES(4,1,4,NULL,NULL,NULL);
INSERT INTO "mail_changes" VALUES(5,3,1,'{"state": "waiting", "opportunity": null, "interview": null, "document": null, "confidence": 0.9940846417963992, "why": ["it names the employer", "the subject names the job", "the domain is the employer''s name"], "filed": null, "answer": null}',NULL,NULL);
INSERT INTO "mail_changes" VALUES(6,3,2,'{"state": "waiting", "opportunity": null, "interview": null, "document": null, "confidence": 0.9980255173942433, "why": ["it names the employer", "the subject names the job", "the domain is the employer''s name"], "filed": null, "answer": null}',NULL,NULL);
INSERT INTO "mail_changes" VALUES(7,4,2,'{"state": "attached", "opportunity": 3, "interview": 2, "document": "Mail 2031-05-06 from Jo", "confidence": 0.9999982654009131, "why": ["it answers a mail of this opportunity", "it names the employer", "the subject names the job"], "filed": {"opportunity": 3, "interview": 2, "message_id": "<2@example.org>", "thread": ["<1@brook.example>"], "addresses": ["lena@brook.example"], "people": [], "topic": "your baker interview at brook & sons", "references": [], "day": "2031-05-06"}, "answer": null}',NULL,NULL);
CREATE TABLE mails (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person TEXT, 
	person_key TEXT NOT NULL, 
	identity VARCHAR(64) NOT NULL, 
	state VARCHAR(12) NOT NULL, 
	kept_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	sender TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	message_id TEXT, 
	thread JSON NOT NULL, 
	message JSON, 
	own BOOLEAN NOT NULL, 
	kind VARCHAR(16), 
	kind_probability FLOAT, 
	opportunity_id INTEGER, 
	interview_id INTEGER, 
	document TEXT, 
	confidence FLOAT, 
	why JSON NOT NULL, 
	filed JSON, 
	answer VARCHAR(3), 
	CONSTRAINT uq_mails_person_key_identity UNIQUE (person_key, identity), 
	CONSTRAINT fk_mails_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_mails_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE, 
	CONSTRAINT ck_mails_ck_mails_state CHECK (state IN ('attached', 'waiting', 'none', 'dismissed')), 
	CONSTRAINT ck_mails_ck_mails_attached_has_a_job CHECK ((state = 'attached') = (opportunity_id IS NOT NULL))
);
INSERT INTO "mails" VALUES(1,NULL,'','02b3f7380b9fc949d0fe5c4da73024d547d8b193d422a13c806b9a19a5fa6349','attached','2026-11-30 23:42:16.855006','2026-11-30 23:42:17.638427','2031-05-05 07:10:00.000000','Lena Brook','Your Baker interview at Brook & Sons','<1@brook.example>','[]','{"document": {"text": "Dear Jo,\n\nwe at Brook & Sons enjoyed the talk about the Baker job. We will come back to you by Friday.\n\nLena", "kind": "mail", "turns": [], "asides": [{"start": 0, "end": 8, "kind": "greeting"}, {"start": 104, "end": 108, "kind": "signature"}], "mail": {"sender": "Lena Brook <lena@brook.example>", "recipients": ["jo@example.org"], "subject": "Your Baker interview at Brook & Sons", "date": "2031-05-05T09:10:00+02:00", "message_id": "<1@brook.example>", "in_reply_to": null, "automatic": false}, "name": null, "format": "eml", "warnings": []}, "message_id": "<1@brook.example>", "in_reply_to": [], "references": [], "sender": {"address": "lena@brook.example", "name": "Lena Brook"}, "reply_to": null, "to": [{"address": "jo@example.org", "name": null}], "cc": [], "date": "2031-05-05T09:10:00+02:00", "zone_known": true, "subject": "Your Baker interview at Brook & Sons", "auto_submitted": null, "automatic": false, "list_id": null, "has_unsubscribe": false, "attachments": [], "source": null, "is_cut": false}',0,'reply',7.49437408734809462629e-01,3,2,'Mail 2031-05-05 from Lena Brook',NULL,'[]','{"opportunity": 3, "interview": 2, "message_id": "<1@brook.example>", "thread": [], "addresses": ["lena@brook.example"], "people": ["Lena Brook"], "topic": "your baker interview at brook & sons", "references": [], "day": "2031-05-05"}',NULL);
INSERT INTO "mails" VALUES(2,NULL,'','159e3fbd346191c9217f3e7f56b2a2aaa04a3467d3723138611cf363eaddb218','dismissed','2026-11-30 23:42:16.862523','2026-11-30 23:42:17.841483','2031-05-06 07:10:00.000000','Jo','Re: Your Baker interview at Brook & Sons','<2@example.org>','["<1@brook.example>"]','{"document": {"text": "Thank you, Lena.", "kind": "mail", "turns": [], "asides": [], "mail": {"sender": "Jo <jo@example.org>", "recipients": ["lena@brook.example"], "subject": "Re: Your Baker interview at Brook & Sons", "date": "2031-05-06T09:10:00+02:00", "message_id": "<2@example.org>", "in_reply_to": "<1@brook.example>", "automatic": false}, "name": null, "format": "eml", "warnings": []}, "message_id": "<2@example.org>", "in_reply_to": ["<1@brook.example>"], "references": ["<1@brook.example>"], "sender": {"address": "jo@example.org", "name": "Jo"}, "reply_to": null, "to": [{"address": "lena@brook.example", "name": null}], "cc": [], "date": "2031-05-06T09:10:00+02:00", "zone_known": true, "subject": "Re: Your Baker interview at Brook & Sons", "auto_submitted": null, "automatic": false, "list_id": null, "has_unsubscribe": false, "attachments": [], "source": null, "is_cut": false}',1,NULL,NULL,NULL,NULL,NULL,NULL,'[]','{"opportunity": null, "interview": null, "message_id": "<2@example.org>", "thread": ["<1@brook.example>"], "addresses": ["lena@brook.example"], "people": [], "topic": "your baker interview at brook & sons", "references": [], "day": "2031-05-06"}',NULL);
INSERT INTO "mails" VALUES(3,NULL,'','85891ea1befa849577be6e9d41411ed9258aba42732108c2cb8e586055ccdbfe','none','2026-11-30 23:42:16.863687','2026-11-30 23:42:16.863687',NULL,'','',NULL,'[]',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL,NULL);
INSERT INTO "mails" VALUES(4,NULL,'','da9bc89337e9f8031f29497c39c33a46added09d87b382119d6a4f4739d26b50','none','2026-11-30 23:42:16.866956','2026-11-30 23:42:16.866956',NULL,'','',NULL,'[]',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL,NULL);
CREATE TABLE "opportunities" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	employer TEXT NOT NULL, 
	job TEXT NOT NULL, 
	person TEXT, 
	employer_key TEXT NOT NULL, 
	job_key TEXT NOT NULL, 
	person_key TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	kept BOOLEAN NOT NULL, 
	tags JSON NOT NULL, 
	deadline JSON, 
	url TEXT NOT NULL, 
	place TEXT NOT NULL, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	contacts JSON NOT NULL, 
	domains JSON NOT NULL, 
	CONSTRAINT uq_opportunities_uuid UNIQUE (uuid), 
	CONSTRAINT uq_opportunities_person_key_employer_key_job_key UNIQUE (person_key, employer_key, job_key)
);
INSERT INTO "opportunities" VALUES(1,'711e5e6d-78e2-5b22-af1a-f6d5f809cc28','Brook & Sons','Baker','Ada Käfer','brook & sons','baker','ada käfer','2026-11-23 05:48:14.531316','2026-11-30 22:26:41.009418',1,'["bread"]',NULL,'','','','','[]','[]');
INSERT INTO "opportunities" VALUES(2,'07530595-dda9-5dcb-aa7d-ad7db85ecd80','Brook & Sons','Driver',NULL,'brook & sons','driver','','2026-11-30 21:11:31.654488','2026-11-30 21:11:31.654488',0,'[]',NULL,'','','','','[]','[]');
INSERT INTO "opportunities" VALUES(3,'d268b42d-cf21-5ecc-9249-113caa289598','Brook & Sons','Baker',NULL,'brook & sons','baker','','2026-11-23 05:48:14.581522','2026-11-23 05:48:14.581522',0,'[]',NULL,'','','','','[]','[]');
INSERT INTO "opportunities" VALUES(4,'692a084e-8173-4213-834b-0494a0aaaf18','Heron Ferries','Deckhand 😀',NULL,'heron ferries','deckhand 😀','','2026-11-30 22:26:40.870043','2026-11-30 22:26:40.941593',1,'["sea", "near"]','{"day": "2031-06-01", "what": "send papers"}','https://heron.example/jobs/1','Dock 3','a friend','Ask for Ines.','[{"name": "Ines Roth", "mail": "ines@heron.example", "role": "crew lead"}]','["heron.example"]');
INSERT INTO "opportunities" VALUES(5,'f825e358-20ea-4e6e-b20a-31c42e9a5326','Heron Ferries','deckhand 😀','Ida','heron ferries','deckhand 😀','ida','2026-11-30 22:26:40.970715','2026-11-30 22:26:40.970715',1,'[]',NULL,'','','','','[]','[]');
CREATE TABLE opportunity_changes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	opportunity_id INTEGER NOT NULL, 
	batch INTEGER, 
	made_at DATETIME NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	"before" JSON NOT NULL, 
	"after" JSON NOT NULL, 
	step VARCHAR(36), 
	CONSTRAINT fk_opportunity_changes_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunities (id) ON DELETE CASCADE, 
	CONSTRAINT ck_opportunity_changes_ck_opportunity_changes_kind CHECK (kind IN ('add', 'edit', 'move'))
);
INSERT INTO "opportunity_changes" VALUES(1,4,NULL,'2026-11-30 22:26:40.895184','add','{}','{}',NULL);
INSERT INTO "opportunity_changes" VALUES(2,4,NULL,'2026-11-30 22:26:40.925893','move','{}','{}','d9d02172-5827-44f3-9698-952c7c948857');
INSERT INTO "opportunity_changes" VALUES(3,4,NULL,'2026-11-30 22:26:40.941412','move','{}','{}','6659aa42-1743-4986-a3e7-d478e0385ba4');
INSERT INTO "opportunity_changes" VALUES(4,5,NULL,'2026-11-30 22:26:40.973094','add','{}','{}',NULL);
INSERT INTO "opportunity_changes" VALUES(5,1,NULL,'2026-11-30 22:26:40.991152','edit','{"tags": [], "kept": false}','{"tags": ["bread"], "kept": true}',NULL);
INSERT INTO "opportunity_changes" VALUES(6,1,NULL,'2026-11-30 22:26:41.009237','move','{}','{}','47ba20bd-b8b7-4465-a1d9-1aef33e6bfeb');
CREATE TABLE opportunity_steps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	opportunity_id INTEGER NOT NULL, 
	stage VARCHAR(16) NOT NULL, 
	closing VARCHAR(16), 
	"on" DATE, 
	recorded_at DATETIME NOT NULL, 
	made_by VARCHAR(16) NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT uq_opportunity_steps_uuid UNIQUE (uuid), 
	CONSTRAINT fk_opportunity_steps_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunities (id) ON DELETE CASCADE, 
	CONSTRAINT ck_opportunity_steps_ck_opportunity_steps_closed_says_how CHECK ((closing IS NULL) = (stage <> 'closed'))
);
INSERT INTO "opportunity_steps" VALUES(1,'946b04bf-d518-412c-84f9-4b75b3f1f73f',4,'applied',NULL,'2031-05-01','2026-11-30 22:26:40.887119','you','');
INSERT INTO "opportunity_steps" VALUES(2,'d9d02172-5827-44f3-9698-952c7c948857',4,'screen',NULL,'2031-05-04','2026-11-30 22:26:40.925179','you','They rang.');
INSERT INTO "opportunity_steps" VALUES(3,'6659aa42-1743-4986-a3e7-d478e0385ba4',4,'closed','no-answer',NULL,'2026-11-30 22:26:40.940748','you','');
INSERT INTO "opportunity_steps" VALUES(4,'47ba20bd-b8b7-4465-a1d9-1aef33e6bfeb',1,'final',NULL,NULL,'2026-11-30 22:26:41.008593','you','');
CREATE TABLE outcomes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	interview_id INTEGER NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	"on" DATE, 
	note TEXT, 
	CONSTRAINT fk_outcomes_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE, 
	CONSTRAINT uq_outcomes_uuid UNIQUE (uuid)
);
INSERT INTO "outcomes" VALUES(1,'3e742b5b-f071-42d6-bf7a-204449bd3719',1,'2026-11-23 05:48:14.573526','no-answer',NULL,NULL);
INSERT INTO "outcomes" VALUES(2,'f94de646-e765-4328-b5d1-df468912b4eb',1,'2026-11-23 05:48:14.579225','advanced','2031-05-09','They called.');
CREATE TABLE practice_attempts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	card_id INTEGER NOT NULL, 
	tried_at DATETIME NOT NULL, 
	answer TEXT NOT NULL, 
	rating VARCHAR(8), 
	CONSTRAINT uq_practice_attempts_uuid UNIQUE (uuid), 
	CONSTRAINT fk_practice_attempts_card_id FOREIGN KEY(card_id) REFERENCES practice_cards (id) ON DELETE CASCADE
);
INSERT INTO "practice_attempts" VALUES(1,'8c35646a-ffbe-4ff5-8873-8a435aa9afd7',1,'2026-11-30 21:00:01.663456','In May 😀 I asked.
It took 3 days.','good');
INSERT INTO "practice_attempts" VALUES(2,'ec5e45c1-95ba-4fc7-8870-141f4c8e8116',1,'2026-11-30 21:00:01.745869','Half an',NULL);
CREATE TABLE practice_cards (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid VARCHAR(36) NOT NULL, 
	interview_id INTEGER NOT NULL, 
	made_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	dropped BOOLEAN NOT NULL, 
	card JSON NOT NULL, 
	due DATETIME NOT NULL, 
	stability FLOAT, 
	difficulty FLOAT, 
	last_review DATETIME, 
	CONSTRAINT uq_practice_cards_uuid UNIQUE (uuid), 
	CONSTRAINT fk_practice_cards_interview_id FOREIGN KEY(interview_id) REFERENCES interviews (id) ON DELETE CASCADE
);
INSERT INTO "practice_cards" VALUES(1,'826c94da-e853-4fd9-b6ae-62fdc4ce0f7b',1,'2026-11-30 21:00:01.584886','2026-11-30 21:00:01.746225',0,'{"question": "She asked what I hope to earn.", "kind": "other", "document": "evening.txt", "start": 39, "end": 69, "at": null, "asked": true, "answer": "Umm, I think so.", "followed": null, "reasons": ["told"], "sign": "gut.bad", "measures": {"words": 4, "seconds": null, "situation": false, "action": false, "result": false, "numbers": 0, "hedges": 1, "fillers": 1, "overlap": 0.0, "talk_share": null}, "missing": ["short", "not-answered"]}','2031-05-05 09:00:00.000000',2.3065,2.11810397045901588342e+00,'2031-05-03 09:00:00.000000');
INSERT INTO "practice_cards" VALUES(2,'6e334bf8-7842-41a5-bcbb-217c2bfe20b9',1,'2026-11-30 21:00:01.584886','2026-11-30 21:00:01.584886',0,'{"question": "what I hope", "kind": "other", "document": "evening.txt", "start": 49, "end": 60, "at": null, "asked": false, "answer": null, "followed": null, "reasons": ["told"], "sign": "gut.bad", "measures": null, "missing": []}','2031-05-03 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "practice_cards" VALUES(3,'9560292a-8f8c-4bea-8c3e-ca70337a7a54',1,'2026-11-30 21:00:01.584886','2026-11-30 21:00:01.759422',1,'{"question": "whom I would", "kind": "other", "document": "evening.txt", "start": 13, "end": 25, "at": null, "asked": true, "answer": null, "followed": null, "reasons": ["told"], "sign": "gut.bad", "measures": null, "missing": []}','2031-05-03 09:00:00.000000',NULL,NULL,NULL);
CREATE INDEX ix_interviews_opportunity_id ON interviews (opportunity_id);
CREATE INDEX ix_assessments_interview_id_shown_at ON assessments (interview_id, shown_at);
CREATE INDEX ix_outcomes_interview_id_recorded_at ON outcomes (interview_id, recorded_at);
CREATE INDEX ix_interviews_person_key ON interviews (person_key);
CREATE INDEX ix_learned_person_key ON learned (person_key);
CREATE INDEX ix_appointments_interview_id ON appointments (interview_id);
CREATE INDEX ix_calendar_changes_batch ON calendar_changes (batch);
CREATE INDEX ix_calendar_changes_interview_id ON calendar_changes (interview_id);
CREATE INDEX ix_practice_cards_interview_id ON practice_cards (interview_id);
CREATE INDEX ix_practice_attempts_card_id ON practice_attempts (card_id);
CREATE INDEX ix_opportunity_steps_opportunity_id ON opportunity_steps (opportunity_id);
CREATE INDEX ix_opportunity_changes_opportunity_id ON opportunity_changes (opportunity_id);
CREATE INDEX ix_opportunity_changes_batch ON opportunity_changes (batch);
CREATE INDEX ix_mails_state ON mails (state);
CREATE INDEX ix_mails_opportunity_id ON mails (opportunity_id);
CREATE INDEX ix_mails_interview_id ON mails (interview_id);
CREATE INDEX ix_mail_changes_batch_id ON mail_changes (batch_id);
CREATE INDEX ix_mail_changes_mail_id ON mail_changes (mail_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('learned',4);
INSERT INTO "sqlite_sequence" VALUES('interviews',5);
INSERT INTO "sqlite_sequence" VALUES('assessments',2);
INSERT INTO "sqlite_sequence" VALUES('outcomes',2);
INSERT INTO "sqlite_sequence" VALUES('calendar_changes',2);
INSERT INTO "sqlite_sequence" VALUES('practice_cards',3);
INSERT INTO "sqlite_sequence" VALUES('practice_attempts',2);
INSERT INTO "sqlite_sequence" VALUES('opportunities',5);
INSERT INTO "sqlite_sequence" VALUES('opportunity_steps',4);
INSERT INTO "sqlite_sequence" VALUES('opportunity_changes',6);
INSERT INTO "sqlite_sequence" VALUES('mail_batches',5);
INSERT INTO "sqlite_sequence" VALUES('mails',4);
INSERT INTO "sqlite_sequence" VALUES('mail_changes',7);
COMMIT;
