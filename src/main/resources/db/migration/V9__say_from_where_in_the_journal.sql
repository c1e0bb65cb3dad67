-- The network address of the request; null: there was none
alter table journal add column address varchar(45);

-- What comes before the dot of the verb
alter table journal add column area varchar(60) default '' not null;
update journal set area = substring(verb from 1 for position('.' in verb) - 1) where position('.' in verb) > 0;

-- Every filter finds its lines newest first
drop index journal_happened;
create index journal_newest on journal (happened desc, id desc);
create index journal_account on journal (account_id, happened desc, id desc);
create index journal_area on journal (area, happened desc, id desc);
create index journal_verb on journal (verb, happened desc, id desc);
create index journal_thing on journal (thing, happened desc, id desc);
