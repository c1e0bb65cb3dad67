-- The numbers of the subjects that were merged into one: whoever kept an address of theirs is led on to it
create table merged_subject (
    id bigint primary key,
    subject_id bigint not null references subject
);

create index merged_subject_subject on merged_subject (subject_id);
