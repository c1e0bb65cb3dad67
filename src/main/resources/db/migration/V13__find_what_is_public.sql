-- What the public may read, folded as it is searched; a row for each public edition, and none for another
create table edition_text (
    edition_id bigint primary key references edition on delete cascade,
    title varchar(4000) not null,
    prose varchar(1000000) not null,
    wording varchar(4000) not null
);

-- Its name and how that is read, folded; null until that is done
alter table subject add column folded varchar(20000);
