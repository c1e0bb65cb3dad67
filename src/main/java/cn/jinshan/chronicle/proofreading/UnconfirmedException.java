package cn.jinshan.chronicle.proofreading;

/** What is to be published seems to hold personal information, and nobody said why it may. */
public class UnconfirmedException extends RuntimeException {}
