package cn.jinshan.chronicle.desk;

/** Answer of a page or a script about what was typed. */
record Said(String words, boolean well) {}
