package cn.jinshan.chronicle.desk;

/** What a page or a script says about what was typed. */
record Said(String words, boolean well) {}
