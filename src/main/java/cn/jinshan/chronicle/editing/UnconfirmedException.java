package cn.jinshan.chronicle.editing;

/** What is to be published seems to hold personal information, and nobody said why it may. */
class UnconfirmedException extends RuntimeException {}
