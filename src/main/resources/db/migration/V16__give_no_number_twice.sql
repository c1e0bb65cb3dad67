-- H2 keeps numbers ahead for speed. After its file broke twice (a full disk) it has gone back to numbers that were given.
alter table account alter column id set cache 1;
alter table chronicle alter column id set cache 1;
alter table edition alter column id set cache 1;
alter table entry alter column id set cache 1;
alter table journal alter column id set cache 1;
alter table report alter column id set cache 1;
alter table section alter column id set cache 1;
alter table subject alter column id set cache 1;
alter table term alter column id set cache 1;
alter table wording_rule alter column id set cache 1;
alter table working_copy alter column id set cache 1;
