-- What a subject was called before, or what was merged into it was called: whoever still writes that means it
create table former_name (
    subject_id bigint not null references subject,
    kind varchar(20) not null check (kind in ('PERSON', 'ORGANISATION', 'PLACE', 'EVENT')),
    name varchar(200) not null check (name <> ''),
    primary key (kind, name)
);

create index former_name_subject on former_name (subject_id);
