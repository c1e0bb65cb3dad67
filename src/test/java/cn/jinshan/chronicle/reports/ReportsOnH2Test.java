package cn.jinshan.chronicle.reports;

class ReportsOnH2Test extends ReportsOnADatabase {}
