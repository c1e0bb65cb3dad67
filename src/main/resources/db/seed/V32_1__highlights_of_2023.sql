-- The achievements of 2023 in their order; what staff have written anew since is theirs to choose
update entry set highlight =
    (select e.position from edition e where e.entry_id = entry.id and e.live = true)
where id in
    (select e.entry_id from edition e join chronicle c on c.id = e.chronicle_id join section s on s.id = e.section_id
    where c.chronicle_year = 2023 and s.slug = 'achievements' and e.live = true
    and not exists (select 1 from edition_author a where a.edition_id = e.id));
