insert into term (name, explanation) values
('“三阳”机构', '上海市为残疾人服务的三种机构的合称：阳光之家、阳光心园、阳光基地。'),
('重残无业', '重度残疾，没有工作。'),
('助医出行', '“爱心守护 助医出行”助残志愿服务项目的简称。志愿者帮助困难残疾人看病、配药。'),
('坐式排球', '运动员坐在地上打的排球，是残疾人的一项体育比赛。');
insert into term_form (form, term_id) select name, id from term t
where not exists (select 1 from term_form f where f.term_id = t.id);
insert into term_form (form, term_id) select '区残联', id from term where name = '残联';
insert into term_form (form, term_id) select '市残联', id from term where name = '残联';
