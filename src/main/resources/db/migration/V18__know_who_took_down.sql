-- The account that took a public edition down; null for those of before.
alter table edition add column withdrawn_by bigint;
