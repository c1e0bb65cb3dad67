-- Names are read as words and by their surnames; what they are searched by is folded again at the start
update subject set folded = null;
