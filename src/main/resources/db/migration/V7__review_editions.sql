-- How often it was submitted; approvals and returns are those of the last time
alter table edition add column submissions integer default 0 not null check (submissions >= 0);
alter table edition add column submitted timestamp with time zone;
alter table edition add column submitted_by bigint;
alter table edition add column approvals integer default 0 not null check (approvals between 0 and 3);
alter table edition add column returned boolean default false not null;
alter table edition add column published_by bigint;
alter table edition add constraint edition_submitted check (state <> 'SUBMITTED' or (submissions > 0 and submitted is not null and submitted_by is not null));
alter table edition add constraint edition_returned check (returned = false or state = 'DRAFT');
alter table edition add constraint edition_approved check (approvals = 0 or state <> 'DRAFT');

create table review (
    edition_id bigint not null references edition on delete cascade,
    submission integer not null check (submission > 0),
    account_id bigint not null,
    verdict varchar(10) not null check (verdict in ('APPROVED', 'RETURNED')),
    reason varchar(1000),
    given timestamp with time zone not null,
    -- Each approval of a submission is somebody else's
    primary key (edition_id, submission, account_id, verdict),
    check (verdict <> 'RETURNED' or reason <> '')
);

-- What waits for somebody is found without reading what was published long ago
create index edition_state on edition (state, entry_id);
