-- Its place among the highlights of the year in which it is public; null for what is none of them
alter table entry add column highlight integer check (highlight between 1 and 10);

-- Of a million entries a few are highlights
create index entry_highlight on entry (highlight);
