-- The sections of 2023, unless somebody has renamed them
update section set title_en = 'Highlights' where id = 1 and slug = 'achievements' and title = '高光时刻';
update section set title_en = 'Meetings and events' where id = 2 and slug = 'meetings' and title = '重要会议活动';
update section set title_en = 'Visits' where id = 3 and slug = 'visits' and title = '走访调研';
update section set title_en = 'Services' where id = 4 and slug = 'services' and title = '温暖瞬间';
