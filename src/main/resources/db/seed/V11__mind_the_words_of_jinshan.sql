update wording_rule set better = '金山区' where found = '我区';
update wording_rule set better = '上海市' where found = '我市';
update wording_rule set better = '区残联' where found = '我会';

-- What stands twice is a word of its own in which 来金 is no visit
insert into wording_rule (kind, found, better) values
('ABBREVIATION', '来金', '来金山'),
('ABBREVIATION', '赴金', '赴金山'),
('ABBREVIATION', '来金牌', '来金牌'),
('ABBREVIATION', '来金奖', '来金奖'),
('ABBREVIATION', '来金杯', '来金杯'),
('ABBREVIATION', '来金融', '来金融'),
('ABBREVIATION', '来金秋', '来金秋'),
('ABBREVIATION', '来金色', '来金色'),
('ABBREVIATION', '来金额', '来金额'),
('ABBREVIATION', '来金钱', '来金钱'),
('ABBREVIATION', '来金银', '来金银'),
('ABBREVIATION', '赴金牌', '赴金牌');
