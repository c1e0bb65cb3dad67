package cn.jinshan.chronicle.journal;

class JournalOnH2Test extends JournalOnADatabase {}
