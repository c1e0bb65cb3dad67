-- Where the log of public changes stands; a writer holds the row until its commit, so that the numbers follow the commits
create table change_log (
    id integer primary key check (id = 1),
    -- made once: what was derived from another database is told apart by it
    log varchar(40) not null,
    number bigint not null check (number >= 0),
    -- of the last change; the same number of another history was made at another moment
    made timestamp with time zone not null
);

insert into change_log (id, log, number, made)
select 1, concat(cast(random() * 1000000000000000 as bigint), '-', cast(random() * 1000000000000000 as bigint)), 0,
    current_timestamp;

create table public_change (
    number bigint primary key check (number > 0),
    kind varchar(20) not null check
        (kind in ('ENTRY', 'CHRONICLE', 'SECTION', 'SUBJECT', 'TERM', 'OTHER_NAMES', 'SETTINGS')),
    -- the year of a chronicle, or of the chronicle of a section; else the number of the thing
    thing bigint not null,
    made timestamp with time zone not null
);
