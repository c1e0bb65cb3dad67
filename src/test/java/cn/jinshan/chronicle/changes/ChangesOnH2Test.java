package cn.jinshan.chronicle.changes;

class ChangesOnH2Test extends ChangesOnADatabase {}
