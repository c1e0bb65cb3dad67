alter table report add column former_outcome varchar(10) check (former_outcome in ('CORRECTED', 'NO_CHANGE', 'SPAM'));
