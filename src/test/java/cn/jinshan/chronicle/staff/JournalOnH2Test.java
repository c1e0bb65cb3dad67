package cn.jinshan.chronicle.staff;

class JournalOnH2Test extends JournalOnADatabase {}
