-- Numbers are marked where they begin and end in what is searched; all of it is folded again at the start
delete from edition_text;
update subject set folded = null;
