-- Variants are one character in what is searched, and numbers have another mark; all of it is folded again at the start
delete from edition_text;
update subject set folded = null;
