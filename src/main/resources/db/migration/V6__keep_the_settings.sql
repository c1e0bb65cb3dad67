-- What the federation decides for the whole site: one row, changed in its place
create table settings (
    id integer primary key check (id = 1),
    version bigint default 0 not null,
    publisher varchar(100) not null check (publisher <> ''),
    contact varchar(1000) default '' not null,
    icp varchar(100) default '' not null,
    police varchar(100) default '' not null,
    marks varchar(200) default '' not null,
    licence varchar(500) default '' not null,
    reviews_of_new integer default 0 not null check (reviews_of_new between 0 and 3),
    reviews_of_corrections integer default 0 not null check (reviews_of_corrections between 0 and 3)
);

insert into settings (id, publisher) values (1, '金山区残疾人联合会');
