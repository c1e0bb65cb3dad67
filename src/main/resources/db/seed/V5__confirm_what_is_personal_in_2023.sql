insert into journal (happened, verb, thing, note) values
(timestamp with time zone '2024-08-28 00:00:00+08:00', 'personal-information.confirmed', 'entry 27',
 '来自已经公开的文章《回顾2023！金山区残疾人事业发展大事记》');
