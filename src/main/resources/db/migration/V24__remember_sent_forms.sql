-- Signs, on every instance, who opened a form
create table form_secret (
    id int primary key check (id = 1),
    secret varchar(64) not null
);

-- What the first press of a form led to, for those after it
create table sent_form (
    -- Of the form, its address and its words: something else on the same form is another press
    press varchar(64) primary key,
    form_key varchar(36) not null,
    -- null: nobody was signed in
    account_id bigint references account,
    sent timestamp with time zone not null,
    -- What was changed, noted in the transaction that changed it
    thing varchar(60),
    -- null: it is being worked on
    ended timestamp with time zone,
    -- Where it led, and what the page there said of it (JSON)
    address varchar(2000),
    said varchar(1000)
);

create index sent_form_sent on sent_form (sent);
create index sent_form_form_key on sent_form (form_key);
