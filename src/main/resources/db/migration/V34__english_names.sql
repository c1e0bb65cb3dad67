-- Sections have an English name for English pages; where it is empty, the Chinese one stands there
alter table section add column title_en varchar(100) default '' not null;
