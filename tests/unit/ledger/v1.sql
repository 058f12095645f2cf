-- A ledger as version 0001 of the tables wrote it, with two builds; frozen: it must stay readable for ever.
PRAGMA application_id = 1818324596;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE build (
	id TEXT NOT NULL, 
	built_on TEXT, 
	version TEXT, 
	record TEXT NOT NULL, 
	CONSTRAINT pk_build PRIMARY KEY (id)
);
INSERT INTO "build" VALUES('build','2023-12-01','1','{"on":"2023-12-01","version":"1"}');
CREATE TABLE claim (
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	document_name TEXT NOT NULL, 
	starts INTEGER NOT NULL, 
	ends INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	says TEXT NOT NULL, 
	indicator TEXT NOT NULL, 
	period_start TEXT, 
	period_end TEXT, 
	theme TEXT, 
	place TEXT, 
	about TEXT NOT NULL, 
	sentence_starts INTEGER NOT NULL, 
	sentence_ends INTEGER NOT NULL, 
	confidence FLOAT NOT NULL, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT fk_claim_document FOREIGN KEY(document) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE commitment (
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	document_name TEXT NOT NULL, 
	starts INTEGER NOT NULL, 
	ends INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	indicator TEXT NOT NULL, 
	comparator TEXT, 
	value TEXT, 
	upper TEXT, 
	unit TEXT, 
	grain TEXT, 
	basis TEXT, 
	accumulation TEXT, 
	direction TEXT, 
	period_start TEXT, 
	period_end TEXT, 
	period_rule TEXT, 
	recurrence TEXT, 
	theme TEXT, 
	place TEXT, 
	sentence_starts INTEGER NOT NULL, 
	sentence_ends INTEGER NOT NULL, 
	page INTEGER, 
	box TEXT, 
	confidence FLOAT NOT NULL, 
	strength TEXT, 
	binding BOOLEAN, 
	CONSTRAINT pk_commitment PRIMARY KEY (id), 
	CONSTRAINT fk_commitment_document FOREIGN KEY(document) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_commitment_binding CHECK (binding IN (0, 1))
);
INSERT INTO "commitment" VALUES('0e163907e45dcb6d','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e','plan.txt',9,12,'40处','新建社区食堂','exactly','40',NULL,'处','10','increment',NULL,NULL,'2023-01-01','2023-12-31',NULL,NULL,'一老一小',NULL,3,12,NULL,NULL,1.0,'plain',NULL);
INSERT INTO "commitment" VALUES('810f1c40fdb6d8e6','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e','plan.txt',18,21,'90张','新增床位','exactly','90',NULL,'张','10','increment',NULL,NULL,'2023-01-01','2023-12-31',NULL,NULL,'一老一小',NULL,14,21,NULL,NULL,1.0,'plain',NULL);
CREATE TABLE document (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	published TEXT, 
	covers_start TEXT, 
	covers_end TEXT, 
	publisher TEXT, 
	licence TEXT NOT NULL, 
	url TEXT, 
	sha256 TEXT, 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT ck_document_licence CHECK (licence IN ('open', 'quote'))
);
INSERT INTO "document" VALUES('a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e','plan.txt','方案','["plan"]','2023-12-01',NULL,NULL,NULL,'open',NULL,NULL);
INSERT INTO "document" VALUES('614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a','report.txt','年终通报','["report"]','2023-12-01',NULL,NULL,NULL,'open',NULL,NULL);
CREATE TABLE entry (
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	event INTEGER NOT NULL, 
	fingerprint TEXT NOT NULL, 
	confirmed TEXT NOT NULL, 
	CONSTRAINT pk_entry PRIMARY KEY (kind, "key"), 
	CONSTRAINT fk_entry_event FOREIGN KEY(event) REFERENCES event (number)
);
INSERT INTO "entry" VALUES('plan','plan',1,'adb761af51d87b643fbe260bcc4439c8','2023-12-01');
INSERT INTO "entry" VALUES('source','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e',2,'c9dfcc8c32b9ec638c0b31f0f7f9f02b','2023-12-01');
INSERT INTO "entry" VALUES('passage','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e:000000',4,'70068d526cc34d13c836f5bbf499760f','2023-12-01');
INSERT INTO "entry" VALUES('passage','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e:000001',5,'a060bf5ba400426fbf0b3b4eca13654a','2023-12-01');
INSERT INTO "entry" VALUES('passage','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e:000002',6,'ffd54be2a44a0622fa63dfe454481bbb','2023-12-01');
INSERT INTO "entry" VALUES('commitment','0e163907e45dcb6d',9,'64e495b0ef37af73eda7e6082356315b','2023-12-01');
INSERT INTO "entry" VALUES('commitment','810f1c40fdb6d8e6',10,'0f0c4ee44da514f329cc4aa90900f795','2023-12-01');
INSERT INTO "entry" VALUES('source','614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a',16,'b7d94a7d0ae7bfe40ac8e422f5a03ee0','2023-12-01');
INSERT INTO "entry" VALUES('passage','614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a:000000',17,'d1b39c5bde995361cfdce55da44471ed','2023-12-01');
INSERT INTO "entry" VALUES('passage','614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a:000001',18,'c66d2280608cd44045c0ed1958a745fd','2023-12-01');
INSERT INTO "entry" VALUES('observation','94837cf6cd20a7ae',19,'fcb736a0c81d7e79f60a09e0f7f33dc6','2023-12-01');
INSERT INTO "entry" VALUES('verdict','0e163907e45dcb6d',20,'1a86debfd05f84dfb2853c1968921abd','2023-12-01');
INSERT INTO "entry" VALUES('verdict','810f1c40fdb6d8e6',21,'e61ae2bc630003e842fba2536bdf6a3b','2023-12-01');
INSERT INTO "entry" VALUES('build','build',22,'355d41eb0c1faefa70eae8458a4057f7','2023-12-01');
CREATE TABLE event (
	number INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	action TEXT NOT NULL, 
	record TEXT, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (number), 
	CONSTRAINT ck_event_record CHECK ((record IS NULL) = (action = 'retired')), 
	CONSTRAINT ck_event_action CHECK (action IN ('stated', 'retired'))
);
INSERT INTO "event" VALUES(1,'2023-06-01','plan','plan','stated','{"title":"岭南市民生方案","themes":[{"name":"一老一小"},{"name":"住房"}]}','','85259c81317d889e708bd3f5fadd19ea6c5b16a7822d5be85eab1b43cc80cdd7');
INSERT INTO "event" VALUES(2,'2023-06-01','source','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e','stated','{"document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","name":"plan.txt","title":"方案","roles":["plan"],"published":"2023-12-01","covers_start":null,"covers_end":null,"publisher":null,"licence":"open","url":null,"sha256":null}','85259c81317d889e708bd3f5fadd19ea6c5b16a7822d5be85eab1b43cc80cdd7','5f9979a498350cced1681a8a8b28344b4e4d379e4c4cc87f4ef35141ed169e54');
INSERT INTO "event" VALUES(3,'2023-06-01','source','72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec','stated','{"document_id":"72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec","name":"report.txt","title":"年终通报","roles":["report"],"published":"2023-12-01","covers_start":null,"covers_end":null,"publisher":null,"licence":"open","url":null,"sha256":null}','5f9979a498350cced1681a8a8b28344b4e4d379e4c4cc87f4ef35141ed169e54','eb6a04a354abcef05c0e64b4ff71c20fd300dcebb5c9fd9ffa59af7ad796f694');
INSERT INTO "event" VALUES(4,'2023-06-01','passage','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e:000000','stated','{"document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","ordinal":0,"kind":"heading","level":1,"article":0,"text":"方案","pieces":[[0,2]]}','eb6a04a354abcef05c0e64b4ff71c20fd300dcebb5c9fd9ffa59af7ad796f694','dca0e98750629915a894fcdfe0e4c23a67c021def9639d3b851f37b4f65721cf');
INSERT INTO "event" VALUES(5,'2023-06-01','passage','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e:000001','stated','{"document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","ordinal":1,"kind":"body","level":0,"article":0,"text":"新建社区食堂40处。","pieces":[[3,13]]}','dca0e98750629915a894fcdfe0e4c23a67c021def9639d3b851f37b4f65721cf','0aae8662ba48b81b839c08e66cbc446e904d9728df6a9765723a62675489129e');
INSERT INTO "event" VALUES(6,'2023-06-01','passage','a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e:000002','stated','{"document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","ordinal":2,"kind":"body","level":0,"article":0,"text":"新增床位90张。","pieces":[[14,22]]}','0aae8662ba48b81b839c08e66cbc446e904d9728df6a9765723a62675489129e','3b3d981d40fa2b29018eec0bf50ceffd0c4bf8de8579aed016e59153f5a3799e');
INSERT INTO "event" VALUES(7,'2023-06-01','passage','72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec:000000','stated','{"document_id":"72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec","ordinal":0,"kind":"heading","level":1,"article":0,"text":"年终通报","pieces":[[0,4]]}','3b3d981d40fa2b29018eec0bf50ceffd0c4bf8de8579aed016e59153f5a3799e','de78f02fd02668a9452b46da5d72ba3aaeeda845a11ea24d43d958720e9ce0d8');
INSERT INTO "event" VALUES(8,'2023-06-01','passage','72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec:000001','stated','{"document_id":"72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec","ordinal":1,"kind":"body","level":0,"article":0,"text":"建成社区食堂12处。","pieces":[[5,15]]}','de78f02fd02668a9452b46da5d72ba3aaeeda845a11ea24d43d958720e9ce0d8','c4663bae489142e2e82a2f76187df646b885b7c80c62339ddeb77615142211c2');
INSERT INTO "event" VALUES(9,'2023-06-01','commitment','0e163907e45dcb6d','stated','{"id":"0e163907e45dcb6d","document":"plan.txt","document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","kind":"commitment","start":9,"end":12,"quote":"40处","page":null,"box":null,"value":"40","upper":null,"unit":"处","grain":"10","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"新建社区食堂","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":null,"theme":"一老一小","place":null,"sentence_start":3,"sentence_end":12,"confidence":1.0,"period_rule":null,"strength":"plain","binding":null}','c4663bae489142e2e82a2f76187df646b885b7c80c62339ddeb77615142211c2','3201009141a3f54879e5edff22a9b9c598c2ca1da55d096f719b87fa28cf3f84');
INSERT INTO "event" VALUES(10,'2023-06-01','commitment','810f1c40fdb6d8e6','stated','{"id":"810f1c40fdb6d8e6","document":"plan.txt","document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","kind":"commitment","start":18,"end":21,"quote":"90张","page":null,"box":null,"value":"90","upper":null,"unit":"张","grain":"10","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"新增床位","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":null,"theme":"一老一小","place":null,"sentence_start":14,"sentence_end":21,"confidence":1.0,"period_rule":null,"strength":"plain","binding":null}','3201009141a3f54879e5edff22a9b9c598c2ca1da55d096f719b87fa28cf3f84','2c5afbbb9be8074e6c76bd7dd7361add11488656dee1114fcc65abe2430eebc3');
INSERT INTO "event" VALUES(11,'2023-06-01','observation','d6d82459cc0d9199','stated','{"id":"d6d82459cc0d9199","document":"report.txt","document_id":"72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec","kind":"observation","start":11,"end":14,"quote":"12处","page":null,"box":null,"value":"12","upper":null,"unit":"处","grain":"1","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"建成社区食堂","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":"done","theme":null,"place":null,"sentence_start":5,"sentence_end":14,"confidence":1.0,"period_rule":null,"spans":[]}','2c5afbbb9be8074e6c76bd7dd7361add11488656dee1114fcc65abe2430eebc3','24bf110b7215273763ea1c125176021483974c7b2115c43290c62e05f99e379c');
INSERT INTO "event" VALUES(12,'2023-06-01','issue','e9040702cedcfdea','stated','{"code":"undated","level":"warning","message":"no year before 「三处」","source":"report.txt","document_id":null,"start":null,"end":null}','24bf110b7215273763ea1c125176021483974c7b2115c43290c62e05f99e379c','f70dfc5938c46f2daf85c3fee6c57d0a7f2a09aa54255dcbe5a61b7bb505a4fa');
INSERT INTO "event" VALUES(13,'2023-06-01','verdict','0e163907e45dcb6d','stated','{"commitment":{"id":"0e163907e45dcb6d","document":"plan.txt","document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","kind":"commitment","start":9,"end":12,"quote":"40处","page":null,"box":null,"value":"40","upper":null,"unit":"处","grain":"10","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"新建社区食堂","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":null,"theme":"一老一小","place":null,"sentence_start":3,"sentence_end":12,"confidence":1.0,"period_rule":null,"strength":"plain","binding":null},"verdict":"behind","secured":false,"attainment":["0.3","0.3"],"expected":null,"comparability":null,"reason":null,"evidence_grade":"E2","evidence":[{"id":"d6d82459cc0d9199","document":"report.txt","document_id":"72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec","kind":"observation","start":11,"end":14,"quote":"12处","page":null,"box":null,"value":"12","upper":null,"unit":"处","grain":"1","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"建成社区食堂","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":"done","theme":null,"place":null,"sentence_start":5,"sentence_end":14,"confidence":1.0,"period_rule":null,"spans":[],"comparability":"exact","reason":null,"evidence_grade":"E2","note":""}],"working":["30% of the target"],"rules":[],"flags":[],"claim":null,"needs_review":false,"on":"2023-06-01","as_of":null,"working_zh":["完成30%"],"working_rules":["ratio"],"reviewability":"R2","searched":[],"override":null,"override_by":null,"override_reason":null}','f70dfc5938c46f2daf85c3fee6c57d0a7f2a09aa54255dcbe5a61b7bb505a4fa','4c3751aad522f1e78fee34f58e1cc8a3006d39553adbe29bdf887ed60b1986be');
INSERT INTO "event" VALUES(14,'2023-06-01','verdict','810f1c40fdb6d8e6','stated','{"commitment":{"id":"810f1c40fdb6d8e6","document":"plan.txt","document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","kind":"commitment","start":18,"end":21,"quote":"90张","page":null,"box":null,"value":"90","upper":null,"unit":"张","grain":"10","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"新增床位","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":null,"theme":"一老一小","place":null,"sentence_start":14,"sentence_end":21,"confidence":1.0,"period_rule":null,"strength":"plain","binding":null},"verdict":"not_reported","secured":false,"attainment":null,"expected":null,"comparability":null,"reason":null,"evidence_grade":"E0","evidence":[],"working":["30% of the target"],"rules":[],"flags":[],"claim":null,"needs_review":false,"on":"2023-06-01","as_of":null,"working_zh":["完成30%"],"working_rules":["ratio"],"reviewability":"R2","searched":[],"override":null,"override_by":null,"override_reason":null}','4c3751aad522f1e78fee34f58e1cc8a3006d39553adbe29bdf887ed60b1986be','f1bcafe922c5b3363fd01f9f92585fdbbc10fc6027046729407398a5a93892b2');
INSERT INTO "event" VALUES(15,'2023-06-01','build','build','stated','{"on":"2023-06-01","version":"1"}','f1bcafe922c5b3363fd01f9f92585fdbbc10fc6027046729407398a5a93892b2','8c26666596810e644cc19a4ea17263e7d9b9360e8c0b75b7ecb9a7bb380721a7');
INSERT INTO "event" VALUES(16,'2023-12-01','source','614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a','stated','{"document_id":"614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a","name":"report.txt","title":"年终通报","roles":["report"],"published":"2023-12-01","covers_start":null,"covers_end":null,"publisher":null,"licence":"open","url":null,"sha256":null}','8c26666596810e644cc19a4ea17263e7d9b9360e8c0b75b7ecb9a7bb380721a7','57217abb885c4218a11db0892084883ea765d888e290b8d6468bfb3a30c929f5');
INSERT INTO "event" VALUES(17,'2023-12-01','passage','614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a:000000','stated','{"document_id":"614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a","ordinal":0,"kind":"heading","level":1,"article":0,"text":"年终通报","pieces":[[0,4]]}','57217abb885c4218a11db0892084883ea765d888e290b8d6468bfb3a30c929f5','ab84e6e2461037fb1c1447d9b6e492e050018835b6b4c4ab1762b05a84e09540');
INSERT INTO "event" VALUES(18,'2023-12-01','passage','614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a:000001','stated','{"document_id":"614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a","ordinal":1,"kind":"body","level":0,"article":0,"text":"建成社区食堂31处。","pieces":[[5,15]]}','ab84e6e2461037fb1c1447d9b6e492e050018835b6b4c4ab1762b05a84e09540','a4bea22e19214b55e5de8b8e337acda0c05bbb8d7a3b004c1e20a21e4a2d6adb');
INSERT INTO "event" VALUES(19,'2023-12-01','observation','94837cf6cd20a7ae','stated','{"id":"94837cf6cd20a7ae","document":"report.txt","document_id":"614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a","kind":"observation","start":11,"end":14,"quote":"31处","page":null,"box":null,"value":"31","upper":null,"unit":"处","grain":"1","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"建成社区食堂","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":"done","theme":null,"place":null,"sentence_start":5,"sentence_end":14,"confidence":1.0,"period_rule":null,"spans":[]}','a4bea22e19214b55e5de8b8e337acda0c05bbb8d7a3b004c1e20a21e4a2d6adb','e3da71d4628379ec6528e324dd55217dd2f3d590b189ebbe00e08dff3a8d9b42');
INSERT INTO "event" VALUES(20,'2023-12-01','verdict','0e163907e45dcb6d','stated','{"commitment":{"id":"0e163907e45dcb6d","document":"plan.txt","document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","kind":"commitment","start":9,"end":12,"quote":"40处","page":null,"box":null,"value":"40","upper":null,"unit":"处","grain":"10","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"新建社区食堂","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":null,"theme":"一老一小","place":null,"sentence_start":3,"sentence_end":12,"confidence":1.0,"period_rule":null,"strength":"plain","binding":null},"verdict":"on_track","secured":false,"attainment":["0.775","0.775"],"expected":null,"comparability":null,"reason":null,"evidence_grade":"E2","evidence":[{"id":"94837cf6cd20a7ae","document":"report.txt","document_id":"614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a","kind":"observation","start":11,"end":14,"quote":"31处","page":null,"box":null,"value":"31","upper":null,"unit":"处","grain":"1","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"建成社区食堂","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":"done","theme":null,"place":null,"sentence_start":5,"sentence_end":14,"confidence":1.0,"period_rule":null,"spans":[],"comparability":"exact","reason":null,"evidence_grade":"E2","note":""}],"working":["77.5% of the target"],"rules":[],"flags":[],"claim":null,"needs_review":false,"on":"2023-12-01","as_of":null,"working_zh":["完成77.5%"],"working_rules":["ratio"],"reviewability":"R2","searched":[],"override":null,"override_by":null,"override_reason":null}','e3da71d4628379ec6528e324dd55217dd2f3d590b189ebbe00e08dff3a8d9b42','5f97f9dc9be2c6d6c0507acb6828bffe31479e5528f54529497de30fc9d79335');
INSERT INTO "event" VALUES(21,'2023-12-01','verdict','810f1c40fdb6d8e6','stated','{"commitment":{"id":"810f1c40fdb6d8e6","document":"plan.txt","document_id":"a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e","kind":"commitment","start":18,"end":21,"quote":"90张","page":null,"box":null,"value":"90","upper":null,"unit":"张","grain":"10","comparator":"exactly","basis":"increment","accumulation":null,"direction":null,"indicator":"新增床位","period_start":"2023-01-01","period_end":"2023-12-31","recurrence":null,"status":null,"theme":"一老一小","place":null,"sentence_start":14,"sentence_end":21,"confidence":1.0,"period_rule":null,"strength":"plain","binding":null},"verdict":"not_reported","secured":false,"attainment":null,"expected":null,"comparability":null,"reason":null,"evidence_grade":"E0","evidence":[],"working":["77.5% of the target"],"rules":[],"flags":[],"claim":null,"needs_review":false,"on":"2023-12-01","as_of":null,"working_zh":["完成77.5%"],"working_rules":["ratio"],"reviewability":"R2","searched":[],"override":null,"override_by":null,"override_reason":null}','5f97f9dc9be2c6d6c0507acb6828bffe31479e5528f54529497de30fc9d79335','80e15cc9852bfd30e6e150202f46d59f95c2fe1107a84b825f68548acb1a37da');
INSERT INTO "event" VALUES(22,'2023-12-01','build','build','stated','{"on":"2023-12-01","version":"1"}','80e15cc9852bfd30e6e150202f46d59f95c2fe1107a84b825f68548acb1a37da','04eee7e499b9a267a9471123b3c59aec8c4e0e0390ed76e758f7947051334a70');
INSERT INTO "event" VALUES(23,'2023-12-01','issue','e9040702cedcfdea','retired',NULL,'04eee7e499b9a267a9471123b3c59aec8c4e0e0390ed76e758f7947051334a70','2362e966e223076dbdf0c710bbac00e4dff818ea650bad7b42e16426f6ca8a0b');
INSERT INTO "event" VALUES(24,'2023-12-01','observation','d6d82459cc0d9199','retired',NULL,'2362e966e223076dbdf0c710bbac00e4dff818ea650bad7b42e16426f6ca8a0b','d7288ab5840af3aeeb8b01dd35397c8ab353ae861c4eff42fa9bd189f485fc76');
INSERT INTO "event" VALUES(25,'2023-12-01','passage','72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec:000000','retired',NULL,'d7288ab5840af3aeeb8b01dd35397c8ab353ae861c4eff42fa9bd189f485fc76','0a31bada8cf74c7304479a76f6e4f94074e9b6f56d104e2e3bdd490ed2176f69');
INSERT INTO "event" VALUES(26,'2023-12-01','passage','72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec:000001','retired',NULL,'0a31bada8cf74c7304479a76f6e4f94074e9b6f56d104e2e3bdd490ed2176f69','9f8bb6b87043b85217d7fd10f9b4fd7c8dfe95dfeaca6642f8980bfac9256c38');
INSERT INTO "event" VALUES(27,'2023-12-01','source','72f3656bf1433bc6bd1717540ddcb43fa8e862eec6f5628d42a3608780989bec','retired',NULL,'9f8bb6b87043b85217d7fd10f9b4fd7c8dfe95dfeaca6642f8980bfac9256c38','415ab243d32b15cd7d5ea7eea9406e498aa9ff9392b5e3cea0f12b6bcffbf20b');
CREATE TABLE evidence (
	commitment TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	observation TEXT NOT NULL, 
	comparability TEXT NOT NULL, 
	reason TEXT, 
	confidence FLOAT NOT NULL, 
	grade TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (commitment, position), 
	CONSTRAINT fk_evidence_commitment FOREIGN KEY(commitment) REFERENCES verdict (commitment) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_evidence_observation FOREIGN KEY(observation) REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "evidence" VALUES('0e163907e45dcb6d',1,'94837cf6cd20a7ae','exact',NULL,1.0,'E2','');
CREATE TABLE issue (
	id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	level TEXT NOT NULL, 
	message TEXT NOT NULL, 
	document_name TEXT, 
	document TEXT, 
	starts INTEGER, 
	ends INTEGER, 
	CONSTRAINT pk_issue PRIMARY KEY (id), 
	CONSTRAINT ck_issue_level CHECK (level IN ('info', 'warning', 'error'))
);
CREATE TABLE judgement (
	id TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	commitment TEXT NOT NULL, 
	observation TEXT, 
	verdict TEXT, 
	decided_by TEXT NOT NULL, 
	decided_when TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	quote TEXT, 
	CONSTRAINT pk_judgement PRIMARY KEY (id)
);
CREATE TABLE observation (
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	document_name TEXT NOT NULL, 
	starts INTEGER NOT NULL, 
	ends INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	indicator TEXT NOT NULL, 
	comparator TEXT, 
	value TEXT, 
	upper TEXT, 
	unit TEXT, 
	grain TEXT, 
	basis TEXT, 
	accumulation TEXT, 
	direction TEXT, 
	period_start TEXT, 
	period_end TEXT, 
	period_rule TEXT, 
	recurrence TEXT, 
	theme TEXT, 
	place TEXT, 
	sentence_starts INTEGER NOT NULL, 
	sentence_ends INTEGER NOT NULL, 
	page INTEGER, 
	box TEXT, 
	confidence FLOAT NOT NULL, 
	status TEXT, 
	other_places TEXT, 
	CONSTRAINT pk_observation PRIMARY KEY (id), 
	CONSTRAINT fk_observation_document FOREIGN KEY(document) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "observation" VALUES('94837cf6cd20a7ae','614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a','report.txt',11,14,'31处','建成社区食堂','exactly','31',NULL,'处','1','increment',NULL,NULL,'2023-01-01','2023-12-31',NULL,NULL,NULL,NULL,5,14,NULL,NULL,1.0,'done','[]');
CREATE TABLE passage (
	document TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	level INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	pieces TEXT NOT NULL, 
	CONSTRAINT pk_passage PRIMARY KEY (document, ordinal), 
	CONSTRAINT fk_passage_document FOREIGN KEY(document) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "passage" VALUES('a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e',0,'heading',1,0,'方案','[[0,2]]');
INSERT INTO "passage" VALUES('a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e',1,'body',0,0,'新建社区食堂40处。','[[3,13]]');
INSERT INTO "passage" VALUES('a37274ac7ebd1d1acca6e42a52c342807796269bb20f6eee26432f1862025e5e',2,'body',0,0,'新增床位90张。','[[14,22]]');
INSERT INTO "passage" VALUES('614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a',0,'heading',1,0,'年终通报','[[0,4]]');
INSERT INTO "passage" VALUES('614dd88a1430358fe300ea8350f716c6717f668e0a82046a1c6b770728b9c52a',1,'body',0,0,'建成社区食堂31处。','[[5,15]]');
CREATE TABLE "plan" (
	id TEXT NOT NULL, 
	title TEXT, 
	title_en TEXT, 
	place TEXT, 
	place_code TEXT, 
	horizon_start TEXT, 
	horizon_end TEXT, 
	issued TEXT, 
	pace TEXT, 
	record TEXT NOT NULL, 
	CONSTRAINT pk_plan PRIMARY KEY (id)
);
INSERT INTO "plan" VALUES('plan','岭南市民生方案',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"title":"岭南市民生方案","themes":[{"name":"一老一小"},{"name":"住房"}]}');
CREATE TABLE verdict (
	commitment TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	computed TEXT NOT NULL, 
	secured BOOLEAN NOT NULL, 
	attainment_low TEXT, 
	attainment_high TEXT, 
	expected TEXT, 
	settled_on TEXT NOT NULL, 
	as_of TEXT, 
	reviewability TEXT NOT NULL, 
	evidence_grade TEXT NOT NULL, 
	comparability TEXT, 
	reason TEXT, 
	claim TEXT, 
	needs_review BOOLEAN NOT NULL, 
	override_by TEXT, 
	override_reason TEXT, 
	flags TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	searched TEXT NOT NULL, 
	working TEXT NOT NULL, 
	working_zh TEXT NOT NULL, 
	CONSTRAINT pk_verdict PRIMARY KEY (commitment), 
	CONSTRAINT fk_verdict_commitment FOREIGN KEY(commitment) REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT ck_verdict_secured CHECK (secured IN (0, 1)), 
	CONSTRAINT ck_verdict_needs_review CHECK (needs_review IN (0, 1))
);
INSERT INTO "verdict" VALUES('0e163907e45dcb6d','on_track','on_track',0,'0.775','0.775',NULL,'2023-12-01',NULL,'R2','E2',NULL,NULL,NULL,0,NULL,NULL,'[]','[]','[]','77.5% of the target','完成77.5%');
INSERT INTO "verdict" VALUES('810f1c40fdb6d8e6','not_reported','not_reported',0,NULL,NULL,NULL,'2023-12-01',NULL,'R2','E0',NULL,NULL,NULL,0,NULL,NULL,'[]','[]','[]','77.5% of the target','完成77.5%');
CREATE INDEX ix_event_kind_key ON event (kind, "key");
CREATE INDEX ix_claim_document ON claim (document);
CREATE INDEX ix_commitment_document ON commitment (document);
CREATE INDEX ix_observation_document ON observation (document);
CREATE INDEX ix_evidence_observation ON evidence (observation);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the book is append-only: state a new event instead of changing one'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the book is append-only: retire an entry with a new event instead of deleting one'); END;
CREATE TRIGGER event_has_the_next_number BEFORE INSERT ON event
WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM event)
BEGIN SELECT RAISE(ABORT, 'events are numbered without gap and written once: use the next number'); END;
CREATE VIEW commitment_verdict AS
SELECT commitment.theme, commitment.indicator, commitment.quote, verdict.verdict, commitment.id AS commitment
FROM commitment LEFT JOIN verdict ON verdict.commitment = commitment.id
ORDER BY commitment.document_name, commitment.starts, commitment.ends;
COMMIT;
