-- The search has an index of its own, beside the database, which can be built anew at any time
drop table edition_text;
