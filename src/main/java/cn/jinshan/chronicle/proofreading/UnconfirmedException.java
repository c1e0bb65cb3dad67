package cn.jinshan.chronicle.proofreading;

/** The text may contain personal information, and no reason for publishing it was given. */
public class UnconfirmedException extends RuntimeException {}
