-- A title in plain language beside the plain-language text; empty where nobody wrote one
alter table edition add column easy_title varchar(200) default '' not null;
