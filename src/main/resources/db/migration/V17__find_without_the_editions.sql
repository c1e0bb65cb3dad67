-- What a search counts and puts in order stands beside what it looks through; all of it is folded again at the start
delete from edition_text;
alter table edition_text add column entry_id bigint not null;
alter table edition_text add column section_id bigint not null;
alter table edition_text add column position integer not null;
alter table edition_text add column months integer not null;
alter table edition_text add column place integer;
